import { type ClockFound, clock } from './clock-signs.ts'
import { type Clock, isNumber } from './part.ts'
import type { Token } from './tokens.ts'

const counts = new Map(
  'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด'.split(' ').map((word, at): [string, number] => [word, at + 1]),
)

/** "2 ทุ่ม" (20:00), "บ่ายสองโมงครึ่ง" (14:30), "9 โมงเช้า", "ห้าโมงเย็น", "เที่ยง": Thai counts hours of six. */
export function thaiHourAt(tokens: Token[], at: number): ClockFound {
  const raw = (index: number) => tokens[index]?.raw ?? ''
  if (/^เที่ยง(?:วัน)?$/.test(raw(at))) return half(tokens, at + 1, { hour: 12 })
  if (raw(at) === 'เที่ยงคืน') return { part: clock({ hour: 0, midnight: true, padded: true }), to: at + 1 }
  const afternoon = raw(at) === 'บ่าย'
  const from = afternoon ? at + 1 : at
  const count = countAt(tokens[from])
  if (afternoon && raw(from) === 'โมง') return half(tokens, from + 1, { hour: 13 })
  if (!count) return null
  const sign = raw(from + 1)
  const to = from + 2
  if (afternoon && count < 7) return half(tokens, sign === 'โมง' ? to : from + 1, { hour: 12 + count })
  if (afternoon) return null
  if (sign === 'ทุ่ม' && count < 6) return half(tokens, to, { hour: 18 + count })
  if (sign === 'โมงเช้า') return half(tokens, to, { hour: count })
  if (sign === 'โมงเย็น' && count < 8) return half(tokens, to, { hour: 12 + count })
  return null
}

function countAt(token: Token | undefined): number | undefined {
  if (isNumber(token) && token.raw.length <= 2) return Number(token.text) || undefined
  return counts.get(token?.raw ?? '')
}

function half(tokens: Token[], at: number, told: Partial<Clock>): ClockFound {
  const isHalf = tokens[at]?.raw === 'ครึ่ง'
  return {
    part: clock({ ...told, minute: isHalf ? 30 : 0, padded: true }),
    to: isHalf ? at + 1 : at,
  }
}
