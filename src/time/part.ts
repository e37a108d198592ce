import type { Calendar } from './other-calendars.ts'
import type { Token } from './tokens.ts'

/** What stands in a text, token `from` up to but without token `to`. */
export type Part = { from: number; to: number } & (
  | DatePart
  | { kind: 'weekday'; weekday: number; which: 'this' | 'next' | 'last' | null; languages: string[] }
  | { kind: 'relative'; days: number }
  | ({ kind: 'clock' } & Clock)
  | ({ kind: 'zone' } & ZoneWords)
  | { kind: 'all-day' }
  | { kind: 'shift'; days: number }
  | { kind: 'again'; days: number }
  | { kind: 'duration'; minutes: number }
)

/** One day, or several said with one month: "19-22 November" (`range`), "8, 9 and 10 March" (`list`). */
export type DatePart = { kind: 'date'; days: DayWords[]; link: 'one' | 'range' | 'list'; languages: string[] }

/** `other`: the same figures in the other order, where both are days of a calendar. */
export type DayWords = {
  year?: number
  month?: number
  day: number
  weekday?: number
  /** Day and month are of this one, where no year is told to turn them into ours. */
  calendar?: Calendar
  /** The calendar it was told in, where it is not ours. */
  told?: Calendar
  other?: { month: number; day: number }
  /** Other days, where the year may be of another calendar than was taken. */
  either?: { year: number; month: number; day: number }[]
  /** "the third Sunday of …": `day` is near it; 5 is the last. */
  nth?: { count: number; weekday: number }
  /** The figures stood between these signs: "/" is how Americans write. */
  sign?: string
}

/** `half` is told ("pm"); `exact` clocks of 24 hours ("14:00", "09:30", "14h") need none. */
export type Clock = {
  hour: number
  minute: number
  second: number
  half: 'am' | 'pm' | null
  /** The figure alone ("4" in "4-6pm"). */
  bare: boolean
  /** "09:30", "T13:00:00": certainly of 24 hours. */
  padded: boolean
  /** "midnight" in a word: it may begin or end the day that is named. */
  midnight?: true
  /** Said in words of twelve hours ("half acht"): without `half` it is of the morning or of the evening. */
  spoken?: true
}

export type ZoneWords = { said: string; sort: ZoneSort; choices: ZoneChoice[] }
/** `local`: of the place, which is told elsewhere if at all; `floating`: of each place, everywhere. */
type ZoneSort = 'abbreviation' | 'offset' | 'name' | 'place' | 'local' | 'floating'
/**
 * `zone` is an IANA zone or a fixed offset ("+08:00"); `literal` (minutes east of UTC) what the words say where
 * they name a season; `onlyHinted`: see `AbbreviationMeaning`.
 */
export type ZoneChoice = { zone: string; literal?: number; onlyHinted?: true }

/** A part found at a token, and where to read on. */
export type Found<P> = { part: P; to: number } | null

export function isMark(token: Token | undefined, ...texts: string[]): boolean {
  return token?.kind === 'mark' && texts.includes(token.text)
}

export function isWord(token: Token | undefined, ...texts: string[]): boolean {
  return token?.kind === 'word' && texts.includes(token.text)
}

export function isNumber(token: Token | undefined, digits?: number): token is Token {
  return token?.kind === 'number' && (digits === undefined || token.raw.length === digits)
}

/** It stands right behind the token before it. */
export function isGlued(token: Token | undefined): boolean {
  return token !== undefined && !token.spaced
}
