import { epochOfWall } from './days.ts'

/**
 * Epoch milliseconds at which the clocks of `zone` show `wall`. A wall time that a clock change skips is taken as
 * much later as the clock jumps, one that comes twice is taken the first time (RFC 5545, section 3.3.5). A day
 * alone is its first moment. The same as Temporal says, in a third of the time: an import asks ten thousands.
 *
 * @param wall `2020-12-18T14:00:00` or `2020-12-18`
 * @param zone IANA name, `UTC` or a fixed offset (`+08:00`)
 * @throws RangeError when either cannot be understood
 */
export function epochOf(wall: string, zone: string): number {
  const isDay = wall.length === 10
  const wallMs = Date.parse(isDay ? `${wall}T00:00:00Z` : `${wall}Z`)
  // Date.parse takes 30 February for 2 March, and much that is no time of ours.
  if (!pattern.test(wall) || new Date(wallMs).getUTCDate() !== Number(wall.slice(8, 10)))
    throw new RangeError(`A wall time like 2020-12-18T14:00:00 was expected, not “${wall}”`)
  return epochOfWall(wallMs, zone, isDay)
}

const pattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?$/

/** Version of the zone rules this runtime calculates with, e.g. `2025c`: when it changes, instants are derived again. */
export function zoneDataVersion(): string {
  return process.versions.tz ?? 'unknown'
}
