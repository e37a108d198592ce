import { dayOf } from './day-words.ts'
import { monthAt } from './months.ts'
import { type DatePart, type Found, isGlued, isMark, isNumber } from './part.ts'
import type { Token } from './tokens.ts'

const values = new Map<string, number>(
  [...'אבגדהוזחטיכלמנסעפצקרשת'].map((letter, at): [string, number] => [
    letter,
    at < 10 ? at + 1 : at < 19 ? (at - 8) * 10 : (at - 17) * 100,
  ]),
)

/** "כ״ח בכסלו תשפ״ז", "ה' בטבת": days and years told in letters. */
export function hebrewDateAt(tokens: Token[], at: number): Found<DatePart> {
  const day = numeralAt(tokens, at)
  if (!day || day.value > 30) return null
  const month = monthAt(tokens, day.to)
  if (month?.word.calendar !== 'hebrew') return null
  // "א אב" may be two words; a sign behind the letters, or "in" before the month, makes them a day.
  if (!day.signed && !month.raw.startsWith('ב')) return null
  const { year, to } = yearAt(tokens, month.to)
  const days = dayOf('hebrew', { day: day.value, month: month.month, year })
  return days && { part: { kind: 'date', days: [days], link: 'one', languages: ['he'] }, to }
}

/** "תשפ״ז", "ה'תשפ\"ז", "5787". */
function yearAt(tokens: Token[], at: number): { year?: number; to: number } {
  const figure = tokens[at]
  if (isNumber(figure, 4) && /^5[5-9]/.test(figure.text)) return { year: Number(figure.text), to: at + 1 }
  const thousands = figure?.raw === 'ה' && isSign(tokens[at + 1]) ? at + 2 : at
  const numeral = numeralAt(tokens, thousands)
  return numeral && numeral.value >= 600 && numeral.value < 900
    ? { year: 5000 + numeral.value, to: numeral.to }
    : { to: at }
}

function isSign(token: Token | undefined): boolean {
  return isMark(token, "'", '׳', '"', '״') && isGlued(token)
}

/** Letters as a number, with the sign that marks them as one: "ט״ו", "ה׳". */
function numeralAt(tokens: Token[], at: number): { value: number; to: number; signed: boolean } | null {
  const first = tokens[at]
  if (first?.kind !== 'word' || !/^[א-ת]{1,4}$/u.test(first.raw)) return null
  const last = tokens[at + 2]
  const signed = isSign(tokens[at + 1])
  const joined = signed && last?.kind === 'word' && isGlued(last) && last.raw.length === 1
  const letters = first.raw + (joined ? last.raw : '')
  let value = 0
  for (const letter of letters) value += values.get(letter) ?? 1000
  return value < 1000 ? { value, to: at + (joined ? 3 : signed ? 2 : 1), signed } : null
}
