import { addDays, epochOfWall, offsetAt } from '../time/days.ts'
import { epochOf, plainWallMs } from '../time/instants.ts'
import { type EventTime, type Instants, notTold } from './event-time.ts'
import type { Finding } from './finding.ts'
import { readToldTime, type ToldTime } from './told-time.ts'

/** The first and the last zone on Earth in which it is a given day. */
const firstZone = '+14:00'
const lastZone = '-12:00'

/**
 * The instants of an event's time, in epoch milliseconds. Days (`all-day`, `date-only`) last from their first
 * moment to the first moment of the day after the last. A floating time spans from its first moment on Earth to
 * its last. An end that does not come after the start is no end.
 *
 * @throws RangeError for a wall time or a zone that cannot be understood
 */
export function instantsOf(time: EventTime): Instants {
  if (time.precision === 'not-told' || time.start === null) return { startsAt: null, endsAt: null }
  const startsAt = epochOf(time.start, time.zone ?? firstZone)
  if (time.precision === 'moment') {
    const endsAt =
      time.end === null || time.end < time.start ? null : epochOf(time.end, time.zone ?? lastZone)
    return { startsAt, endsAt: endsAt !== null && endsAt < startsAt ? null : endsAt }
  }
  const lastDay = time.end !== null && time.end > time.start ? time.end : time.start
  return { startsAt, endsAt: epochOf(addDays(lastDay, 1), time.zone ?? lastZone) }
}

/**
 * The time of a finding as an event keeps it. A moment for which no zone was told is taken in `homeZone`, unless
 * the source says that it is floating. Days have no zone: the 18th of December is the 18th for every reader.
 *
 * @throws RangeError for a time or a zone that cannot be understood
 */
export function eventTimeOf(
  found: Pick<Finding, 'start' | 'end' | 'allDay' | 'floating'>,
  homeZone: string,
): EventTime {
  if (found.start === undefined) return notTold
  const start = partsOf(found.start)
  const end = found.end === undefined ? null : partsOf(found.end)
  if (start.isDay) {
    const lastDay = end && end.wall.slice(0, 10) > start.wall ? end.wall.slice(0, 10) : null
    return { precision: found.allDay ? 'all-day' : 'date-only', start: start.wall, end: lastDay, zone: null }
  }
  const zone = start.zone ?? (found.floating ? null : homeZone)
  return { precision: 'moment', start: start.wall, end: end && wallOfEnd(end, start.wall, zone), zone }
}

/** Wall time and zone name the first of two equal hours when clocks go back: the second is kept by its offset. */
function partsOf(told: string): ToldTime {
  const parts = readToldTime(told)
  if (!parts)
    throw new RangeError(`A time like 2020-12-18T14:00:00+01:00[Europe/Berlin] was expected, not “${told}”`)
  return comesSecond(parts) ? { ...parts, zone: parts.offset } : parts
}

function comesSecond({ wall, offset, zone }: ToldTime): boolean {
  if (offset === null || zone === null || offset === zone) return false
  const wallMs = plainWallMs(wall) ?? Date.parse(`${wall}Z`)
  const told = wallMs - offsetAt(0, offset)
  return told + offsetAt(told, zone) === wallMs && epochOfWall(wallMs, zone) < told
}

/** The end on the clocks of the start's zone. A day alone tells an end only where it comes after the day of the start. */
function wallOfEnd(end: ToldTime, start: string, zone: string | null): string | null {
  if (end.isDay) return end.wall > start.slice(0, 10) ? `${addDays(end.wall, 1)}T00:00:00` : null
  if (end.zone === null || zone === null || end.zone === zone) return end.wall
  const instant = epochOf(end.wall, end.zone)
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 19)
}
