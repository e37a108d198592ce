import { pauseAfter } from './back-off.ts'

const hour = 3_600_000
const day = 24 * hour

/** What the pace of a source depends on. Moments are epoch milliseconds. */
export type Pacing = {
  now: number
  /** Start of its first event that is not over; null: there is none. */
  next: number | null
  /** End of its last event; null: none of its events has a time. */
  last: number | null
  /** From 0 to 1. */
  chance: number
}

/** Nothing is read more often. */
export const shortestPace = hour
const longestPace = 28 * day
/** A source is met like this. */
export const firstPace = day

/**
 * The longest that may pass until it is read again: an hour on the day itself (from a day before the start until the
 * end), a day in the two weeks before it and, for recordings, after it; a week within three months; else four weeks.
 */
export function ceilingAt({ now, next, last }: Pick<Pacing, 'now' | 'next' | 'last'>): number {
  const [ahead, since] = [next === null ? Infinity : next - now, last === null ? Infinity : now - last]
  if (ahead <= day) return hour
  if (ahead <= 14 * day || (since >= 0 && since <= 14 * day)) return day
  if (ahead <= 90 * day || (since >= 0 && since <= 90 * day)) return 7 * day
  return longestPace
}

/** What its changes teach: what changed is read twice as often, what did not half as often again. */
export function learnedPace(pace: number, changed: boolean): number {
  return Math.min(longestPace, Math.max(shortestPace, changed ? pace / 2 : pace * 1.5))
}

/**
 * When a source is read next: after its pace or the ceiling, whichever is shorter, less up to a tenth, so that not all
 * are read at once; and never later than the moment at which it is to be read more often.
 *
 * @param pace as it was learned
 */
export function nextReading(pace: number, pacing: Pacing): number {
  const { now, next, chance } = pacing
  const whole = Math.min(pace, ceilingAt(pacing))
  const wait = Math.max(shortestPace * 0.9, whole * (0.9 + chance / 10))
  const turns = next === null ? [] : [90, 14, 1].map(days => next - days * day).filter(turn => turn > now)
  const nearest = Math.min(...turns)
  const at = now + wait
  return Math.round(nearest < at ? Math.max(nearest, now + shortestPace * 0.9) : at)
}

/**
 * When a source is tried again that could not be read: soon, then ever later, once a day in the end; on the day itself
 * once an hour at least; and not before the site asked for.
 *
 * @param failures 1 after the first; @param retryAfter seconds
 */
export function nextAttempt(failures: number, retryAfter: number | undefined, pacing: Pacing): number {
  const { now, chance } = pacing
  const calm = failures > 8 ? day * (0.5 + chance / 2) : pauseAfter(failures + 2, chance)
  const wait = Math.min(calm, Math.max(hour, ceilingAt(pacing)))
  return Math.round(now + Math.max(wait, Math.min(retryAfter ?? 0, longestWait) * 1000))
}

/** In seconds: a site that asks for more is asked again all the same. */
const longestWait = (7 * day) / 1000

/** Whether it is of no use to go on by itself: it has failed for a week, and often. */
export function hasFailedLong(failures: number, failingSince: number, now: number): boolean {
  return failures >= 8 && now - failingSince >= 7 * day
}
