import type { FieldDoubt, FoundPlace } from '../../domain/finding.ts'
import type { Doubt } from '../../time/doubt.ts'
import { readTime } from '../../time/read-time.ts'
import { weighZone } from '../../time/weigh-zone.ts'
import { zonedWall } from '../../time/zoned-wall.ts'
import { type DateOrder, readClock, readDuration, readFlag, readMoment } from './cells.ts'

/** Cells of one row that tell when; those that are empty are left out. */
export type TimeCells = {
  date?: string
  time?: string
  start?: string
  endDate?: string
  endTime?: string
  end?: string
  duration?: string
  allDay?: string
  timezone?: string
}
export type TimeOptions = { place?: FoundPlace; zone?: string; published?: string; order: DateOrder }
/** As in `Finding`, with the doubts about them. */
export type RowTime = {
  start?: string
  end?: string
  time?: string
  allDay?: true
  sessions?: { start: string; end: string | null }[]
  doubts?: FieldDoubt[]
}

/**
 * When a row takes place. Plain dates and clock times are read here, fast; all other words by `readTime`. Zones are
 * weighed against the row's place.
 */
export function readRowTime(cells: TimeCells, options: TimeOptions): RowTime {
  const begin = readBeginning(cells, options)
  if ('answer' in begin) return begin.answer
  const { date, clock } = begin
  if (!date)
    return clock
      ? { time: clock.slice(0, 5), doubts: [dateMissing('The time is told and the day is not.')] }
      : {}
  if (!clock) return readDays(date, begin, cells, options)
  const [day, hour] = clock === '24:00:00' ? [dayAfter(date), '00:00:00'] : [date, clock]
  const wall = `${day}T${hour}`
  const abbreviation = cells.timezone ?? begin.zone
  const { zone, doubts: ofZone } = weighZone({
    wall,
    ...(abbreviation && { abbreviation }),
    ...(options.place && { place: options.place }),
    ...(options.zone && { contextZone: options.zone }),
  })
  const start = zonedWall(wall, zone)
  const end = readEnd(wall, begin.end, cells, options)
  const doubts = [...begin.doubts, ...ofZone, ...start.doubts].map(doubt => ({ ...doubt, field: 'start' }))
  return {
    start: start.time,
    ...(end.wall && { end: zonedWall(end.wall, zone).time }),
    ...(begin.sessions && { sessions: begin.sessions.map(one => inZone(one, zone)) }),
    ...(doubts.length + end.doubts.length > 0 && { doubts: [...doubts, ...end.doubts] }),
  }
}

/** `clock` as it was told; `end` a clock time, a wall time of its own or a last day. */
type Beginning = {
  date?: string
  clock?: string
  end?: string
  zone?: string
  allDay?: true
  sessions?: { start: string; end: string | null }[]
  doubts: Doubt[]
}

function readBeginning(cells: TimeCells, options: TimeOptions): Beginning | { answer: RowTime } {
  const dateWords = cells.date ?? cells.start
  const timeWords = cells.time ?? (cells.date ? cells.start : undefined)
  const day = dateWords ? readMoment(dateWords, options.order) : null
  const clockOnly = dateWords && !day && !cells.date && !timeWords ? readClock(dateWords) : null
  const moment = timeWords ? (readMoment(timeWords, options.order) ?? { clock: readClock(timeWords) }) : null
  const isRead =
    (!dateWords || day || clockOnly) &&
    (!timeWords || moment?.clock || ('date' in (moment ?? {}) && !cells.time))
  if (!isRead) return readWords(dateWords, timeWords, options)
  const clock = moment?.clock ?? day?.clock ?? clockOnly
  const date = day?.date ?? (moment && 'date' in moment ? moment.date : undefined)
  return {
    ...(date && { date }),
    ...(clock && { clock: clock.start }),
    ...(clock?.end && { end: clock.end }),
    ...(clock?.zone && { zone: clock.zone }),
    doubts: [],
  }
}

const orders: DateOrder[] = ['day', 'month']

/** A day in figures, which is one or none: `99.99.2026`. */
const inFigures = /^\s*\d{1,4}([./-])\d{1,2}\1\d{1,4}\b/

/** Words other than plain figures. A zone they name stands; without one the row's own zone and place are weighed. */
function readWords(
  dateWords: string | undefined,
  timeWords: string | undefined,
  options: TimeOptions,
): Beginning | { answer: RowTime } {
  const isNoDay = inFigures.test(dateWords ?? '') && orders.every(order => !readMoment(dateWords!, order))
  const noDay = isNoDay ? dateWords! : null
  if (noDay) {
    // Neither which day it may be, nor in which zone, is anybody's guess.
    const clock = readClock(timeWords ?? noDay.replace(inFigures, ''))?.start.slice(0, 5)
    const doubts = [dateMissing(`“${noDay.slice(0, 80)}” is no day.`)]
    return { answer: { ...(clock && { time: clock }), doubts } }
  }
  const phrase = [dateWords, timeWords].filter(Boolean).join(' ').slice(0, 500)
  const day = dateWords && timeWords ? readMoment(dateWords, options.order) : null
  const answer = readTime(phrase, { ...(options.published && { published: options.published }) })
  const [reading] = answer.readings
  const doubts = answer.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  const isLost = /\d/.test(timeWords ?? '') && !reading?.start.includes('T')
  if (day && (!reading || isLost)) return { date: day.date, doubts: isLost ? [clockUnread(timeWords!)] : [] }
  if (!reading) {
    const missing = doubts.some(doubt => doubt.code === 'date-missing')
    if (!missing) doubts.push(dateMissing(`“${phrase.slice(0, 80)}” could not be read as a time.`))
    return { answer: { ...(answer.time && { time: answer.time }), doubts } }
  }
  const isPlain = !/[[Z]|[+-]\d\d:\d\d$/.test(reading.start.slice(10))
  const { sessions } = answer
  if (!isPlain) {
    return {
      answer: {
        start: reading.start,
        ...(reading.end && { end: reading.end }),
        ...(sessions && { sessions }),
        ...(doubts.length > 0 && { doubts }),
      },
    }
  }
  const [date, clock] = reading.start.split('T')
  return {
    date: date!,
    ...(clock && { clock }),
    ...(reading.end && { end: reading.end }),
    ...(reading.allDay && { allDay: true }),
    ...(sessions && { sessions }),
    doubts: answer.doubts.filter(doubt => doubt.code !== 'zone-missing'),
  }
}

/** The day is told and the hour is not; several days, or a whole one, are told as such. */
function readDays(date: string, begin: Beginning, cells: TimeCells, options: TimeOptions): RowTime {
  const told = cells.endDate ?? cells.end
  const last = told ? readMoment(told, options.order)?.date : begin.end?.slice(0, 10)
  const lasts = last !== undefined && last > date
  const isWhole = begin.allDay || (cells.allDay !== undefined && readFlag(cells.allDay) === true)
  const doubts = begin.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  return {
    start: date,
    ...(lasts && { end: last }),
    ...((lasts || isWhole) && { allDay: true }),
    ...(doubts.length > 0 && { doubts }),
  }
}

/** The end as a wall time: told with the beginning, in cells of its own, or by how long it lasts. */
function readEnd(
  wall: string,
  told: string | undefined,
  cells: TimeCells,
  options: TimeOptions,
): { wall?: string; doubts: FieldDoubt[] } {
  const own = cells.endTime ?? cells.end
  const moment = own ? (readMoment(own, options.order) ?? { clock: readClock(own) }) : null
  const date =
    (cells.endDate && readMoment(cells.endDate, options.order)?.date) ||
    (moment && 'date' in moment && moment.date)
  const clock = moment?.clock?.start ?? (told?.includes('T') ? undefined : told)
  if (told?.includes('T') && told > wall) return { wall: told, doubts: [] }
  if (clock) {
    const end = `${date || wall.slice(0, 10)}T${clock}`.replace('T24:00:00', 'T00:00:00')
    const turned = clock === '24:00:00' ? `${dayAfter(end.slice(0, 10))}T00:00:00` : end
    if (turned > wall) return { wall: turned, doubts: [] }
    if (!date) return { wall: `${dayAfter(wall.slice(0, 10))}T${clock}`, doubts: [] }
    const says = 'The end that is told lies before the start; it was left out.'
    return { doubts: [{ code: 'date-order', field: 'end', says }] }
  }
  const minutes = cells.duration ? readDuration(cells.duration) : null
  if (!minutes || minutes > 60 * 24 * 31) return { doubts: [] }
  return {
    wall: Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' }),
    doubts: [],
  }
}

function inZone({ start, end }: { start: string; end: string | null }, zone: string | null) {
  const moment = (wall: string) => (wall.length > 10 ? zonedWall(wall, zone).time : wall)
  return { start: moment(start), end: end && moment(end) }
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function dateMissing(says: string): FieldDoubt {
  return { code: 'date-missing', field: 'start', says }
}

function clockUnread(words: string): Doubt {
  return { code: 'date-missing', says: `“${words.slice(0, 80)}” could not be read as a time of day.` }
}
