import { fold } from '../../time/fold.ts'
import { synonyms } from './column-names.ts'

/** What a column of a table may hold. */
export type Field = keyof typeof synonyms

export type Columns = {
  /** For each field the columns that hold it, the best name first. */
  of: ReadonlyMap<Field, readonly number[]>
  /** The names as they stand in the file. */
  names: readonly string[]
  /** Names nothing is known about. */
  unknown: readonly string[]
}

/** Columns by their names: case, diacritics, underscores and a leading "event" do not matter. */
export function matchColumns(names: readonly string[]): Columns {
  const found = new Map<Field, { column: number; rank: number }[]>()
  const unknown: string[] = []
  for (const [column, name] of names.entries()) {
    const match = fieldOf(name)
    if (match) found.set(match.field, [...(found.get(match.field) ?? []), { column, rank: match.rank }])
    else if (name.trim()) unknown.push(name.trim().slice(0, 80))
  }
  const of = new Map<Field, number[]>()
  for (const [field, columns] of found) {
    of.set(
      field,
      columns.sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    )
  }
  return { of, names, unknown }
}

function fieldOf(name: string): { field: Field; rank: number } | null {
  if (name.length > 200) return null
  const whole = fold(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
  const bare = whole
    .replace(/^(?:event|evento|evenement|veranstaltungs?|session|item|entry|dc|schema) (?=.)/, '')
    .replace(/ (?:required|optional|local|if any)$/, '')
  const inner = bare
    .replace(/^(?:place|venue|location|address|lugar|lieu|ort) (?=.)/, '')
    .replace(/ names?$/, '')
  for (const form of [whole, bare, bare.replace(/ names?$/, ''), inner]) {
    const field = byName().get(form)
    if (field) return field
  }
  return null
}

let names: Map<string, { field: Field; rank: number }> | undefined
function byName() {
  if (names) return names
  names = new Map()
  for (const [field, list] of Object.entries(synonyms) as [Field, string][])
    for (const [rank, name] of list.split('|').map(fold).entries())
      if (!names.has(name)) names.set(name, { field, rank })
  return names
}
