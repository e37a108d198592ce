import type { TimeCells } from '../csv/row-time.ts'
import { isYes, told } from './meta.ts'
import { zoneWords } from './site-offset.ts'

type InParts = { date: string; endDate: string; clocks: [start: string, end: string]; marks: string[] }

/** Modern Events Calendar, and what brings events of Eventbrite and Meetup in, keep an hour in three parts. */
export const inParts: InParts[] = [
  {
    date: 'mec_start_date',
    endDate: 'mec_end_date',
    clocks: ['mec_start_time', 'mec_end_time'],
    marks: ['hour', 'minutes', 'ampm'],
  },
  {
    date: 'event_start_date',
    endDate: 'event_end_date',
    clocks: ['event_start', 'event_end'],
    marks: ['hour', 'minute', 'meridian'],
  },
]

export function partCells(meta: Map<string, string>, { date, endDate, clocks, marks }: InParts): TimeCells {
  const clock = (stem: string) => {
    const [hour, minutes, half] = marks.map(mark => meta.get(`${stem}_${mark}`)?.trim())
    return hour && `${hour}:${(minutes || '00').padStart(2, '0')} ${(half ?? '').toLowerCase()}`.trim()
  }
  const [day, last] = [told(meta, [date])!, told(meta, [endDate])]
  const days = { date: day, ...(last && { endDate: last }) }
  if (isYes(meta.get('mec_allday'))) return { ...days, allDay: 'yes' }
  const [time, endTime] = clocks.map(clock)
  const timezone = told(meta, ['mec_timezone', 'timezone'])
  return {
    ...days,
    ...(time && { time }),
    ...(endTime && { endTime }),
    ...(timezone && timezone !== 'global' && { timezone: zoneWords(timezone) }),
  }
}

/** EventON, Sugar Calendar and VS Event List count the clock of the place as if it were UTC; the last keeps days and writes the hour in words. */
export function epochCells(meta: Map<string, string>, start: string): TimeCells {
  const wall = (epoch: string) => new Date(Number(epoch) * 1000).toISOString().slice(0, 19)
  const end = told(meta, ['evcal_erow', 'sc_event_end_date_time', 'event-date'])
  const endsAt = end && /^\d{8,11}$/.test(end) ? wall(end) : undefined
  const words = meta.get('event-time')
  const [day, last] = [wall(start).slice(0, 10), endsAt?.slice(0, 10)]
  const days = { date: day, ...(last && last > day && { endDate: last }) }
  if (!meta.has('evcal_srow') && !meta.has('sc_event_date_time'))
    return { ...days, ...(words && { time: words }) }
  if (isYes(meta.get('evcal_allday'))) return { ...days, allDay: 'yes' }
  const zone = told(meta, ['_evo_tz'])
  return {
    start: wall(start),
    ...(endsAt && { end: endsAt }),
    ...(zone && { timezone: zoneWords(zone) }),
  }
}

export function gatherPress(json: string | undefined): TimeCells | null {
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
