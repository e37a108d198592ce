import { asObject, type Json, objectsIn } from './json-values.ts'

/** What an export names once and elsewhere only by its id: rooms, tracks and categories by name, people whole. */
export type NamedById = { rooms: Map<string, string>; tracks: Map<string, string>; people: Map<string, Json> }

/** Looked for at the top of the file, and one level below. */
export function namedById(json: unknown): NamedById {
  const named: NamedById = { rooms: new Map(), tracks: new Map(), people: new Map() }
  const outer = asObject(json) ?? {}
  for (const part of objectsIn([outer, ...Object.values(outer)])) {
    for (const room of objectsIn(part.rooms)) tell(named.rooms, room)
    for (const track of [...objectsIn(part.tracks), ...objectsIn(part.categories)]) {
      tell(named.tracks, track)
      for (const item of objectsIn(track.items)) tell(named.tracks, item)
    }
    for (const person of [...objectsIn(part.speakers), ...objectsIn(part.persons)])
      for (const id of idsOf(person)) named.people.set(id, person)
  }
  return named
}

/** The people of a talk, each as it is told of where it is named; ids that name nobody are nobody. */
export function peopleNamed(list: unknown, { people }: NamedById): unknown {
  if (!Array.isArray(list)) return list
  return list.flatMap((one: unknown) => {
    const id = idIn(one)
    if (id !== undefined) return people.get(id) ?? (isName(id) ? { name: id } : [])
    const person = asObject(one)
    const known = idsOf(person ?? {})
      .map(own => people.get(own))
      .find(Boolean)
    return { ...known, ...person }
  })
}

/** A name as it is told, or the one that an id stands for. */
export function nameOf(value: unknown, names: Map<string, string>): unknown {
  const id = idIn(value)
  return id === undefined ? value : (names.get(id) ?? (typeof value === 'string' ? value : undefined))
}

function tell(names: Map<string, string>, one: Json): void {
  const name = [one.name, one.title].flatMap(told =>
    typeof told === 'string'
      ? told
      : (Object.values(asObject(told) ?? {}).find(word => typeof word === 'string') ?? []),
  )[0]
  if (typeof name === 'string' && name.trim() !== '') for (const id of idsOf(one)) names.set(id, name)
}

function idsOf(one: Json): string[] {
  return [one.id, one.code, one.guid].flatMap(id => idIn(id) ?? [])
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined
}

/** Not `AB3CD` of pretalx, nor a UUID. */
function isName(words: string): boolean {
  return (
    /\p{L}{2,}/u.test(words) &&
    !/^[A-Z\d]{3,8}$|^[\da-f]{8}-|^[\da-f]{12,}$/i.test(words) &&
    /\s/.test(words.trim())
  )
}
