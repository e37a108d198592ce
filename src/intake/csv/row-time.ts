import type { FieldDoubt, FoundPlace } from '../../domain/finding.ts'
import type { Doubt } from '../../time/doubt.ts'
import { readTime } from '../../time/read-time.ts'
import { weighZone } from '../../time/weigh-zone.ts'
import { zonedWall } from '../../time/zoned-wall.ts'
import { canonicalZone } from '../../time/zones.ts'
import { zoneOfName } from '../calendar/zone-names.ts'
import { zoneIn } from '../post/times/zone-said.ts'
import { wallAt } from '../zoned-time.ts'
import {
  type Clock,
  type DateOrder,
  readClock,
  readDate,
  readDuration,
  readFlag,
  readMoment,
} from './cells.ts'

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
export type TimeOptions = {
  place?: FoundPlace
  zone?: string
  published?: string
  year?: number
  order: DateOrder
}
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
export function readRowTime(told: TimeCells, options: TimeOptions): RowTime {
  const cells = inOwnZone(told)
  const begin = readBeginning(cells, options)
  if ('answer' in begin) return begin.answer
  const { date, clock } = begin
  if (!date)
    return clock
      ? { time: clock.slice(0, 5), doubts: [dateMissing('The time is told and the day is not.')] }
      : {}
  if (!clock || (clock === '00:00:00' && isWholeDay(cells))) return readDays(date, begin, cells, options)
  const [day, hour] = clock === '24:00:00' ? [dayAfter(date), '00:00:00'] : [date, clock]
  const wall = `${day}T${hour}`
  const abbreviation = cells.timezone ?? begin.zone
  const weighed = weighZone({
    wall,
    ...(abbreviation && { abbreviation }),
    ...(options.place && { place: options.place }),
    ...(options.zone && { contextZone: options.zone }),
  })
  // “Hora de Colombia”, “北京时间”
  const isUnknown = weighed.doubts.some(({ code }) => code === 'zone-missing' || code === 'zone-ambiguous')
  const isWords = /\p{Ll}{3}|\p{Lo}{2}/u.test(abbreviation ?? '')
  const inWords = isUnknown && isWords ? zoneIn(abbreviation!, { published: date }) : undefined
  const { zone, doubts: ofZone } = inWords ? { zone: inWords, doubts: [] } : weighed
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

/** Programs write moments in UTC beside the zone they are meant for; here as the clocks of that zone show them. */
function inOwnZone(cells: TimeCells): TimeCells {
  const zone = cells.timezone ? (canonicalZone(cells.timezone) ?? zoneOfName(cells.timezone)?.zone) : null
  const turned = { ...cells }
  if (zone && ofWindows.test(cells.timezone!)) turned.timezone = zone
  for (const field of ['date', 'time', 'start', 'endDate', 'endTime', 'end'] as const) {
    const cell = cells[field]
    if (!cell || !exactMoment.test(cell)) continue
    const epoch = Date.parse(cell.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
    if (Number.isNaN(epoch)) continue
    if (zone) turned[field] = wallAt(epoch, zone)
    // Letters that name no zone say less than the moment itself.
    else delete turned.timezone
  }
  return turned
}

/** Names that Windows gives to zones, whose clocks change all the same: “Eastern Standard Time” in July. */
const ofWindows = /\bStandard Time$|^\((?:UTC|GMT)\b[^)]*\) /i
const exactMoment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/

function isWholeDay({ allDay }: TimeCells): boolean {
  return allDay !== undefined && readFlag(allDay) === true
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
  const figures = inFigures.exec(dateWords ?? '')?.[0].trim()
  const noDay = figures && orders.every(order => !readDate(figures, order)) ? dateWords! : null
  if (noDay) {
    // Neither which day it may be, nor in which zone, is anybody's guess.
    const clock = readClock(timeWords ?? noDay.replace(inFigures, ''))?.start.slice(0, 5)
    const doubts = [dateMissing(`“${noDay.slice(0, 80)}” is no day.`)]
    return { answer: { ...(clock && { time: clock }), doubts } }
  }
  const phrase = [dateWords, timeWords].filter(Boolean).join(' ').slice(0, 500)
  const day = dateWords && timeWords ? readMoment(dateWords, options.order) : null
  const answer = readTime(phrase, {
    ...(options.published && { published: options.published }),
    ...(options.year && { year: options.year }),
  })
  const [reading] = answer.readings
  const doubts = answer.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  const isLost = /\d/.test(timeWords ?? '') && !reading?.start.includes('T')
  // "18 Dec 2025" beside "1800-1930"
  const clock = isLost && !day && reading ? readClock(timeWords!) : null
  if (clock)
    return { date: reading!.start, clock: clock.start, ...(clock.end && { end: clock.end }), doubts: [] }
  if (day && (!reading || isLost)) return { date: day.date, doubts: isLost ? [clockUnread(timeWords!)] : [] }
  const isDayMissing = doubts.some(doubt => doubt.code === 'date-missing')
  // Words for a day that are not understood are no reason to take another day.
  if (!reading || (isDayMissing && dateWords)) {
    const hour = readClock(timeWords ?? '')?.start.slice(0, 5) ?? answer.time
    const unread = dateMissing(`“${phrase.slice(0, 80)}” could not be read as a time.`)
    const told = reading ? [unread] : isDayMissing ? doubts : [...doubts, unread]
    return { answer: { ...(hour && { time: hour }), doubts: told } }
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
  const [date, told] = reading.start.split('T')
  return {
    date: date!,
    ...(told && { clock: told }),
    ...(reading.end && { end: reading.end }),
    ...(reading.allDay && { allDay: true }),
    ...(sessions && { sessions }),
    doubts: [
      ...answer.doubts.filter(doubt => doubt.code !== 'zone-missing'),
      ...(isLost ? [clockUnread(timeWords!)] : []),
    ],
  }
}

/** The day is told and the hour is not; several days, or a whole one, are told as such. */
function readDays(date: string, begin: Beginning, cells: TimeCells, options: TimeOptions): RowTime {
  const last = lastDay(date, begin, cells, options)
  const lasts = last !== undefined && last > date
  const isWhole = begin.allDay || isWholeDay(cells)
  const doubts = begin.doubts.map(doubt => ({ ...doubt, field: 'start' }))
  return {
    start: date,
    ...(lasts && { end: last }),
    ...((lasts || isWhole) && { allDay: true }),
    ...(doubts.length > 0 && { doubts }),
  }
}

/** A whole day ends with the midnight after it, as calendar programs write it. */
function lastDay(date: string, begin: Beginning, cells: TimeCells, options: TimeOptions): string | undefined {
  const told = cells.endDate ?? cells.end
  if (!told) return begin.end?.slice(0, 10)
  const moment = readMoment(told, options.order) ?? readEndWords(told, date)
  const clock = cells.endTime ? readClock(cells.endTime) : moment?.clock
  const turns =
    begin.clock === '00:00:00' && clock?.start === '00:00:00' && moment?.date && moment.date > date
  return turns ? dayAfter(moment.date!, -1) : moment?.date
}

/** The end as a wall time: told with the beginning, in cells of its own, or by how long it lasts. */
function readEnd(
  wall: string,
  told: string | undefined,
  cells: TimeCells,
  options: TimeOptions,
): { wall?: string; doubts: FieldDoubt[] } {
  const own = cells.endTime ?? cells.end ?? cells.endDate
  const read = (words: string) => readMoment(words, options.order) ?? readEndWords(words, wall.slice(0, 10))
  const moment = own ? read(own) : null
  const date = (cells.endDate && read(cells.endDate)?.date) || moment?.date
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

/** An end other than in plain figures: “下午5:00”, “19 de diciembre, 8 de la noche”. */
function readEndWords(words: string, day: string): { date?: string; clock?: Clock } | null {
  const clock = readClock(words)
  if (clock) return { clock }
  const { readings, doubts } = readTime(words.slice(0, 200), { published: day })
  const [date, hour] = readings[0]?.start.split('T') ?? []
  if (!date) return null
  return {
    ...(!doubts.some(doubt => doubt.code === 'date-missing') && { date }),
    ...(hour && { clock: { start: hour.slice(0, 8) } }),
  }
}

function inZone({ start, end }: { start: string; end: string | null }, zone: string | null) {
  const moment = (wall: string) => (wall.length > 10 ? zonedWall(wall, zone).time : wall)
  return { start: moment(start), end: end && moment(end) }
}

function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function dateMissing(says: string): FieldDoubt {
  return { code: 'date-missing', field: 'start', says }
}

function clockUnread(words: string): Doubt {
  return { code: 'date-missing', says: `“${words.slice(0, 80)}” could not be read as a time of day.` }
}
