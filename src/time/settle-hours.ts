import type { Clock } from './part.ts'

/** Minutes-exact hours of a day: seconds since its midnight; an end may lie on the next day (86,400 and more). */
export type Hours = { start: number; end: number | null; midnight: boolean }

const day = 86_400
const half = 43_200

/** Which half of the day each hour lies in: "4-6pm" is 16 to 18, "11-1pm" 11 to 13, "22-2" ends the next day. */
export function settleHours(start: Clock, end: Clock | null): Hours {
  const midnight = start.midnight === true
  if (!end) return { start: secondsOf(start), end: null, midnight }
  if (end.half && !start.half && start.hour <= 12 && !start.padded && !start.midnight)
    return halfFromEnd(start, end)
  const from = secondsOf(start)
  let to = secondsOf(end)
  const free = !end.half && end.hour <= 12 && !end.padded
  // "11 am - 1", "12-1", "10:00-2:00": an end that would lie half a day back is of the afternoon.
  const loose = start.half !== null || (!start.padded && start.hour <= 12)
  if (loose && free && to < from && to + half > from && to + half <= day) to += half
  return { start: from, end: to > from ? to : to + day, midnight: false }
}

function halfFromEnd(start: Clock, end: Clock): Hours {
  const to = secondsOf(end) || day
  const same = secondsOf({ ...start, half: end.half })
  const other = secondsOf({ ...start, half: end.half === 'am' ? 'pm' : 'am' })
  if (same < to) return { start: same, end: to, midnight: false }
  return { start: other, end: other < to ? to : to + day, midnight: false }
}

/**
 * Hours to the other half of the day in which an hour told in words may lie; 0 where only one is likely: nobody
 * announces half past three in the night or half past nine late in the evening.
 */
export function otherHalf(clock: Clock): number {
  if (!clock.spoken || clock.half) return 0
  return clock.hour >= 6 && clock.hour < 9 ? -12 : 0
}

export function secondsOf(clock: Clock): number {
  let hour = clock.hour
  if (clock.spoken && !clock.half && hour < 9) hour += 12
  if (clock.half === 'pm' && hour < 12) hour += 12
  if (clock.half === 'am' && hour === 12) hour = 0
  return hour * 3600 + clock.minute * 60 + clock.second
}
