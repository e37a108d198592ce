/** A DATE or DATE-TIME as it is written. `wall` is `2020-12-18T14:00:00`, or `2020-12-18` for a day. */
export type WrittenTime = { wall: string; day: boolean; utc: boolean }

/**
 * `20201218`, `20201218T140000Z`; also what other programs write: without seconds, with dashes and colons, with a
 * time of nothing but T, with an offset (told in UTC here). Null where it is no time or names a day that no calendar has.
 */
export function readWrittenTime(value: string): WrittenTime | null {
  const told =
    /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](?:(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?|Z)?\s*$/i.exec(
      value,
    )
  if (!told) return null
  const date = `${told[1]}-${told[2]}-${told[3]}`
  if (told[4] === undefined) return isReal(`${date}T00:00:00`) ? { wall: date, day: true, utc: false } : null
  // A leap second, and 24:00 as the end of a day.
  const seconds = told[6] === '60' ? '59' : (told[6] ?? '00')
  const midnight = told[4] === '24' && told[5] === '00' && seconds === '00'
  const wall = `${date}T${midnight ? '00' : told[4]}:${told[5]}:${seconds}`
  if (Number(told[5]) > 59 || Number(seconds) > 59 || !isReal(wall)) return null
  const utc = told[7] !== undefined
  const later = (midnight ? 86_400_000 : 0) - offsetOf(told[7])
  if (later === 0) return { wall, day: false, utc }
  return { wall: new Date(Date.parse(`${wall}Z`) + later).toISOString().slice(0, 19), day: false, utc }
}

/** Some programs say how far their clocks are from UTC: `20261218T100000+0300`. */
function offsetOf(told: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(told ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

/**
 * The same for what nearly every calendar writes, `20201218T140000` or with a Z, as milliseconds it would have in UTC,
 * and without the detour of a string. Null for all else: real or not, it takes a closer look.
 */
export function plainWallMs(value: string): number | null {
  if ((value.length !== 15 && value.length !== 16) || !plainTime.test(value)) return null
  const year = two(value, 0) * 100 + two(value, 2)
  const month = two(value, 4)
  const day = two(value, 6)
  const hour = two(value, 9)
  const minute = two(value, 11)
  const second = two(value, 13)
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60 && second < 60
  return isReal && year >= 1000 ? Date.UTC(year, month - 1, day, hour, minute, second) : null
}

const plainTime = /^\d{8}T\d{6}Z?$/

function two(figures: string, at: number): number {
  return (figures.charCodeAt(at) - 48) * 10 + figures.charCodeAt(at + 1) - 48
}

/** The same as milliseconds it would have in UTC. */
export function wallMsOf(value: string): number | null {
  const told = readWrittenTime(value)
  return told ? msOf(told) : null
}

export function msOf({ wall, day }: { wall: string; day: boolean }): number {
  return Date.parse(day ? `${wall}T00:00:00Z` : `${wall}Z`)
}

/** A DURATION in milliseconds and whole days apart, since days are as long as the calendar makes them. */
export function readDuration(value: string): { days: number; ms: number } | null {
  const told =
    /^\s*([+-]?)P(?=[\dT])(?:T?(\d+)W)?(?:T?(\d+)D)?(?:T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\s*$/i.exec(value)
  if (!told) return null
  const [weeks, days, hours, minutes, seconds] = told.slice(2).map(number => Number(number ?? 0)) as number[]
  const sign = told[1] === '-' ? -1 : 1
  const ms = sign * ((hours! * 60 + minutes!) * 60 + seconds!) * 1000
  const whole = sign * (weeks! * 7 + days!)
  return Number.isSafeInteger(ms) && Math.abs(ms) < 1e13 && Math.abs(whole) < 100_000
    ? { days: whole, ms }
    : null
}

function isReal(wall: string): boolean {
  const month = Number(wall.slice(5, 7))
  const day = Number(wall.slice(8, 10))
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number(wall.slice(11, 13)) > 23) return false
  // Only the end of a month needs a calendar.
  return day <= 28 || new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`)).getUTCDate() === day
}
