import type { Doubt } from './doubt.ts'
import { isByTheMoon, isNearly } from './other-calendars.ts'
import type { SaidDate, SaidDay } from './said.ts'

type Day = Temporal.PlainDate

/**
 * "15 Ramadan 1447 (4 March 2026)": a day told in two calendars is one day, ours the surer. `other` keeps what the
 * other calendar said, so that it can be compared.
 */
export function withoutTwins(dates: SaidDate[]): SaidDate[] {
  const [other, ...others] = dates.filter(({ days }) => days.every(day => day.told))
  const ours = dates.filter(date => date.days.every(day => !day.told && day.day !== undefined))
  const [twin] = ours
  if (!other || others.length || !twin || ours.length > 1 || twin.days.length !== other.days.length)
    return dates
  for (const [at, day] of twin.days.entries()) {
    const said = other.days[at]!
    day.weekday ??= said.weekday
    day.twin = said
  }
  return dates.filter(date => date !== other)
}

/**
 * Days of a calendar that goes by the moon, as its tables have them. A weekday confirms them, or tells the day beside
 * on which the moon was seen; without one the days beside stay possible. `ways`: likeliest first.
 */
export function byTheMoon(days: SaidDay[], dates: Day[]): { ways: Day[][]; doubt: Doubt } | null {
  const index = days.findIndex(day => day.told && isNearly(day.told))
  const date = dates[index]
  if (!date) return null
  const weekday = days[index]?.weekday
  const away = weekday === undefined ? null : ((weekday - date.dayOfWeek + 10) % 7) - 3
  if (away === 0 || (away !== null && Math.abs(away) > 1)) return null
  const moved = (by: number) => dates.map((one, at) => (days[at]?.told ? one.add({ days: by }) : one))
  const likeliest = away ?? 0
  return {
    ways: [likeliest, ...[0, 1, -1].filter(by => by !== likeliest)].map(moved),
    doubt: {
      code: 'date-calendar',
      says: isByTheMoon(days[index]?.told ?? 'persian')
        ? `A day by the moon: ${date} by the tables of Umm al-Qura, a day beside it where the moon was seen so.`
        : `A day of another calendar: ${date} as it is reckoned mostly, a day beside it by the tables of some years.`,
    },
  }
}

/** A day told in two calendars that are further apart than sightings of the moon may be. */
export function twinDoubt(days: SaidDay[], twins: (Day | null)[], dates: Day[]): Doubt | null {
  for (const [at, date] of dates.entries()) {
    const twin = twins[at]
    if (!twin) continue
    const most = days[at]?.twin?.told && isNearly(days[at].twin.told) ? 2 : 0
    if (Math.abs(twin.until(date).days) > most)
      return { code: 'date-calendar', says: `The other calendar tells ${twin}, not ${date}.` }
  }
  return null
}
