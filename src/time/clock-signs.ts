import { halfAt } from './halves.ts'
import { exactHourWords, twelveHourWords } from './hour-words.ts'
import { monthAt } from './months.ts'
import { type Clock, type Found, isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

export type ClockFound = Found<{ kind: 'clock' } & Clock>

/** A figure that something behind it makes an hour ("9am", "10:00", "14h"), not the day of a month. */
export function looksLikeClock(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'number') return false
  const next = tokens[at + 1]
  if (isMark(next, ':') && isGlued(next) && isNumber(tokens[at + 2], 2) && isGlued(tokens[at + 2]))
    return true
  if (isMark(next, '.') && isGlued(next) && isNumber(tokens[at + 2], 2) && isGlued(tokens[at + 2])) {
    if (!isMark(tokens[at + 3], '.')) return true
  }
  const half = halfAt(tokens, at + 1)
  // "December 18 at noon", "March 8 in the evening": behind a month the figure is its day.
  if (half && !(monthAt(tokens, at - 1) && !isWord(next, 'am', 'pm', 'a', 'p'))) return true
  if (token.raw.length === 4 && next?.spaced && isNumber(tokens[at + 2])) return false
  return (isWord(next, ...hourSigns) && (next?.text !== 'u' || isGlued(next))) || isHourCharacter(next)
}

/** "4-6pm": the figure begins hours, not days. */
export function opensHours(tokens: Token[], at: number): boolean {
  return isMark(tokens[at + 1], '-') && isNumber(tokens[at + 2]) && halfAt(tokens, at + 3) !== null
}

const hourSigns = [
  'u',
  'h',
  'hod',
  'hodin',
  'godz',
  'hs',
  'hrs',
  'uhr',
  'uur',
  'heures',
  'horas',
  'часов',
  'час',
  'часа',
  'ч',
  ...['sati', 'sata', 'година', 'годині', 'val', 'gio', 'นาฬิกา', 'น'],
  ...exactHourWords,
]

export function clock(parts: Partial<Clock>): { kind: 'clock' } & Clock {
  return { kind: 'clock', hour: 0, minute: 0, second: 0, half: null, bare: false, padded: false, ...parts }
}

/** "18.30 часа", "10.30ಕ್ಕೆ": a word that makes the figures before it an hour. */
export function isNamedHour(token: Token | undefined): boolean {
  return token?.kind === 'word' && (twelveHours.has(token.text) || exactHourWords.includes(token.text))
}

export function isHourCharacter(token: Token | undefined): boolean {
  return (
    isWord(token, '点', '點', '时', '時', '시') || (token?.kind === 'word' && twelveHours.has(token.text))
  )
}

const twelveHours = new Set(twelveHourWords)
