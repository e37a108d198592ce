import { type CalendarWord, monthOf } from './calendar-words.ts'
import { isGlued, isMark } from './part.ts'
import type { Token } from './tokens.ts'

/** A month's name at a token: its number and the token after it. */
export function monthAt(
  tokens: Token[],
  at: number,
): { month: number; to: number; word: CalendarWord; raw: string } | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const next = tokens[at + 1]
  const pair =
    next?.kind === 'word' && doubleMonths.has(token.text) ? monthOf(`${token.text} ${next.text}`) : undefined
  const word = pair ?? monthOf(token.text)
  if (!word) return null
  let to = at + (pair ? 2 : 1)
  if (isMark(tokens[to], '.') && isGlued(tokens[to]) && (word.short || token.text === 'may')) to++
  // "كانون الأول/ديسمبر", "ديسمبر (كانون الأول)": the month named twice.
  if (isMark(tokens[to], '/', '(')) {
    const again = monthAt(tokens, to + 1)
    if (again?.month === word.value) {
      to = again.to
      if (isMark(tokens[to], ')')) to++
    }
  }
  return { month: word.value, to, word, raw: token.raw }
}

/** Levantine months of two words. */
const doubleMonths = new Set(['كانون', 'تشرين'])
