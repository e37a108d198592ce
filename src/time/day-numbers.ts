import { ordinalDayAt } from './ordinal-days.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** A day's number where it stands: `to` is the token behind it. */
export type Day = { day: number; to: number; ordinal: boolean; weekday?: number }

/** What makes a figure an ordinal, behind it. */
export const ordinals = new Set(
  'st nd rd th er ro re do to vo o a e eme ieme го ого мая te de ste º ª'.split(' '),
)

/** A day's number with what makes it an ordinal: "9", "9th", "1ro", "18.", "18-го". */
export function dayAt(tokens: Token[], at: number): Day | null {
  const token = tokens[at]
  const worded = token?.kind === 'word' ? ordinalDayAt(tokens, at) : null
  if (worded) return { ...worded, ordinal: true }
  if (token?.kind !== 'number' || token.raw.length > 2) return null
  const day = Number(token.text)
  if (day < 1 || day > 31) return null
  const before = tokens[at - 1]
  if (before && isGlued(token) && isMark(before, ':', '$', '€', '£', '#')) return null
  if (isGlued(token) && isMark(before, '.') && tokens[at - 2]?.kind === 'number') return null
  const next = tokens[at + 1]
  if (
    next?.kind === 'word' &&
    ordinals.has(next.text) &&
    (isGlued(next) || /^(st|nd|rd|th)$/.test(next.text))
  ) {
    return { day, to: at + 2, ordinal: true }
  }
  if (isMark(next, '°') && isGlued(next)) return { day, to: at + 2, ordinal: true }
  if (isMark(next, '-') && isWord(tokens[at + 2], 'го', 'ого')) return { day, to: at + 3, ordinal: true }
  return { day, to: at + 1, ordinal: false }
}
