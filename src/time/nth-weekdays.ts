import { weekdayOf } from './calendar-words.ts'
import { monthAt } from './months.ts'
import { type DatePart, type Found, isNumber, isWord } from './part.ts'
import type { Token } from './tokens.ts'
import { yearAt } from './year-words.ts'

const counts = new Map(
  Object.entries({
    1: 'first erster ersten erste premier primer primo prima primeiro primeira eerste',
    2: 'second zweiter zweiten zweite deuxieme segundo segunda secondo seconda tweede',
    3: 'third dritter dritten dritte troisieme tercer terzo terza terceiro terceira derde',
    4: 'fourth vierter vierten vierte quatrieme cuarto quarto quarta vierde',
    5: 'last letzter letzten letzte dernier ultimo ultima laatste',
  }).flatMap(([count, words]) => words.split(' ').map((word): [string, number] => [word, Number(count)])),
)

/** Counted from the end of the month. */
const last = 5

/** "the third Sunday of January", "1st Saturday in October 2027", "le premier lundi de mars". */
export function nthWeekdayAt(tokens: Token[], at: number): Found<DatePart> {
  const count = countAt(tokens, at)
  const weekday = count && weekdayOf(tokens[count.to]?.text ?? '')
  if (!count || !weekday || weekday.short) return null
  const joined = isWord(tokens[count.to + 1], 'of', 'in', 'de', 'di', 'im', 'van')
    ? count.to + 2
    : count.to + 1
  const month = monthAt(tokens, joined)
  if (!month || month.word.calendar) return null
  const { year, to } = yearAt(tokens, month.to)
  const day = {
    day: count.nth * 7 - 3,
    month: month.month,
    nth: { count: count.nth, weekday: weekday.value },
    ...(year === undefined ? {} : { year }),
  }
  return { part: { kind: 'date', days: [day], link: 'one', languages: month.word.languages }, to }
}

function countAt(tokens: Token[], at: number): { nth: number; to: number } | null {
  const token = tokens[at]
  const nth = token?.kind === 'word' ? counts.get(token.text) : undefined
  if (nth) return { nth, to: at + 1 }
  const figure =
    isNumber(token, 1) && isWord(tokens[at + 1], 'st', 'nd', 'rd', 'th', 'er', 'e', 'o')
      ? Number(token.text)
      : 0
  return figure >= 1 && figure <= 4 ? { nth: figure, to: at + 2 } : null
}

/** That weekday of a month, as a day of the calendar. */
export function dayOfNth(
  nth: { count: number; weekday: number },
  year: number,
  month: number,
): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const day = 1 + ((nth.weekday - first.dayOfWeek + 7) % 7) + (nth.count - 1) * 7
  const fits = nth.count === last && day > first.daysInMonth ? day - 7 : day
  return first.with({ day: fits })
}
