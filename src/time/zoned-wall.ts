import { offsetAt } from './days.ts'
import type { Doubt } from './doubt.ts'

/**
 * A wall time in a zone as RFC 9557 writes it (`2021-03-06T09:00:00+01:00[Africa/Lagos]`); without a zone it stays as
 * it is. A time that a clock change skips is moved on by the jump, one that comes twice is taken the first time
 * (RFC 5545, section 3.3.5); either carries a doubt.
 *
 * @param wall `2021-03-06T09:00` with or without seconds
 * @throws RangeError for what is no wall time or no zone
 */
export function zonedWall(wall: string, zone: string | null): { time: string; doubts: Doubt[] } {
  const quick =
    zone && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(wall) ? withSteadyOffset(wall, zone) : null
  if (quick) return { time: quick, doubts: [] }
  const plain = Temporal.PlainDateTime.from(wall)
  if (!zone) return { time: plain.toString({ smallestUnit: 'second' }), doubts: [] }
  const first = plain.toZonedDateTime(zone)
  const time = first.toString({ smallestUnit: 'second' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (first.epochMilliseconds === later.epochMilliseconds) {
    if (first.toPlainDateTime().equals(plain)) return { time, doubts: [] }
  } else if (first.toPlainDateTime().equals(plain)) {
    const says = `Clocks go back in ${zone}: ${wall.replace('T', ' ')} comes twice on that day, and the first was taken.`
    const choices = [{ start: time }, { start: later.toString({ smallestUnit: 'second' }) }]
    return { time, doubts: [{ code: 'time-repeated', says, choices }] }
  }
  const says = `Clocks go forward in ${zone}: there is no ${wall.replace('T', ' ')}.`
  return { time, doubts: [{ code: 'time-skipped', says }] }
}

const day = 86_400_000

/** On all days but two of a year, and without asking the calendar: the offset does not change around the wall time. */
function withSteadyOffset(wall: string, zone: string): string | null {
  const moment = Date.parse(`${wall}Z`)
  if (Number.isNaN(moment)) return null
  const offset = offsetAt(moment - day, zone)
  if (offset !== offsetAt(moment + day, zone) || offset % 60_000 !== 0) return null
  const minutes = Math.abs(offset) / 60_000
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${wall}${wall.length === 16 ? ':00' : ''}${sign}${hours}:${String(minutes % 60).padStart(2, '0')}[${zone}]`
}
