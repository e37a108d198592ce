import { epochOfWall, offsetAt } from '../time/days.ts'
import type { Choice, Doubt } from '../time/doubt.ts'

export type ZonedTime = { text: string; epoch: number; doubt?: Doubt }

/**
 * A wall time (as the milliseconds it would have in UTC) in a zone (IANA, `UTC` or `+08:00`) as an RFC 9557 string.
 * A time that a clock change skips is moved on by the length of the jump, one that comes twice is taken the first
 * time (RFC 5545, section 3.3.5); both are doubted.
 */
export function zonedWall(wallMs: number, zone: string): ZonedTime {
  const wall = wallText(wallMs)
  const epoch = epochOfWall(wallMs, zone)
  const offset = offsetAt(epoch, zone)
  if (epoch + offset !== wallMs) {
    const says = `clocks in ${zone} jump over ${wall}; taken as ${wallAt(epoch, zone)}`
    return { text: zonedInstant(epoch, zone), epoch, doubt: { code: 'time-skipped', says } }
  }
  const text = `${wall}${offsetText(offset)}[${zone}]`
  const next = offsetAt(epoch + dayMs, zone)
  if (next === offset) return { text, epoch }
  const later = wallMs - next
  if (later > epoch && later + offsetAt(later, zone) === wallMs) {
    const says = `clocks in ${zone} show ${wall} twice; taken the first time`
    const choices = [{ start: text }, { start: `${wall}${offsetText(next)}[${zone}]` }]
    return { text, epoch, doubt: { code: 'time-repeated', says, choices } }
  }
  return { text, epoch }
}

/** What a wall time may be, in the zone taken for it and in others that may be meant. */
export function choicesIn(wallMs: number, zones: string[]): { choices?: Choice[] } {
  const choices = [...new Set(zones)].map(zone => ({ start: zonedWall(wallMs, zone).text }))
  return choices.length > 1 ? { choices } : {}
}

/** A moment as the clocks of a zone show it, as an RFC 9557 string. */
export function zonedInstant(epoch: number, zone: string): string {
  return `${wallAt(epoch, zone)}${offsetText(offsetAt(epoch, zone))}[${zone}]`
}

/** `2020-12-18T14:00:00` as the clocks of a zone show it at a moment. */
export function wallAt(epoch: number, zone: string): string {
  return wallText(epoch + offsetAt(epoch, zone))
}

/** Milliseconds that a wall time would have in UTC → `2020-12-18T14:00:00`. */
export function wallText(wallMs: number): string {
  const day = Math.floor(wallMs / dayMs)
  let date = dates.get(day)
  if (date === undefined) {
    date = new Date(day * dayMs).toISOString().slice(0, 10)
    if (dates.size >= 5000) dates.clear()
    dates.set(day, date)
  }
  const seconds = Math.floor((wallMs - day * dayMs) / 1000)
  return `${date}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Programmes name the same few days again and again. */
const dates = new Map<number, string>()

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

const dayMs = 86_400_000

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`
}
