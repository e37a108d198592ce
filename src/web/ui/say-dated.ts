import { sayDay, sayMonth } from '../../time/say-time.ts'

/** A day, month or year as precise as it is known: `18 December 2020`, `December 2020`, `2020`. */
export function sayDated(date: string, locale: string): string {
  if (date.length === 4) return yearIn(Number(date), locale)
  if (date.length === 7) return sayMonth(date, locale)
  return sayDay(date, 'dates', locale)
}

/** In the digits of the language, and as it writes years. */
export function yearIn(year: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }).format(
    Date.UTC(year, 6, 1),
  )
}
