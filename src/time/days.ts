const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * The day (`YYYY-MM-DD`) that calendars in `zone` show at a moment.
 *
 * All of this file needs nothing but `Intl`, so that the reader's browser runs the same code as the server. A
 * zone is an IANA name, `UTC` or a fixed offset (`+08:00`); one that the runtime does not know throws a RangeError.
 */
export function dayOf(epochMs: number, zone: string): string {
  return nameOfDay(epochMs + offsetAt(epochMs, zone))
}

/**
 * The first moment of a day. Where midnight is skipped, or the whole day is (Apia, 30 December 2011), it is the
 * moment of the jump.
 */
export function startOfDay(name: string, zone: string): number {
  return epochOfWall(Date.parse(`${name}T00:00:00Z`), zone, true)
}

/** The next moment after `epochMs` at which the day in `zone` becomes another one. */
export function nextMidnight(epochMs: number, zone: string): number {
  const offset = offsetAt(epochMs, zone)
  const midnight = (Math.floor((epochMs + offset) / day) + 1) * day - offset
  const next = offsetAt(midnight - 1, zone) === offset ? midnight : nextOffsetChange(epochMs, midnight, zone)
  // Where clocks go back over midnight the day goes on for another hour.
  return dayOf(next, zone) === dayOf(epochMs, zone) ? nextMidnight(next, zone) : next
}

/** When clocks in a zone change between two moments, and by how many milliseconds (less than 0: they go back). */
export function clockChanges(from: number, to: number, zone: string): { at: number; by: number }[] {
  const changes: { at: number; by: number }[] = []
  for (let begin = from; begin < to; begin += day) {
    const end = Math.min(begin + day, to)
    const by = offsetAt(end, zone) - offsetAt(begin, zone)
    if (by !== 0) changes.push({ at: nextOffsetChange(begin, end, zone), by })
  }
  return changes
}

/** The day after (or `count` days after, before when negative) a day of the calendar. */
export function addDays(name: string, count: number): string {
  return nameOfDay(Date.parse(`${name}T00:00:00Z`) + count * day)
}

/**
 * Epoch milliseconds of a wall time, which is given as the milliseconds it would have in UTC. A skipped time is
 * moved on by the length of the jump (the midnight of a day: `ofDay`, only to the jump itself); one that comes twice
 * is taken the first time.
 */
export function epochOfWall(wallMs: number, zone: string, ofDay = false): number {
  const before = offsetAt(wallMs - day, zone)
  const after = offsetAt(wallMs + day, zone)
  const first = wallMs - before
  if (before === after || offsetAt(first, zone) === before) return first
  const second = wallMs - after
  if (offsetAt(second, zone) === after) return second
  return ofDay ? nextOffsetChange(wallMs - day, wallMs + day, zone) : first
}

/** Milliseconds by which clocks in `zone` are ahead of UTC at a moment. */
export function offsetAt(epochMs: number, zone: string): number {
  const known = zones.get(zone) ?? openZone(zone)
  if (typeof known === 'number') return known
  const bucket = Math.floor(epochMs / day)
  const from = known.startOf(bucket)
  return from === known.startOf(bucket + 1) ? from : known.exactly(epochMs)
}

function nameOfDay(wallMs: number): string {
  const number = Math.floor(wallMs / day)
  let name = names.get(number)
  if (name === undefined) {
    name = new Date(number * day).toISOString().slice(0, -14)
    if (names.size >= mostDays) names.clear()
    names.set(number, name)
  }
  return name
}

/** When the offset first differs from that at `from`, knowing that it does at `to`: found by halving, to the second. */
function nextOffsetChange(from: number, to: number, zone: string): number {
  const offset = offsetAt(from, zone)
  let low = Math.floor(from / 1000)
  let high = Math.ceil(to / 1000)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * 1000, zone) === offset) low = middle
    else high = middle
  }
  return high * 1000
}

/**
 * Asking `Intl` costs microseconds, and a page asks thousands of times. So the offset is asked for at the
 * beginnings of UTC days and kept; only within a day on which it changes is every moment asked for itself.
 */
type Zone = number | { startOf(bucket: number): number; exactly(epochMs: number): number }
const zones = new Map<string, Zone>()
const names = new Map<number, string>()
const mostZones = 700
const mostDays = 5000

function openZone(name: string): Zone {
  const zone = fixedOffset(name) ?? namedZone(name)
  if (zones.size >= mostZones) zones.clear()
  zones.set(name, zone)
  return zone
}

function fixedOffset(name: string): number | null {
  if (name === 'UTC') return 0
  const told = /^([+-])(\d\d):?(\d\d)$/.exec(name)
  if (!told) return null
  const size = Number(told[2]) * hour + Number(told[3]) * minute
  return told[1] === '-' ? -size : size
}

function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const days = new Map<number, number>()

  function exactly(epochMs: number): number {
    const [month, date, year, hours, minutes, seconds] = format.format(epochMs).match(/\d+/g)!.map(Number)
    return Date.UTC(year!, month! - 1, date, hours, minutes, seconds) - Math.floor(epochMs / 1000) * 1000
  }

  function startOf(bucket: number): number {
    let offset = days.get(bucket)
    if (offset === undefined) {
      offset = exactly(bucket * day)
      if (days.size >= mostDays) days.clear()
      days.set(bucket, offset)
    }
    return offset
  }

  return { startOf, exactly }
}

/** A day of the calendar, of the years that addresses and archives know. */
export function isDay(told: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(told)) return false
  const ms = Date.parse(`${told}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).getUTCDate() === Number(told.slice(8))
}
