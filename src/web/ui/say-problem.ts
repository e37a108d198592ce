import type { Told } from '../../domain/import.ts'
import type { FailureCode, PictureCode, Problem, ProblemCode, ProblemValues } from '../../domain/problem.ts'
import { isKey, type Key, type Say, type Values } from '../words.ts'
import { isolated } from './entry-words.ts'
import type { Showing } from './showing.ts'

/** As a problem is kept: by this Daylong, or by an earlier or a later one, whose codes may be others. */
export type ToldProblem = { code: string; says: string; where?: string; values?: ProblemValues }

/** Where it was told: some places have sentences of their own, with what can be done there. `site`: by its name. */
export type At = { at: 'reading' | 'source' | 'look'; site: string }

/** What an import refused or noticed, as a problem. */
export function problemOf({ reason, ...told }: Told): Problem {
  return { ...told, says: reason }
}

/**
 * Why something could not be read, and what can be done, in the language of the page. English has the reader’s own words
 * where a place has none: they are of this one file, where a message is of all that have its code.
 */
export function sayProblem(
  { code, says, values = {} }: ToldProblem,
  { say, language }: Pick<Showing, 'say' | 'language'>,
  at?: At,
): string {
  for (const place of at ? placesOf[at.at] : []) {
    const key = `${place}.${code}`
    if (isKey(key)) return say(key, { site: at!.site })
  }
  // What failed within Daylong is no sentence for a curator.
  if (language === 'en' && says !== '' && code !== 'fault') return says
  const key = keyOf(code, values, at)
  return key ? say(withValues(key, values), inPlace(values, at)) : says
}

/** Every code has its message: without one this does not compile. What has one answer is said in one sentence. */
export const messages = {
  'answers-left-out': 'unread.answers-left-out',
  'broken-data': 'unread.broken-data',
  'column-unknown': 'unread.column-unknown',
  'cut-off': 'unread.cut-off',
  damaged: 'unread.damaged',
  empty: 'unread.empty',
  'end-before-start': 'unread.end-left-out',
  'end-unclear': 'unread.end-left-out',
  'entities-refused': 'unread.entities-refused',
  'event-empty': 'unread.event-empty',
  'export-empty': 'unread.export-empty',
  'export-zipped': 'unread.export-zipped',
  fault: 'unread.fault',
  'feed-empty': 'unread.feed-empty',
  'file-gone': 'unread.file-gone',
  'file-unreadable': 'unread.file-unreadable',
  'json-broken': 'unread.damaged',
  'letters-unreadable': 'unread.letters-unreadable',
  'line-unreadable': 'unread.line-unreadable',
  locked: 'unread.locked',
  'mail-broken': 'unread.mail-broken',
  merged: 'unread.merged',
  'more-problems': 'unread.more-problems',
  'new-cancelled': 'unread.new-cancelled',
  'no-access': 'unread.no-access',
  'no-events': 'unread.no-events',
  'no-text': 'unread.no-text',
  'not-a-calendar': 'unread.not-a-calendar',
  'not-a-feed': 'unread.not-a-feed',
  'not-a-file': 'unread.file-unreadable',
  'not-a-schedule': 'unread.not-a-schedule',
  'not-a-table': 'unread.not-a-table',
  'not-an-event': 'unread.not-an-event',
  'not-an-export': 'unread.not-an-export',
  'not-text': 'unread.not-text',
  'nothing-found': 'unread.nothing-found',
  'other-days': 'unread.other-days',
  'people-left-out': 'unread.people-left-out',
  picture: 'unread.picture',
  'row-unreadable': 'unread.row-unreadable',
  'rows-left-out': 'unread.rows-left-out',
  'rule-empty': 'unread.rule-unreadable',
  'rule-unreadable': 'unread.rule-unreadable',
  'series-cut': 'unread.series-cut',
  'sheet-left-out': 'unread.sheet-left-out',
  'start-missing': 'unread.start-missing',
  'time-not-understood': 'unread.time-not-understood',
  'time-odd': 'unread.time-unreadable',
  'time-unreadable': 'unread.time-unreadable',
  'title-missing': 'unread.title-missing',
  'told-twice': 'unread.told-twice',
  'too-deep': 'unread.too-deep',
  'too-heavy': 'unread.too-heavy',
  'too-large': 'unread.too-large',
  'too-long': 'unread.too-long',
  'too-many': 'unread.too-many',
  'too-many-findings': 'unread.too-many',
  'uid-repeated': 'unread.uid-repeated',
  'unknown-format': 'unread.unknown-format',
  'xml-broken': 'unread.cut-off',
  'zone-unknown': 'unread.zone-unknown',
} as const satisfies Record<ProblemCode, Key>

/** What is watched is tried again by itself; where one only looks, nothing is. */
const placesOf = {
  reading: ['why'],
  source: ['source.why', 'source.either', 'why'],
  look: ['source.look', 'source.either', 'why'],
} as const

function keyOf(code: string, values: ProblemValues, at: At | undefined): Key | null {
  if (Object.hasOwn(messages, code)) return messages[code as ProblemCode]
  // What was damaged was called so until there were two ways to break.
  if (code === 'broken' && !at) return 'unread.damaged'
  const away: Key = `why.${code as Exclude<FailureCode, ProblemCode>}`
  if (isKey(away)) return away
  const picture: Key = `refusal.${code as PictureCode}`
  // An earlier Daylong kept no measures beside it, without which nothing can be said of them.
  return isKey(picture) && (measures[code] ?? []).every(name => name in values) ? picture : null
}

const measures: Record<string, string[]> = {
  'picture-large': ['megabytes'],
  'picture-pixels': ['megapixels'],
  'picture-avif': ['avif', 'megapixels'],
}

/** Where it is known what stood there, or how much is too much, a sentence of its own says so. */
function withValues(key: Key, values: ProblemValues): Key {
  const names = Object.keys(values).map(name => `${key}.${name}`)
  return exact.find(each => names.includes(each)) ?? key
}

const exact = [
  'unread.merged.other',
  'unread.no-access.address',
  'unread.column-unknown.columns',
  'unread.not-a-table.columns',
  'unread.sheet-left-out.sheets',
  'unread.time-not-understood.words',
  'unread.time-unreadable.words',
  'unread.too-large.megabytes',
  'unread.too-large.rows',
  'unread.too-large.pages',
  'unread.zone-unknown.words',
] as const satisfies Key[]

function inPlace(values: ProblemValues, at: At | undefined): Values {
  const words = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ])
  return { site: at?.site ?? '', ...Object.fromEntries(words) }
}

/** Readers tell a place in English: `line 12`, `sheet “Friday”, row 3`, before it the name of a part, perhaps. */
export function sayWhere(where: string, say: Say): string {
  const [, place, part] = /^(.+), ((?:sheet “|line |row |item |after ).+)$/.exec(where) ?? []
  if (place !== undefined && part !== undefined)
    return say('where.part', { place: sayWhere(place, say), part: sayWhere(part, say) })
  const [, sheet] = /^sheet “(.*)”$/.exec(where) ?? []
  if (sheet !== undefined) return say('where.sheet', { name: isolated(sheet) })
  const [, what, number] = /^(line|row|item|after)(?: paragraph)? (\d+)$/.exec(where) ?? []
  return number === undefined
    ? isolated(where)
    : say(`where.${what as 'line' | 'row' | 'item' | 'after'}`, { number: Number(number) })
}
