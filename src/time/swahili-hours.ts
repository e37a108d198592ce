import { type ClockFound, clock } from './clock-signs.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const counts = new Map(
  'moja mbili tatu nne tano sita saba nane tisa kumi'
    .split(' ')
    .map((word, at): [string, number] => [word, at + 1]),
)

/**
 * "saa 10 jioni", "saa nne na nusu asubuhi", "saa 2:30 usiku": Swahili counts the hours from sunrise and from sunset,
 * and names the part of the day; what names none may be said in the other way and is left to others.
 */
export function swahiliHourAt(tokens: Token[], at: number): ClockFound {
  if (!isWord(tokens[at], 'saa')) return null
  const told = countAt(tokens, at + 1)
  if (!told || told.count > 12) return null
  const { minute, to } = minutesAt(tokens, told.to)
  const part = tokens[isWord(tokens[to], 'za', 'ya') ? to + 1 : to]
  if (!isWord(part, 'asubuhi', 'alfajiri', 'mchana', 'jioni', 'usiku')) return null
  // "saa 4 jioni", "saa 2 mchana" are no hours of that part of the day, counted so: they are ours.
  if ((isWord(part, 'jioni') && told.count > 2 && told.count < 9) || (isWord(part, 'mchana') && told.count < 4))
    return null
  const hour = told.count + (isWord(part, 'usiku') ? 18 : 6)
  const early = isWord(part, 'asubuhi', 'alfajiri') && hour > 15
  return {
    part: clock({ hour: early ? hour - 12 : hour % 24, minute, padded: true }),
    to: tokens.indexOf(part as Token, to) + 1,
  }
}

function countAt(tokens: Token[], at: number): { count: number; to: number } | null {
  const token = tokens[at]
  if (isNumber(token) && token.raw.length <= 2) return { count: Number(token.text), to: at + 1 }
  const count = token?.kind === 'word' ? counts.get(token.text) : undefined
  if (count !== 10 || !isWord(tokens[at + 1], 'na')) return count ? { count, to: at + 1 } : null
  const more = counts.get(tokens[at + 2]?.text ?? '-')
  return more && more <= 2 ? { count: 10 + more, to: at + 3 } : { count, to: at + 1 }
}

function minutesAt(tokens: Token[], at: number): { minute: number; to: number } {
  const figure = tokens[at + 1]
  if (isMark(tokens[at], ':', '.') && isNumber(figure, 2) && isGlued(figure))
    return { minute: Number(figure.text), to: at + 2 }
  if (isWord(tokens[at], 'na') && isWord(tokens[at + 1], 'nusu')) return { minute: 30, to: at + 2 }
  if (isWord(tokens[at], 'na') && isWord(tokens[at + 1], 'robo')) return { minute: 15, to: at + 2 }
  return { minute: 0, to: at }
}
