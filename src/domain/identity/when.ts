import type { Traits } from './traits.ts'

/**
 * How two lie in time. `same`: at one moment, or at one clock time where one of them floats; `near`: within 45 minutes
 * (doors, a rounded hour), or at one clock time in two zones; `day`, `next`: hours apart; `dayonly`: of one of them only
 * the day is told, and it is the same; `unknown`: one of them tells no day.
 */
export type When = 'same' | 'near' | 'day' | 'next' | 'dayonly' | 'dayonly+1' | 'week' | 'apart' | 'unknown'

const minute = 60_000
const day = 24 * 60 * minute

export function whenOf(a: Traits, b: Traits): When {
  if (a.moment && b.moment) {
    const isOneWall = a.moment.wall === b.moment.wall
    if ((a.moment.isFloating || b.moment.isFloating) && isOneWall) return 'same'
    const apart = Math.abs(a.moment.startsAt - b.moment.startsAt)
    if (apart < 3 * minute) return 'same'
    if (apart <= 45 * minute || isOneWall) return 'near'
    if (a.days![0] === b.days![0] || apart < 8 * 60 * minute) return 'day'
    return apart < day + 2 * 60 * minute ? 'next' : 'apart'
  }
  if (!a.days || !b.days) return 'unknown'
  const from = a.days[0] > b.days[0] ? a.days[0] : b.days[0]
  const to = a.days[1] < b.days[1] ? a.days[1] : b.days[1]
  if (from <= to) return 'dayonly'
  const between = Date.parse(from) - Date.parse(to)
  return between <= day ? 'dayonly+1' : between <= 7 * day ? 'week' : 'apart'
}

/** Whether one begins when the other is over. */
export function areInTurn(a: Traits, b: Traits): boolean {
  return isAfter(a, b) || isAfter(b, a)
}

function isAfter({ moment: one }: Traits, { moment: other }: Traits): boolean {
  if (!one || !other || one.isFloating || other.isFloating || one.endsAt === null) return false
  return one.wall !== other.wall && one.endsAt > one.startsAt && other.startsAt >= one.endsAt
}
