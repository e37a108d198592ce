import type { Traits } from '../traits.ts'

/**
 * How two lie in time. `same`: at one moment, or at one clock time where one of them floats; `near`: within 45 minutes
 * (doors, a rounded hour); `hour`: put off a little; `clock`: at one time of two clocks, or of the morning and the
 * evening; `day`, `next`: hours apart; `dayonly`: of one of them only
 * the day is told, and it is the same; `unknown`: one of them tells no day.
 */
export type When =
  | 'same'
  | 'near'
  | 'hour'
  | 'clock'
  | 'day'
  | 'next'
  | 'dayonly'
  | 'dayonly+1'
  | 'week'
  | 'apart'
  | 'years'
  | 'unknown'

/** The same with fewer words, for what is told too seldom of each. */
export const roughly: Record<When, string> = {
  same: 'at one time',
  near: 'at one time',
  hour: 'at one time',
  clock: 'at one time',
  day: 'on one day',
  dayonly: 'on one day',
  next: 'about then',
  'dayonly+1': 'about then',
  week: 'about then',
  apart: 'at another time',
  years: 'at another time',
  unknown: 'unknown',
}

const minute = 60_000
const day = 24 * 60 * minute
/** Less a little: a day is not every year on one date. */
const year = 300 * day

export function whenOf(a: Traits, b: Traits): When {
  if (a.moment && b.moment) {
    const isFloating = a.moment.isFloating || b.moment.isFloating
    const byClock = Math.abs(wallOf(a.moment.wall) - wallOf(b.moment.wall))
    const apart = isFloating ? byClock : Math.abs(a.moment.startsAt - b.moment.startsAt)
    if (apart < 3 * minute) return 'same'
    if (apart <= 45 * minute) return 'near'
    if (apart <= 90 * minute) return 'hour'
    if (byClock === 0 || (byClock === day / 2 && a.days![0] === b.days![0])) return 'clock'
    if (a.days![0] === b.days![0] || apart < 8 * 60 * minute) return 'day'
    return apart < day + 2 * 60 * minute ? 'next' : apart < year ? 'apart' : 'years'
  }
  if (!a.days || !b.days) return 'unknown'
  const from = a.days[0] > b.days[0] ? a.days[0] : b.days[0]
  const to = a.days[1] < b.days[1] ? a.days[1] : b.days[1]
  if (from <= to) return 'dayonly'
  const between = Date.parse(from) - Date.parse(to)
  return between <= day ? 'dayonly+1' : between <= 7 * day ? 'week' : between < year ? 'apart' : 'years'
}

function wallOf(wall: string): number {
  return Date.parse(`${wall}Z`)
}

/** One is some days, the other some hours on one of the later ones. */
export function isWithinDays(a: Traits, b: Traits): boolean {
  return isPartOf(a, b) || isPartOf(b, a)
}

function isPartOf({ moment, days: its }: Traits, { moment: whole, days }: Traits): boolean {
  if (!moment || !its || !days || its[0] !== its[1] || days[0] === days[1]) return false
  if (whole && whole.endsAt !== null && whole.endsAt - whole.startsAt < 20 * 60 * minute) return false
  return days[0] < its[0] && its[0] <= days[1]
}

/** On one day of the week at one time of the clock, weeks apart, or a day later: as the next of a series is. */
export function areAsInSeries(a: Traits, b: Traits): 'weeks' | 'day' | null {
  if (!a.moment || !b.moment) return null
  const apart = Math.abs(wallOf(a.moment.wall) - wallOf(b.moment.wall))
  return apart === day ? 'day' : apart > 0 && apart % (7 * day) === 0 ? 'weeks' : null
}

/** Whether one begins when the other is over. */
export function areInTurn(a: Traits, b: Traits): boolean {
  return isAfter(a, b) || isAfter(b, a)
}

function isAfter({ moment: one }: Traits, { moment: other }: Traits): boolean {
  if (!one || !other || one.isFloating || other.isFloating || one.endsAt === null) return false
  return one.wall !== other.wall && one.endsAt > one.startsAt && other.startsAt >= one.endsAt
}
