import { type ClockFound, clock } from './clock-signs.ts'
import { isGlued, isMark, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'

/** Parts of the Ethiopian day, and the hour of ours from which its hours are counted. */
const parts = new Map<string, number>(
  Object.entries({
    ...Object.fromEntries(['ከሰዓት', 'ከሰአት', 'ጠዋት', 'ከጠዋቱ', 'ቀን', 'ከቀኑ', 'በቀን'].map(word => [word, 6])),
    ...Object.fromEntries(['ምሽት', 'በምሽት', 'ከምሽቱ', 'ማታ', 'ሌሊት', 'ከሌሊቱ'].map(word => [word, 18])),
  }),
)

/** "ከቀኑ 8 ሰዓት" is 14:00: Amharic names the part of the day, then counts its hours from dawn or from dusk. */
export function ethiopianHourAt(tokens: Token[], at: number): ClockFound {
  // "ከጠዋቱ 4 ሰዓት እስከ 6 ሰዓት": the part of the day holds for the end too.
  const isEnd = isNumber(tokens[at]) && isWord(tokens[at - 1], 'እስከ')
  const told = isEnd
    ? tokens.slice(Math.max(0, at - 7), at).findLast(({ text }) => parts.has(text))
    : tokens[at]
  const from = parts.get(told?.text ?? '-')
  const here = isEnd ? at - 1 : at
  const figure = tokens[here + 1]
  if (from === undefined || !isNumber(figure) || figure.raw.length > 2) return null
  const count = Number(figure.text)
  const sign = tokens[here + 2]
  const minutes = tokens[here + 3]
  const exact = isMark(sign, ':', '.') && isGlued(sign) && isNumber(minutes, 2)
  let to = exact ? here + 4 : here + 2
  const isHour = isWord(tokens[to], 'ሰዓት', 'ሰአት')
  if (count < 1 || count > 12 || !(exact || isHour)) return null
  if (isHour) to++
  const half = isWord(tokens[to], 'ተኩል')
  // "ከሰዓት 2:30", "በምሽት 7:30" are hours of ours: counted from dawn or dusk they would lie in another part of the day.
  const isAfternoon = isWord(tokens[at], 'ከሰዓት', 'ከሰአት') && count <= 6
  const isEvening = isWord(tokens[at], 'ምሽት', 'በምሽት') && count >= 7
  if (isAfternoon || isEvening)
    return { part: clock({ hour: 12 + count, minute: exact ? Number(minutes?.text) : 0, padded: true }), to }
  const minute = exact ? Number(minutes?.text) : half ? 30 : 0
  return { part: clock({ hour: (from + count) % 24, minute, padded: true }), to: half ? to + 1 : to }
}
