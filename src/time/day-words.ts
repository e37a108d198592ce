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
  // "5 Ramadan 2026": the year is ours, the day is not.
  const inYear = isYearOf(calendar, told.year)
  const date = inYear
    ? dayIn(calendar, told.year, told.month, told.day)
    : dayInOurYear(calendar, told.month, told.day, told.year)
  if (!date) return null
  const { day, month, year } = date
  return { ...dayWords({ day, month, year, weekday: told.weekday }), told: calendar }
}
