import type { CalendarItem, GoneItem } from './item.ts'
import { recordedOf } from './recorded.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How often to look again, by how near the nearest event is: from so long before its start until so long after it. */
const paces = [
  { before: day, after: 12 * hour, every: 15 * minute },
  { before: 7 * day, after: 3 * day, every: hour },
  { before: 30 * day, after: 14 * day, every: 6 * hour },
] as const
const farPace = day

/** For how long a calendar tells that something was taken back: as long as the slowest of those that have it may take. */
export const toldGoneMs = 90 * day

/** `every`, `since` and `until` in milliseconds: nothing of the calendar changes between the last two but by a revision. */
export type Pace = { every: number; since: number; until: number }

/**
 * How often programs that subscribed are to look again, and between which moments the calendar says the same: it is a
 * function of what it holds and of these moments, never of the clock.
 */
export function paceOf(items: readonly CalendarItem[], gone: readonly GoneItem[], now: number): Pace {
  const pace: Pace = { every: farPace, since: 0, until: Number.POSITIVE_INFINITY }
  const turn = (at: number) => {
    if (at > now) pace.until = Math.min(pace.until, at)
    else pace.since = Math.max(pace.since, at)
  }
  for (const item of items) {
    const { startsAt, endsAt } = item.entry
    const [start, end] = [startsAt ?? 0, endsAt ?? startsAt ?? 0]
    for (const { before, after, every } of paces) {
      turn(start - before)
      turn(end + after)
      if (now >= start - before && now < end + after) pace.every = Math.min(pace.every, every)
    }
    const { at } = recordedOf(item, now)
    if (at !== null) turn(at)
  }
  for (const { updatedAt } of gone) turn(updatedAt + toldGoneMs)
  return pace
}

/** `PT15M` */
export function durationOf(ms: number): string {
  return ms % hour === 0 ? `PT${ms / hour}H` : `PT${ms / minute}M`
}
