import type { TimeCells } from '../csv/row-time.ts'
import type { ExportItem } from './item.ts'
import { isYes, told } from './meta.ts'

/** When an event is, as calendar plugins keep it: by the clocks of the place, with a zone where they have one. */
export function cellsOf({ meta, type }: Pick<ExportItem, 'meta' | 'type'>): TimeCells {
  const gathered = gatherPress(meta.get('gatherpress_datetime'))
  if (gathered) return gathered
  const day = told(meta, ['mec_start_date'])
  if (day) return modernCells(meta, day)
  const epoch = told(meta, ['evcal_srow', 'event-start-date'])
  if (epoch && /^\d{8,11}$/.test(epoch)) return epochCells(meta, epoch)
  return plainCells(meta, eventLike.test(type) ? own : none)
}

const keys = {
  start: [
    '_EventStartDate',
    '_eventorganiser_schedule_start_start',
    '_event_start_date',
    'event_start_date',
    '_event_start_local',
    '_event_start',
    'event_start',
    '_start_date',
    'event_date',
    '_event_date',
  ],
  end: [
    '_EventEndDate',
    '_eventorganiser_schedule_start_finish',
    '_event_end_date',
    'event_end_date',
    '_event_end_local',
    '_event_end',
    'event_end',
    '_end_date',
  ],
  startTime: ['_event_start_time', 'event_start_time', '_start_time', 'event_time', '_event_time'],
  endTime: ['_event_end_time', 'event_end_time', '_end_time'],
  zone: ['_EventTimezone', '_event_timezone', 'event_timezone', '_timezone'],
  allDay: ['_EventAllDay', '_event_all_day', '_eventorganiser_all_day', 'event_all_day', '_all_day'],
}

type Keys = Record<keyof typeof keys, readonly string[]>

/** As sites name fields that they made themselves: they mean an event only where the type of the item says so. */
const own: Keys = {
  start: [
    'start_date',
    'date_start',
    'startdate',
    'start',
    'event-date',
    'eventdate',
    'date',
    'datum',
    'fecha',
  ],
  end: ['end_date', 'date_end', 'enddate', 'end'],
  startTime: ['start_time', 'time_start', 'starttime', 'event-time', 'time', 'uhrzeit', 'hora'],
  endTime: ['end_time', 'time_end', 'endtime'],
  zone: ['timezone', 'time_zone'],
  allDay: ['all_day', 'allday'],
}
const none: Keys = { start: [], end: [], startTime: [], endTime: [], zone: [], allDay: [] }
const eventLike =
  /event|evento|evenement|\u00e9v\u00e9nement|veranstaltung|termin|agenda|calendar|webinar|workshop|conference/i

function plainCells(meta: Map<string, string>, more: Keys): TimeCells {
  const one = (field: keyof Keys) => told(meta, [...keys[field], ...more[field]])
  const [start, end] = [one('start'), one('end')]
  if (!start) return {}
  const [startTime, endTime] = [one('startTime'), one('endTime')]
  const allDay = isYes(one('allDay'))
  const zone = one('zone') ?? zoneBetween(meta)
  // Of a day and an hour that stand apart, the day may have an hour of its own, which nobody chose.
  const begins = startTime ? { date: dayIn(start), time: startTime } : { start: plainDay(start) }
  const ends = end && (endTime ? { endDate: dayIn(end), endTime } : { end: plainDay(end) })
  return {
    ...(allDay ? { date: dayIn(start), ...(end && { endDate: dayIn(end) }), allDay: 'yes' } : begins),
    ...(!allDay && (ends || (endTime && { endTime }))),
    ...(zone && { timezone: zoneWords(zone) }),
  }
}

/** Advanced Custom Fields writes `20201218`. */
function plainDay(words: string): string {
  return words.replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3')
}

function dayIn(words: string): string {
  return plainDay(words).replace(/[ T]\d\d?:\d\d(?::\d\d)?$/, '')
}

/** Where no zone is told, the same moment by the clocks of the place and in UTC tells how far these are apart. */
function zoneBetween(meta: Map<string, string>): string | undefined {
  for (const [wall, utc] of [
    ['_EventStartDate', '_EventStartDateUTC'],
    ['_event_start_local', '_event_start'],
  ]) {
    const [there, then] = [meta.get(wall!), meta.get(utc!)].map(each =>
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(each ?? '')
        ? Date.parse(`${each!.replace(' ', 'T')}Z`)
        : Number.NaN,
    )
    const minutes = (there! - then!) / 60_000
    if (Number.isInteger(minutes / 15) && Math.abs(minutes) <= 14 * 60) return offsetOf(minutes)
  }
  return undefined
}

/** Modern Events Calendar: the hour in three parts. */
function modernCells(meta: Map<string, string>, date: string): TimeCells {
  const clock = (which: 'start' | 'end') => {
    const hour = meta.get(`mec_${which}_time_hour`)
    const minutes = (meta.get(`mec_${which}_time_minutes`) ?? '00').padStart(2, '0')
    return hour && `${hour}:${minutes} ${(meta.get(`mec_${which}_time_ampm`) ?? '').toLowerCase()}`.trim()
  }
  const endDate = told(meta, ['mec_end_date'])
  const days = { date, ...(endDate && { endDate }) }
  if (isYes(meta.get('mec_allday'))) return { ...days, allDay: 'yes' }
  const [time, endTime, timezone] = [clock('start'), clock('end'), meta.get('mec_timezone')]
  return {
    ...days,
    ...(time && { time }),
    ...(endTime && { endTime }),
    ...(timezone && timezone !== 'global' && { timezone: zoneWords(timezone) }),
  }
}

/** EventON and VS Event List count the clock of the place as if it were UTC; the second keeps days and writes the hour in words. */
function epochCells(meta: Map<string, string>, start: string): TimeCells {
  const wall = (epoch: string) => new Date(Number(epoch) * 1000).toISOString().slice(0, 19)
  const end = told(meta, ['evcal_erow', 'event-date'])
  const endsAt = end && /^\d{8,11}$/.test(end) ? wall(end) : undefined
  const words = meta.get('event-time')
  const [day, last] = [wall(start).slice(0, 10), endsAt?.slice(0, 10)]
  const days = { date: day, ...(last && last > day && { endDate: last }) }
  if (!meta.has('evcal_srow')) return { ...days, ...(words && { time: words }) }
  if (isYes(meta.get('evcal_allday'))) return { ...days, allDay: 'yes' }
  const zone = told(meta, ['_evo_tz'])
  return {
    start: wall(start),
    ...(endsAt && { end: endsAt }),
    ...(zone && { timezone: zoneWords(zone) }),
  }
}

function gatherPress(json: string | undefined): TimeCells | null {
  try {
    const { dateTimeStart: start, dateTimeEnd: end, timezone } = JSON.parse(json ?? 'null') ?? {}
    if (typeof start !== 'string') return null
    return {
      start,
      ...(typeof end === 'string' && { end }),
      ...(typeof timezone === 'string' && { timezone: zoneWords(timezone) }),
    }
  } catch {
    return null
  }
}

/** `UTC+2`, `UTC-3.5` as an offset. */
function zoneWords(zone: string): string {
  const [, sign, hours, part] = /^UTC([+-])(\d{1,2})(\.5|\.25|\.75)?$/.exec(zone) ?? []
  if (!sign) return zone
  const minutes = Number(hours) * 60 + Number(`0${part ?? ''}`) * 60
  return offsetOf(sign === '-' ? -minutes : minutes)
}

/** `-03:30` */
export function offsetOf(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
