import { canonicalZone } from '../../time/zones.ts'
import type { TimeCells } from '../csv/row-time.ts'
import { wallAt } from '../zoned-time.ts'
import type { ExportItem } from './item.ts'
import { isYes, told } from './meta.ts'
import { epochCells, gatherPress, inParts, partCells } from './plugin-cells.ts'
import { offsetOf, zoneWords } from './site-offset.ts'

/** When an event is, as calendar plugins keep it: by the clocks of the place, with a zone where they have one. */
export function cellsOf({ meta, type }: Pick<ExportItem, 'meta' | 'type'>): TimeCells {
  const gathered = gatherPress(meta.get('gatherpress_datetime'))
  if (gathered) return gathered
  const parts = inParts.find(
    ({ date, clocks, marks }) => told(meta, [date]) && meta.has(`${clocks[0]}_${marks[0]}`),
  )
  if (parts) return partCells(meta, parts)
  const managed = managedCells(meta)
  if (managed) return managed
  const epoch = told(meta, ['evcal_srow', 'event-start-date', 'sc_event_date_time'])
  if (epoch && /^\d{8,11}$/.test(epoch)) return epochCells(meta, epoch)
  return plainCells(meta, eventLike.test(type) ? own : none)
}

/**
 * Events Manager keeps the moment in UTC, with the zone of the place beside it. What the clocks of the place show then it
 * keeps as well, but not every export has it.
 */
function managedCells(meta: Map<string, string>): TimeCells | null {
  const zone = canonicalZone(zoneWords(told(meta, ['_event_timezone']) ?? ''))
  if (!zone || told(meta, keys.start.slice(0, keys.start.indexOf('_event_start')))) return null
  const [start, end] = ['_event_start', '_event_end'].map(key => {
    const epoch = momentIn(meta.get(key))
    return Number.isNaN(epoch) ? undefined : wallAt(epoch, zone)
  })
  if (!start) return null
  const [day, last] = [start.slice(0, 10), end?.slice(0, 10)]
  if (isYes(meta.get('_event_all_day')))
    return { date: day, ...(last && { endDate: last }), allDay: 'yes', timezone: zone }
  return { start, ...(end && end !== start && { end }), timezone: zone }
}

/** `2020-12-18 14:00:00` as if it were in UTC; NaN for all else. */
function momentIn(words: string | undefined): number {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(words ?? '')
    ? Date.parse(`${words!.replace(' ', 'T')}Z`)
    : Number.NaN
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
  const start = one('start')
  if (!start) return {}
  // Plugins fill in the start where nobody told an end.
  const end = one('end') === start ? undefined : one('end')
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
    const [there, then] = [momentIn(meta.get(wall!)), momentIn(meta.get(utc!))]
    const minutes = (there - then) / 60_000
    if (Number.isInteger(minutes / 15) && Math.abs(minutes) <= 14 * 60) return offsetOf(minutes)
  }
  return undefined
}
