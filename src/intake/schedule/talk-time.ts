import { epochOfWall, offsetAt } from '../../time/days.ts'
import type { Doubt } from '../../time/doubt.ts'
import { choicesIn, wallAt, wallText, zonedInstant, zonedWall } from '../zoned-time.ts'

/** What holds for the whole schedule. */
export type ScheduleOf = {
  title?: string | undefined
  /** IANA zone that it names, and the one asked for where it names none. */
  zone?: string | undefined
  fallback?: string | undefined
  /** Times of the small hours before it (`04:00`) count to the day before. */
  dayChange: string
  /** Relative addresses are resolved against it. */
  base?: string | undefined
}

/** What a schedule tells of an event's time, in its own words. */
export type TimeTold = {
  /** Date and time, with an offset or without. */
  date?: string | undefined
  /** The clock alone: `11:30`. */
  start?: string | undefined
  end?: string | undefined
  duration?: string | number | undefined
  /** The day it stands under. */
  day?: string | undefined
}

/**
 * A talk's time from its date, the clock beside it and the zone of the schedule, each checked against the others:
 * programs write local times as if they were UTC, UTC as if it were local, and name no zone at all.
 */
export function talkTime(
  told: TimeTold,
  schedule: ScheduleOf,
): { start?: string; end?: string; doubts: Doubt[] } {
  const moment = momentOf(told, schedule)
  if (!moment) return { doubts: [] }
  const doubts = moment.doubts
  const end = endOf(told, moment)
  return { start: moment.text, ...(end ? { end } : {}), doubts }
}

/** `01:30`, `1:30:00` (hours), `90` (minutes), `5400` (seconds), `PT1H30M` → milliseconds. */
export function durationOf(told: string | number | undefined): number | null {
  const words = String(told ?? '').trim()
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(words)
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) * minute + Number(clock[3] ?? 0) * 1000
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(words)
  if (iso && words.length > 2) {
    const [days, hours, minutes, seconds] = iso.slice(1).map(part => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
    ]
    return ((days * 24 + hours) * 60 + minutes) * minute + seconds * 1000
  }
  if (!/^\d{1,6}(?:\.0+)?$/.test(words)) return null
  // Nobody speaks for ten hours: such a number counts seconds.
  const number = Number(words)
  return number >= 600 && number % 60 === 0 ? number * 1000 : number * minute
}

type Moment = {
  text: string
  doubts: Doubt[]
  /** The wall as milliseconds it would have in UTC, and where its clocks stand (null: not known). */
  wallMs: number
  zone: string | null
}

const minute = 60_000
const dayMs = 86_400_000

function momentOf(told: TimeTold, schedule: ScheduleOf): Moment | null {
  const written = readDate(told.date)
  const clock = readClock(told.start)
  if (written && !written.day) return ofDate(written, clock, schedule)
  const day = written ? written.wallMs : readDate(told.day)?.wallMs
  if (day === undefined || clock === null) return null
  const dayStart = Math.floor(day / dayMs) * dayMs
  const afterMidnight = clock < (readClock(schedule.dayChange) ?? 0)
  return local(dayStart + clock + (afterMidnight ? dayMs : 0), schedule)
}

function ofDate(written: Written, clock: number | null, schedule: ScheduleOf): Moment {
  const { wallMs, offset } = written
  if (offset === null) return local(wallMs, schedule)
  const zone = schedule.zone
  if (!zone) return withoutZone(wallMs, offset, schedule)
  if (offsetAt(wallMs - offset, zone) === offset) return local(wallMs, schedule)
  const inZone = Date.parse(`${wallAt(wallMs - offset, zone)}Z`)
  const agrees = (ms: number) => clock !== null && ((ms % dayMs) + dayMs) % dayMs === clock
  if (agrees(inZone) || (clock === null && offset === 0)) {
    return { text: zonedInstant(wallMs - offset, zone), doubts: [], wallMs: inZone, zone }
  }
  const at = fixed(offset)
  if (offset === 0) {
    const says = `the time is written as UTC, but as a time of ${zone} it agrees with the clock beside it; taken so`
    const choices = choicesIn(wallMs, [zone, 'UTC'])
    return doubted(local(wallMs, schedule), { code: 'zones-disagree', says, ...choices })
  }
  const says = `the time is written with ${at}, which ${zone} has not then; taken with ${at}`
  return {
    text: zonedWall(wallMs, at).text,
    doubts: [{ code: 'zones-disagree', says, ...choicesIn(wallMs, [at, zone]) }],
    wallMs,
    zone: at,
  }
}

/** +00:00 is also what programs write that know of no zone, so it alone proves nothing. */
function withoutZone(wallMs: number, offset: number, schedule: ScheduleOf): Moment {
  const { fallback } = schedule
  if (fallback && offsetAt(wallMs - offset, fallback) === offset)
    return local(wallMs, { ...schedule, zone: fallback })
  if (offset === 0) {
    const where = fallback ? `; taken in ${fallback}` : ''
    const says = `the time is written as UTC and no zone is named: it may well be a local time${where}`
    const moment = local(wallMs, { ...schedule, zone: fallback })
    const doubt: Doubt = fallback
      ? { code: 'zones-disagree', says, ...choicesIn(wallMs, [fallback, 'UTC']) }
      : { code: 'zone-missing', says }
    return { ...moment, doubts: [doubt] }
  }
  const at = fixed(offset)
  const moment: Moment = { text: zonedWall(wallMs, at).text, doubts: [], wallMs, zone: at }
  if (!fallback) return moment
  return doubted(moment, {
    code: 'zones-disagree',
    says: `the time is written with ${at}, which ${fallback} has not then`,
    ...choicesIn(wallMs, [at, fallback]),
  })
}

function local(wallMs: number, { zone, fallback }: ScheduleOf): Moment {
  const where = zone ?? fallback
  if (!where) {
    const says = 'the schedule tells no zone'
    return { text: wallText(wallMs), doubts: [{ code: 'zone-missing', says }], wallMs, zone: null }
  }
  const { text, doubt } = zonedWall(wallMs, where)
  return { text, doubts: doubt ? [doubt] : [], wallMs, zone: where }
}

function doubted(moment: Moment, doubt: Doubt): Moment {
  return { ...moment, doubts: [...moment.doubts, doubt] }
}

function endOf(told: TimeTold, { wallMs, zone }: Moment): string | null {
  const length = durationOf(told.duration)
  if (length !== null && length > 0 && length < 60 * dayMs) return after(wallMs, zone, length)
  const end = readDate(told.end)
  if (end && !end.day) {
    if (zone === null || end.offset === null) {
      return end.wallMs > wallMs ? after(wallMs, zone, end.wallMs - wallMs) : null
    }
    const epoch = end.wallMs - end.offset
    return epoch > epochOfWall(wallMs, zone) ? zonedInstant(epoch, zone) : null
  }
  const clock = readClock(told.end)
  if (clock === null) return null
  const sameDay = Math.floor(wallMs / dayMs) * dayMs + clock
  return after(wallMs, zone, sameDay > wallMs ? sameDay - wallMs : sameDay + dayMs - wallMs)
}

function after(wallMs: number, zone: string | null, ms: number): string {
  return zone === null ? wallText(wallMs + ms) : zonedInstant(epochOfWall(wallMs, zone) + ms, zone)
}

type Written = { wallMs: number; offset: number | null; day: boolean }

function readDate(told: string | undefined): Written | null {
  const parts =
    /^\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*$/i.exec(
      told ?? '',
    )
  if (!parts) return null
  const wallMs = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}:${parts[3] ?? '00'}Z`)
  if (Number.isNaN(wallMs) || new Date(wallMs).toISOString().slice(0, 10) !== parts[1]) return null
  const zone = parts[4]?.toUpperCase()
  return { wallMs, offset: zone ? offsetOf(zone) : null, day: parts[2] === undefined }
}

function readClock(told: string | undefined): number | null {
  const parts = /^\s*(\d{1,2}):([0-5]\d)(?::[0-5]\d)?\s*$/.exec(told ?? '')
  return parts && Number(parts[1]) < 24 ? (Number(parts[1]) * 60 + Number(parts[2])) * minute : null
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const size = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * minute
  return zone.startsWith('-') ? -size : size
}

function fixed(offset: number): string {
  const minutes = Math.abs(offset) / minute
  return `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
