import { addDays, isDay } from '../time/days.ts'

/** First and last day of an edition (ISO dates). */
export type Days = { startsOn: string; endsOn: string }

/**
 * How the next edition's days follow from this one's: the day the series is observed on, the same date, or the same
 * weekday of the month (the first Saturday of March).
 */
const nextRules = ['observed', 'date', 'weekday'] as const
export type NextRule = (typeof nextRules)[number]

/**
 * The days of an edition one year on, by each rule that leads to days of its own; as many days as this one has.
 *
 * @param observed `--12-18`, where the series has such a day
 */
export function nextDays(
  { startsOn, endsOn }: Days,
  observed: string | null,
): { rule: NextRule; days: Days }[] {
  const year = Number(startsOn.slice(0, 4)) + 1
  const found: { rule: NextRule; startsOn: string }[] = [
    ...(observed ? [{ rule: 'observed' as const, startsOn: dayIn(year, observed.slice(2)) }] : []),
    { rule: 'date', startsOn: dayIn(year, startsOn.slice(5)) },
    { rule: 'weekday', startsOn: sameWeekday(startsOn, year) },
  ]
  return found
    .filter(({ startsOn }, at) => found.findIndex(other => other.startsOn === startsOn) === at)
    .map(({ rule, startsOn: first }) => ({
      rule,
      days: { startsOn: first, endsOn: addDays(first, lengthOf({ startsOn, endsOn }) - 1) },
    }))
}

/** The first day on or after `from` that is this day of a year (`--12-18`). */
export function nextObserved(observed: string, from: string): string {
  const year = Number(from.slice(0, 4))
  const nearest = dayIn(year, observed.slice(2))
  return nearest >= from ? nearest : dayIn(year + 1, observed.slice(2))
}

/** 29 February is on the 28th in other years. */
function dayIn(year: number, monthAndDay: string): string {
  const told = `${year}-${monthAndDay}`
  return isDay(told) ? told : `${year}-02-28`
}

function lengthOf({ startsOn, endsOn }: Days): number {
  return Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1
}

/** The third Saturday again; the fifth one is the last one, where a month has only four. */
function sameWeekday(day: string, year: number): string {
  const first = `${year}-${day.slice(5, 7)}-01`
  const ahead = (weekdayOf(day) - weekdayOf(first) + 7) % 7
  const nth = Math.floor((Number(day.slice(8)) - 1) / 7)
  const found = addDays(first, ahead + nth * 7)
  return found.slice(0, 7) === first.slice(0, 7) ? found : addDays(found, -7)
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay()
}
