/**
 * Epoch milliseconds at which the clocks of `zone` show `wall`. A wall time that a clock change skips is taken as
 * much later as the clock jumps, one that comes twice is taken the first time (RFC 5545, section 3.3.5). A day
 * alone is its first moment.
 *
 * @param wall `2020-12-18T14:00:00` or `2020-12-18`
 * @param zone IANA name, `UTC` or a fixed offset (`+08:00`)
 * @throws RangeError when either cannot be understood
 */
export function epochOf(wall: string, zone: string): number {
  if (wall.length === 10) return Temporal.PlainDate.from(wall).toZonedDateTime(zone).epochMilliseconds
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds
}

/** Version of the zone rules this runtime calculates with, e.g. `2025c`: when it changes, instants are derived again. */
export function zoneDataVersion(): string {
  return process.versions.tz ?? 'unknown'
}
