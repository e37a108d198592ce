/**
 * The parts of a time as findings tell it (RFC 9557): `2020-12-18T14:00:00+01:00[Europe/Berlin]`, with less of it
 * behind the clock, or a day alone. `wall` has its seconds; `offset` and `zone` (IANA, `UTC` or an offset) are null
 * where they are not told. Null for anything else.
 */
export type ToldTime = { wall: string; isDay: boolean; offset: string | null; zone: string | null }

export function readToldTime(told: string): ToldTime | null {
  const parts = pattern.exec(told)
  if (!parts) return null
  const [, day, clock, seconds, written = null, name = null] = parts
  if (clock === undefined) return { wall: day!, isDay: true, offset: null, zone: null }
  const offset = written === 'Z' ? 'UTC' : written
  const wall = seconds === undefined ? `${day}T${clock}:00` : told.slice(0, 19)
  return { wall, isDay: false, offset, zone: name ?? offset }
}

const pattern =
  /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?(?:\[(?!u-ca)!?([^\]]+)\])?)?$/
