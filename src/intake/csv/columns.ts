import { readWrittenZone } from '../../time/written-zone.ts'
import { zoneIn } from '../post/times/zone-said.ts'
import type { Field } from './column-names.ts'
import { fieldOf, inexact } from './field-of.ts'

/** What somebody says that columns hold, by `columnKey` of their names; '' where one is to be left out. */
export type ColumnsTold = Record<string, Field | ''>

/** By what a column is known to whoever says what it holds. */
export function columnKey(name: string): string {
  return name.trim().slice(0, 200)
}

export type Columns = {
  /** For each field the columns that hold it, the best name first. */
  of: ReadonlyMap<Field, readonly number[]>
  /** The names as they stand in the file. */
  names: readonly string[]
  /** Names nothing is known about. */
  unknown: readonly string[]
  /** How many fields are named exactly, without other words around. */
  exact: number
  /** The zone that stands in the name of the column of hours: "Start time (UTC)". */
  zone: string | null
  /** Columns that tell the same hours again, each in its zone: "London", "Time (EST)". */
  again: readonly { column: number; name: string; zone: string }[]
}

/**
 * Columns by their names: case, diacritics, underscores and a leading "event" do not matter.
 *
 * @param told of these somebody knows better
 */
export function matchColumns(names: readonly string[], told: ColumnsTold = {}): Columns {
  const found = new Map<Field, Found[]>()
  const unknown: string[] = []
  const again: { column: number; name: string; zone: string }[] = []
  for (const [column, name] of names.entries()) {
    if (name.length === 0) continue
    const said = toldOf(name, told)
    if (said === '') continue
    const match = said ? { field: said, rank: -1 } : fieldOf(name)
    const zone = match ? null : placeWithZone(name)
    if (match) found.set(match.field, [...(found.get(match.field) ?? []), { column, rank: match.rank }])
    else if (zone) again.push({ column, name: name.trim(), zone })
    else if (name.trim()) unknown.push(name.trim().slice(0, 80))
  }
  for (const columns of found.values()) columns.sort((a, b) => a.rank - b.rank)
  promoteTitle(found, names, unknown)
  const zoneAt = ({ column }: Found) => zoneInName(names[column]!)
  const [zone] = withClocks.flatMap(field =>
    (found.get(field) ?? []).slice(0, 1).flatMap(one => zoneAt(one) ?? []),
  )
  for (const one of (found.get('time') ?? []).slice(1)) {
    const own = zoneAt(one)
    if (own) again.push({ column: one.column, name: names[one.column]!.trim(), zone: own })
  }
  const of = new Map(
    [...found].map(([field, columns]) => [field, columns.map(({ column }) => column)] as const),
  )
  const exact = [...found.values()].filter(columns => columns.some(({ rank }) => rank < inexact)).length
  return { of, names, unknown, exact, zone: zone ?? null, again }
}

type Found = { column: number; rank: number }

/**
 * Where no column is called a title and hours are told, what each row is about tells it; else the one column with a
 * name that nobody foresaw, among others that are known.
 */
function promoteTitle(found: Map<Field, Found[]>, names: readonly string[], unknown: string[]): void {
  if (found.has('title') || !(found.has('time') || found.has('start'))) return
  for (const field of ['tags', 'programme', 'summary'] as const) {
    const columns = found.get(field) ?? []
    const first = columns.find(({ column }) => field !== 'tags' || subjects.test(names[column]!.trim()))
    if (
      !first ||
      (field === 'summary' && found.has('uid')) ||
      /url|link|enlace|lien/i.test(names[first.column]!)
    )
      continue
    const rest = columns.filter(one => one !== first)
    if (rest.length > 0) found.set(field, rest)
    else found.delete(field)
    found.set('title', [{ column: first.column, rank: inexact }])
    return
  }
  const [only, ...more] = unknown
  if (found.has('uid') || only === undefined || more.length > 0 || found.size < 3 || noTitle.test(only))
    return
  found.set('title', [{ column: names.findIndex(name => name.trim().startsWith(only)), rank: 2 * inexact }])
  unknown.length = 0
}

/** What is beside an event and never what it is. */
const noTitle =
  /contact|phone|mobile|e-?mail|\btel\b|price|cost|\bfee|budget|amount|count|number|^no\.?$|^nr\.?$|#|seats|capacity|tech|kontakt|preis|precio|prix|contacto|téléphone|aforo|^(?:who|wer|quién|quien|qui|chi|quem|wie|vem|hvem|kuka|kdo|kto|кто|хто|кой|siapa|kim|誰|谁)\s*\??$/i

const subjects =
  /^(?:topics?|themes?|subjects?|themen|thema|tema|temas|thèmes?|temi|argomento|argomenti|тема|темы|конспект|موضوع|الموضوع|نושא|主题|議題|テーマ|주제)$/iu

/** The likeliest first: whose zone is that of the row. */
const withClocks: Field[] = ['time', 'start', 'date', 'endTime', 'end']

/** Longer names are sentences. */
const longestName = 200

function zoneInName(name: string): string | null {
  if (name.length > longestName) return null
  const letters =
    /[([ ,_-](?:in )?((?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|[A-Z]{2,4}T|[A-Z][a-z]+\/[A-Z]\w+)[)\]]?\s*$/.exec(
      name,
    )
  if (letters) return letters[1]!
  for (const [, inner] of name.matchAll(/[([（]([^()[\]（）]{3,60})[)\]）]/g)) {
    const zone = /\p{L}{2}/u.test(inner!) ? zoneIn(inner!.trim(), {}) : undefined
    if (zone) return zone
  }
  return null
}

/** A column that bears the name of a city, a country or a zone, as those do in which an hour is told place by place. */
function placeWithZone(name: string): string | null {
  if (name.length > longestName) return null
  const words = name.trim().replace(/\s+(?:local )?time$/i, '')
  if (words.length < 2 || words.length > 40) return null
  const zone = readWrittenZone(words)
  if ('letters' in zone) return /^\p{Lu}{2,5}$/u.test(words) && zone.meanings.length > 0 ? words : null
  return 'zone' in zone ? zone.zone : zone.offset
}

function toldOf(name: string, told: ColumnsTold): Field | '' | undefined {
  const key = columnKey(name)
  return key !== '' && Object.hasOwn(told, key) ? told[key] : undefined
}
