import { fold } from '../../time/fold.ts'
import { synonyms } from './column-names.ts'

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
  /** The zone that stands in a name: "Start time (UTC)". */
  zone: string | null
}

/**
 * Columns by their names: case, diacritics, underscores and a leading "event" do not matter.
 *
 * @param told of these somebody knows better
 */
export function matchColumns(names: readonly string[], told: ColumnsTold = {}): Columns {
  const found = new Map<Field, { column: number; rank: number }[]>()
  const unknown: string[] = []
  let zone: string | null = null
  for (const [column, name] of names.entries()) {
    const said = toldOf(name, told)
    if (said === '') continue
    const match = said ? { field: said, rank: -1 } : fieldOf(name)
    if (match) found.set(match.field, [...(found.get(match.field) ?? []), { column, rank: match.rank }])
    else if (name.trim()) unknown.push(name.trim().slice(0, 80))
    if (match && withClocks.has(match.field)) zone ??= zoneIn(name)
  }
  const of = new Map<Field, number[]>()
  for (const [field, columns] of found) {
    of.set(
      field,
      columns.sort((a, b) => a.rank - b.rank).map(({ column }) => column),
    )
  }
  const exact = [...found.values()].filter(columns => columns.some(({ rank }) => rank < inexact)).length
  return { of, names, unknown, exact, zone }
}

const withClocks = new Set<Field>(['date', 'time', 'start', 'endTime', 'end'])

function zoneIn(name: string): string | null {
  return (
    /[([ ,_-](?:in )?((?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|[A-Z]{2,4}T|[A-Z][a-z]+\/[A-Z]\w+)[)\]]?\s*$/.exec(
      name,
    )?.[1] ?? null
  )
}

function toldOf(name: string, told: ColumnsTold): Field | '' | undefined {
  const key = columnKey(name)
  return key !== '' && Object.hasOwn(told, key) ? told[key] : undefined
}

const inexact = 100
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
      // “Veranstalter*in”, “Referent:innen”
      .replace(/(?<=\p{L})[*_:](?:innen|in)\b/gu, '')
      .split(/\(.*?\)|\[.*?\]|[/:?,،？（）]/)
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
  return null
}

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
