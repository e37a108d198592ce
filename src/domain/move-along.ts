import { addDays } from '../time/days.ts'
import type { EventTime } from './event-time.ts'
import type { FieldDoubt } from './finding.ts'
import { doubtAround, toldOf } from './settle-doubt.ts'

/** A time and what is in doubt about it. */
type Timed = { time: EventTime; doubts: FieldDoubt[] }

/**
 * A session's time when its event goes from one time to another: as far on the clocks on the wall, and in the zone of
 * the event where it was in that. What is in doubt about it stays in doubt, about the new time. Where the event or the
 * session has no day, it stays where it is.
 */
export function moveAlong<Session extends Timed>(session: Session, from: EventTime, to: EventTime): Session {
  const { precision, start, end, zone } = session.time
  if (from.start === null || to.start === null || start === null) return session
  const isByClock = from.precision === 'moment' && to.precision === 'moment'
  const days = (wallOf(dayOf(to.start)) - wallOf(dayOf(from.start))) / dayMs
  const ms = isByClock ? wallOf(to.start) - wallOf(from.start) : days * dayMs
  const moved = (wall: string) =>
    precision === 'moment' ? new Date(wallOf(wall) + ms).toISOString().slice(0, 19) : addDays(wall, days)
  const time: EventTime = {
    precision,
    start: moved(start),
    end: end && moved(end),
    zone: precision === 'moment' && to.precision === 'moment' && zone === from.zone ? to.zone : zone,
  }
  const isSame = time.start === start && time.zone === zone
  return isSame
    ? session
    : { ...session, time, doubts: session.doubts.map(doubt => around(doubt, toldOf(time))) }
}

function around(doubt: FieldDoubt, told: ReturnType<typeof toldOf>): FieldDoubt {
  return /^(?:start|end|time)$/.test(doubt.field) ? doubtAround(doubt, told) : doubt
}

const dayMs = 86_400_000

function dayOf(wall: string): string {
  return wall.slice(0, 10)
}

/** A day or a wall time as the milliseconds it would have in UTC. */
function wallOf(told: string): number {
  return Date.parse(told.length === 10 ? `${told}T00:00:00Z` : `${told}Z`)
}
