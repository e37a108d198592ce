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
  const plainMs = plainWallMs(wall)
  if (plainMs !== null) return epochOfWall(plainMs, zone)
  const wallMs = Date.parse(isDay ? `${wall}T00:00:00Z` : `${wall}Z`)
  // Date.parse takes 30 February for 2 March, and much that is no time of ours.
  if (!pattern.test(wall) || new Date(wallMs).getUTCDate() !== Number(wall.slice(8, 10)))
    throw new RangeError(`A wall time like 2020-12-18T14:00:00 was expected, not “${wall}”`)
  return epochOfWall(wallMs, zone, isDay)
}

const pattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?$/

/**
 * A wall time with its seconds, which nearly every one has, as the milliseconds it would have in UTC, read figure by
 * figure. Null for all else, and for the ends of months: real or not, it takes a closer look.
 */
export function plainWallMs(wall: string): number | null {
  if (wall.length !== 19) return null
  const year = figures(wall, 0, 4)
  const month = figures(wall, 5, 7)
  const day = figures(wall, 8, 10)
  const hour = figures(wall, 11, 13)
  const minute = figures(wall, 14, 16)
  const second = figures(wall, 17, 19)
  const isParted =
    wall[4] === '-' && wall[7] === '-' && wall[10] === 'T' && wall[13] === ':' && wall[16] === ':'
  const isReal =
    year >= 1000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  return isParted && isReal ? Date.UTC(year, month - 1, day, hour, minute, second) : null
}

/** Not a number where there is any other sign. */
function figures(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const figure = text.charCodeAt(at) - 48
    if (figure < 0 || figure > 9) return Number.NaN
    number = number * 10 + figure
  }
  return number
}

/** Version of the zone rules this runtime calculates with, e.g. `2025c`: when it changes, instants are derived again. */
export function zoneDataVersion(): string {
  return process.versions.tz ?? 'unknown'
}
