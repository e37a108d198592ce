import { dayOf } from '../../time/days.ts'
import { nextTime } from '../recurrence.ts'

/**
 * The next morning after a moment at which a reader's digest is due: once for each day of their calendar, also where
 * clocks skip that hour or have it twice.
 */
export function nextDigest(
  after: number,
  { zone, hour }: { zone: string; hour: number },
): { at: number; day: string } {
  const at = nextTime({ every: 'day', at: `${String(hour).padStart(2, '0')}:00` }, zone, after)
  return { at, day: dayOf(at, zone) }
}
