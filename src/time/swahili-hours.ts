import { type ClockFound, clock } from './clock-signs.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

const counts = new Map(
  'moja mbili tatu nne tano sita saba nane tisa kumi'
    .split(' ')
    .map((word, at): [string, number] => [word, at + 1]),
)

/** Counts of the hours that lie in each part of the day by Swahili reckoning, and from which hour of ours they count. */
const partsOfDay = new Map<string, { counts: number[]; from: number }>(
  Object.entries({
    alfajiri: { counts: [10, 11, 12], from: 18 },
    asubuhi: { counts: [12, 1, 2, 3, 4, 5], from: 6 },
    mchana: { counts: [5, 6, 7, 8, 9, 10], from: 6 },
    alasiri: { counts: [7, 8, 9, 10, 11], from: 6 },
    jioni: { counts: [9, 10, 11, 12, 1], from: 6 },
    usiku: { counts: [1, 2, 3, 4, 5, 6], from: 18 },
  }),
)

/**
 * "saa 10 jioni", "saa nne na nusu asubuhi", "saa 2:30 usiku", "11:00 jioni": Swahili counts the hours from sunrise and
 * from sunset, and names the part of the day. A count that cannot lie in that part so is an hour of ours.
 */
export function swahiliHourAt(tokens: Token[], at: number): ClockFound {
  const isLed = isWord(tokens[at], 'saa')
  const told = countAt(tokens, isLed ? at + 1 : at)
  if (!told || told.count > 12 || (!isLed && !isMark(tokens[at + 1], ':', '.'))) return null
  const { minute, to } = minutesAt(tokens, told.to)
  const end = isWord(tokens[to], 'za', 'ya') ? to + 1 : to
  const part = partsOfDay.get(tokens[end]?.text ?? '-')
  if (!part) return null
  const noon = part.from === 6 && told.count <= 1 && !isWord(tokens[end], 'asubuhi') ? 12 : 0
  const ours = isWord(tokens[end], 'asubuhi', 'alfajiri') || told.count === 12 ? told.count : told.count + 12
  const hour = part.counts.includes(told.count)
    ? part.from +
      (told.count % 12 || (part.from === 6 && isWord(tokens[end], 'jioni', 'alfajiri') ? 12 : 0)) +
      noon
    : ours
  return { part: clock({ hour: hour % 24, minute, padded: true }), to: end + 1 }
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
