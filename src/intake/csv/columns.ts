import { fold } from '../../time/fold.ts'
import { readWrittenZone } from '../../time/written-zone.ts'
import { zoneIn } from '../post/zone-said.ts'
import { synonyms } from './column-names.ts'
import { fieldOfQuestion } from './column-questions.ts'

/** What a column of a table may hold. */
export type Field = keyof typeof synonyms

/** What somebody says that columns hold, by `columnKey` of their names; '' where one is to be left out. */
export type ColumnsTold = Record<string, Field | ''>

export function isField(word: string): word is Field {
  return Object.hasOwn(synonyms, word)
}

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
  if (found.has('title') || found.has('uid') || !(found.has('time') || found.has('start'))) return
  for (const field of ['tags', 'programme', 'summary'] as const) {
    const columns = found.get(field) ?? []
    const first = columns.find(({ column }) => field !== 'tags' || subjects.test(names[column]!.trim()))
    if (!first || /url|link|enlace|lien/i.test(names[first.column]!)) continue
    const rest = columns.filter(one => one !== first)
    if (rest.length > 0) found.set(field, rest)
    else found.delete(field)
    found.set('title', [{ column: first.column, rank: inexact }])
    return
  }
  const [only, ...more] = unknown
  if (only === undefined || more.length > 0 || found.size < 3) return
  found.set('title', [{ column: names.findIndex(name => name.trim().startsWith(only)), rank: 2 * inexact }])
  unknown.length = 0
}

const subjects =
  /^(?:topics?|themes?|subjects?|themen|thema|tema|temas|thèmes?|temi|argomento|argomenti|тема|темы|конспект|موضوع|الموضوع|نושא|主题|議題|テーマ|주제)$/iu

/** The likeliest first: whose zone is that of the row. */
const withClocks: Field[] = ['time', 'start', 'date', 'endTime', 'end']

function zoneInName(name: string): string | null {
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

const inexact = 1000
type Match = { field: Field; rank: number }

/** The name as it is; then without what people put before, behind and around it. */
function fieldOf(name: string): Match | null {
  if (name.length > 200) return null
  const whole = folded(name)
  const exact = byName().get(whole)
  if (exact) return exact
  for (const form of new Set([
    whole,
    ...name
      .replace(/\(s\)/gi, 's')
      // “Intervenant(e)”, “Organizador(a)”, “Referent(in)”
      .replace(/(?<=\p{L})\((?:e|a|in|innen|es|as|er|n)\)/gu, '')
      // “Veranstalter*in”, “Referent:innen”
      .replace(/(?<=\p{L})[*_:](?:innen|in)\b/gu, '')
      .split(/\(.*?\)|\[.*?\]|[/:?,،？（）|\n*]|\s[-–—]\s/)
      .map(folded),
  ])) {
    const bare = form
      .replace(/^(?:what (?:is|are|will be) )?(?:the|your|please (?:add|enter|provide)) /, '')
      .replace(/^(?:name|title|names|titles) of (?:the |your )?(?=.)/, '')
      .replace(/^(?:event|evento|evenement|veranstaltungs?|session|item|entry|dc|schema) (?=.)/, '')
      .replace(
        /^(?:links?|url|address|enlace|lien|tautan) (?:to|for|of|vers|a|al|de|del|la|the|your| )+(?:event )?(?=.)/,
        '',
      )
      .replace(
        / (?:required|optional|local|if any|if available|en|english|(?:in )?(?:utc|gmt)|in [a-z]{2,4}t)$/,
        '',
      )
      .replace(/ of (?:the |your )?(?:event|activity)$/, '')
      .replace(
        / (?:(?:der|des|del|de la|de l|do|da|dell|du|van het|van de|de) )?(?:l|dell)?(?:veranstaltung|events?|evento|evenement|actividad|activite|atividade|attivita|activiteit)$/,
        '',
      )
    const inner = bare.replace(/^(?:place|venue|location details|location|address|lugar|lieu|ort) (?=.)/, '')
    for (const last of [bare, bare.replace(/ names?$/, ''), inner, inner.replace(/ names?$/, '')]) {
      const match = byName().get(last)
      if (match) return { field: match.field, rank: match.rank + inexact }
    }
  }
  const first = byName().get(whole.replace(/ \d{1,2}$/, ''))
  if (first && numbered.has(first.field)) return { field: first.field, rank: first.rank + inexact }
  const asked = fieldOfQuestion(whole)
  return asked && { field: asked, rank: 2 * inexact }
}

/** Of what a row may have several, each in a column of its own: “Speaker 1”. */
const numbered = new Set<Field>(['speakers', 'moderators', 'tags'])

function folded(name: string): string {
  return fold(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
}

let names: Map<string, Match> | undefined
function byName() {
  if (names) return names
  names = new Map()
  for (const [field, list] of Object.entries(synonyms) as [Field, string][])
    for (const [rank, name] of list.split('|').map(fold).entries())
      if (!names.has(name)) names.set(name, { field, rank })
  return names
}
