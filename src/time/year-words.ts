import { isMilitary, looksLikeClock } from './clock-figures.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** A year behind a day: "2020", ", 2020", "de 2020", "2020 г.", "'20". */
export function yearAt(tokens: Token[], at: number, calendar?: 'persian'): { year?: number; to: number } {
  let here = at
  if (isMark(tokens[here], ',', '.', '-', '/')) here++
  if (isWord(tokens[here], 'of', 'de', 'del', 'do', 'عام', 'لعام', 'سنة')) here++
  if (isWord(tokens[here], 'พศ')) here++
  const token = tokens[here]
  if (calendar === 'persian')
    return isNumber(token, 4) && /^1[34]/.test(token.text)
      ? { year: Number(token.text), to: here + 1 }
      : { to: at }
  if (isNumber(token, 4) && isBuddhist(token) && /\p{Script=Thai}/u.test(tokens[here - 1]?.raw ?? ''))
    return { year: Number(token.text) - 543, to: here + 1 }
  if (isMark(token, "'") && isNumber(tokens[here + 1], 2) && isGlued(tokens[here + 1])) {
    return { year: 2000 + Number(tokens[here + 1]?.text), to: here + 2 }
  }
  if (isNumber(token, 2) && isMark(tokens[here - 1], '-', '/') && isGlued(token)) {
    const clock = isMark(tokens[here + 1], ':') || looksLikeClock(tokens, here)
    return clock ? { to: at } : { year: 2000 + Number(token.text), to: here + 1 }
  }
  if (!isNumber(token, 4) || !isYear(token) || isClockYear(tokens, here)) return { to: at }
  const sign = tokens[here - 1]
  if (isMark(sign, '-', '/') && !(isGlued(token) && isGlued(sign))) return { to: at }
  const to = isWord(tokens[here + 1], 'г', 'года', 'р', 'року', 'године', 'година', 'godine')
    ? here + 2
    : here + 1
  return { year: Number(token.text), to }
}

function isClockYear(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (isMark(next, ':') && isGlued(next) && isNumber(tokens[at + 2], 2)) return isGlued(tokens[at + 2])
  // "1900-2030 hrs"
  if (isMark(next, '-') && isNumber(tokens[at + 2], 4) && isWord(tokens[at + 3], 'hrs', 'hours', 'hr', 'h'))
    return true
  return isWord(next, 'hrs', 'hours', 'hr', 'h') || isMilitary(tokens, at)
}

/** Thailand counts from 543 years earlier. */
function isBuddhist(token: Token): boolean {
  const year = Number(token.text) - 543
  return year >= 1950 && year <= 2100
}

export function isYear(token: Token): boolean {
  const year = Number(token.text)
  return year >= 1900 && year <= 2100
}
