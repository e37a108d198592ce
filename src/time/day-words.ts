import { type Calendar, dayIn, dayInOurYear, isYearOf } from './other-calendars.ts'
import type { DayWords } from './part.ts'

type Told = { day: number; month: number; year?: number | undefined; weekday?: number | undefined }

/** A day as somebody told it; what they left out is left out. */
export function dayWords({ day, month, year, weekday }: Told): DayWords {
  return {
    day,
    month,
    ...(year === undefined ? {} : { year }),
    ...(weekday === undefined ? {} : { weekday }),
  }
}

/** The same told in another calendar, turned into ours where its year is told; null where it has no such day. */
export function dayOf(calendar: Calendar | undefined, told: Told): DayWords | null {
  if (!calendar) return dayWords(told)
  if (told.year === undefined) return { ...dayWords(told), calendar, told: calendar }
  const [date, ...others] = daysOf(calendar, told.month, told.day, told.year)
  if (!date) return null
  const words = { ...dayWords({ ...figuresOf(date), weekday: told.weekday }), told: calendar }
  return others.length ? { ...words, either: others.map(figuresOf) } : words
}

/** "5 Ramadan 2026": the year is ours, the day is not. Of Ethiopian years and ours it may be either. */
function daysOf(calendar: Calendar, month: number, day: number, year: number): Temporal.PlainDate[] {
  const isTir = calendar === 'ethiopic' && month === 5
  if (isTir && isYearOf('persian', year)) return whole(dayIn('persian', year, 4, day))
  if (!isYearOf(calendar, year)) return whole(dayInOurYear(calendar, month, day, year))
  if (calendar !== 'ethiopic') return whole(dayIn(calendar, year, month, day))
  return whole(
    dayIn(calendar, year, month, day),
    dayInOurYear(calendar, month, day, year),
    isTir ? dayInOurYear('persian', 4, day, year) : null,
  )
}

function whole(...days: (Temporal.PlainDate | null)[]): Temporal.PlainDate[] {
  return days.filter(day => day !== null)
}

function figuresOf({ year, month, day }: Temporal.PlainDate) {
  return { year, month, day }
}
