import type { Doubt } from './doubt.ts'
import { dayOfNth } from './nth-weekdays.ts'
import { dayInOurYear } from './other-calendars.ts'
import type { SaidDay } from './said.ts'

type Day = Temporal.PlainDate

/** The day of a calendar that words tell, in a year; null where there is none. */
export function plain(day: SaidDay, year: number | undefined): Day | null {
  if (day.day === undefined || day.month === undefined || year === undefined) return null
  if (day.calendar) return dayInOurYear(day.calendar, day.month, day.day, year)
  if (day.nth) return dayOfNth(day.nth, year, day.month)
  const leap = Temporal.PlainDate.from({ year, month: day.month, day: 1 }).daysInMonth
  return day.day <= leap ? Temporal.PlainDate.from({ year, month: day.month, day: day.day }) : null
}

/** All days of words, each by `dayOf` or, where only its weekday is told, the next one behind the day before. */
export function inOrder(days: SaidDay[], dayOf: (day: SaidDay) => Day | null): (Day | null)[] {
  let last: Day | null = null
  return days.map(day => {
    last = day.following && last && day.weekday !== undefined ? nextOf(last, day.weekday) : dayOf(day)
    return last
  })
}

function nextOf(day: Day, weekday: number): Day {
  return day.add({ days: (weekday - day.dayOfWeek + 7) % 7 || 7 })
}

/** All days, the first one in that year, those behind it in the next where months go back. */
export function withYear(days: SaidDay[], first: number): (Day | null)[] {
  let year = first
  let month = 0
  return inOrder(days, day => {
    if (day.month !== undefined && day.month < month) year++
    month = day.month ?? month
    return plain(day, year)
  })
}

/** Doubtful where the day lies back or nearly as near in another year. */
export function chooseYears(days: SaidDay[], published: Day, doubts: Doubt[]): number[] {
  const head = days[0]
  if (!head) return []
  const candidates = [-1, 0, 1, 2, 3, 4]
    .map(add => published.year + add)
    .flatMap(year => {
      const day = plain(head, year)
      return day ? [{ year, day, away: published.until(day).days }] : []
    })
    .toSorted((a, b) => cost(a.away) - cost(b.away))
  const [best, second] = candidates
  if (!best) return []
  const weekday = days.some(day => day.weekday !== undefined)
  const fitting = (one: { year: number }) =>
    withYear(days, one.year).every(
      (day, index) => days[index]?.weekday === undefined || day?.dayOfWeek === days[index]?.weekday,
    )
  if (weekday && fitting(best)) return [best.year]
  if (weekday && second && fitting(second) && Math.abs(second.away) < 300) {
    if (best.away >= 0 && best.away < 120) doubts.push(assumed(second.year, 'the weekday fits it'))
    return [second.year, best.year]
  }
  const unsure =
    best.away < -45 || best.away > 200 || (second !== undefined && cost(second.away) < 2 * cost(best.away))
  if (!unsure) return weekday && second && fitting(second) ? [best.year, second.year] : [best.year]
  doubts.push(assumed(best.year, 'it is nearest to the day of publication'))
  return second ? [best.year, second.year] : [best.year]
}

/** What lies back is half as likely as what lies ahead. */
export function cost(away: number): number {
  return away >= 0 ? away : -away * 2
}

function assumed(year: number, why: string): Doubt {
  return { code: 'year-assumed', says: `No year is told; ${year} is taken because ${why}.` }
}
