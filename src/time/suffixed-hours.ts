import { figureAt, halved } from './clock-figures.ts'
import type { ClockFound } from './clock-signs.ts'
import { endingAt } from './hours-with-endings.ts'
import { isMark, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** "akşam 7'de", "öğlen 12'de", "este 7-kor": the part of the day, and a figure with the ending of an hour. */
export function suffixedAt(tokens: Token[], at: number): ClockFound {
  const half = isWord(tokens[at], 'oglen', 'ogle')
    ? 'noon'
    : (leading.get(tokens[at]?.text ?? '') ?? shortHalf(tokens, at))
  const from = isWord(tokens[at + 1], 'saat') || isMark(tokens[at + 1], '.') ? at + 2 : at + 1
  const found = half ? figureAt(tokens, from) : null
  if (!half || !found || found.part.half) return null
  const { hour } = found.part
  // "este 7 órakor"
  if (hour <= 12 && isWord(tokens[found.to - 1], 'orakor', 'oratol', 'oraig'))
    return { part: { ...found.part, ...halved(half, hour), bare: false }, to: found.to }
  if (hour <= 12 && isWord(tokens[found.to], 'ora'))
    return { part: { ...found.part, ...halved(half, hour), bare: false }, to: found.to + 1 }
  if (hour > 12 || !endingAt(tokens, found.to)) return null
  return { part: { ...found.part, ...halved(half, hour), bare: false }, to: found.to + 2 }
}

/** Hungarian "de." and "du.", before and after noon: believed before an hour that is called so. */
function shortHalf(tokens: Token[], at: number): 'am' | 'pm' | undefined {
  if (!isWord(tokens[at], 'de', 'du') || !isMark(tokens[at + 1], '.')) return undefined
  return isWord(tokens[at], 'de') ? 'am' : 'pm'
}

/** Parts of the day that stand before their hour. */
export const leading = new Map<string, 'am' | 'pm'>([
  ...['este', 'delutan', 'aksam', 'wieczorem', 'vecer', 'navecer', 'увечері', 'illalla', 'kvall'].map(
    (word): [string, 'pm'] => [word, 'pm'],
  ),
  ...['reggel', 'delelott', 'sabah', 'rano', 'aamulla', 'вранці'].map((word): [string, 'am'] => [word, 'am']),
])
