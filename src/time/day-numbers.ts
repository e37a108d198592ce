import { ordinalDayAt } from './ordinal-days.ts'
import { isGlued, isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Behind "-": "18-го", "12-a de decembro", "8-ին". */
const grownOrdinals = 'го ого а е ше ші шы чи нчи inci ıncı uncu a an ին րդ ე'.split(' ')

/** A day’s number, the token behind it, whether it is told as an ordinal, and its weekday where that is told. */
export type Day = { day: number; to: number; ordinal: boolean; weekday?: number }

export const ordinals = new Set(
  'hb st nd rd th er ro re do to vo o a e eme ieme го ого мая te de ste º ª an مه مې'.split(' '),
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
  if (isMark(next, '-') && isWord(tokens[at + 2], ...grownOrdinals) && isGlued(tokens[at + 2]))
    return { day, to: at + 3, ordinal: true }
  return { day, to: at + 1, ordinal: false }
}
