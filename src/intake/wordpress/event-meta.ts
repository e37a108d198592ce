import type { EventStatus, Finding } from '../../domain/finding.ts'
import { readRowTime, type TimeCells } from '../csv/row-time.ts'
import type { IntakeOptions } from '../intake.ts'
import { linkRole } from '../link-role.ts'
import { titleText } from '../page/words-of.ts'
import type { ExportItem } from './item.ts'

/** Venues and organisers that an export keeps as items of their own, by their ids. */
export type Named = Map<string, string>

/**
 * What calendar plugins keep beside an item of theirs: The Events Calendar, Events Manager, Modern Events Calendar,
 * EventON, Event Organiser, WP Event Manager, GatherPress, VS Event List. Null for an item that is no event.
 */
export function eventOf(item: ExportItem, named: Named, options: IntakeOptions): Partial<Finding> | null {
  const cells = cellsOf(item.meta)
  if (!cells.start && !cells.date) return null
  const meta = (...keys: string[]) => told(item.meta, keys)
  const place = titleText(
    named.get(meta('_EventVenueID') ?? '') ??
      named.get(meta('_location_id') ?? '') ??
      meta('event-location', '_event_location', 'event_location', '_event_venue_name', 'evcal_location_name'),
  )
  const organiser = titleText(
    named.get(meta('_EventOrganizerID') ?? '') ?? meta('_organizer_name', 'evcal_organizer'),
  )
  const isOnline = /^(?:yes|1|true|on)$/i.test(
    meta('_event_online', '_tribe_events_is_virtual', '_virtual_event') ?? '',
  )
  const online = meta('_tribe_events_virtual_url', 'gatherpress_online_event_link', '_event_online_url')
  const page = meta(
    '_EventURL',
    'event-link',
    'mec_more_info',
    'evcal_lmlink',
    '_event_registration_url',
    '_registration',
  )
  const { sessions: _, ...when } = readRowTime(cells, {
    ...(place && { place: { name: place } }),
    ...(options.zone && { zone: options.zone }),
    order: null,
  })
  const links = [online, page].flatMap(url => {
    const role = url && /^https?:/.test(url) ? linkRole(url) : null
    return role ? [{ role: url === online && role === 'source' ? ('join' as const) : role, url: url! }] : []
  })
  const status = statusOf(meta('_tribe_events_status', '_event_status', '_status', 'gatherpress_status'))
  return {
    kind: 'event',
    ...when,
    ...(place && { place: { name: place } }),
    ...(organiser && { organisations: [{ name: organiser }] }),
    ...((isOnline || online) && { attendance: place ? ('mixed' as const) : ('online' as const) }),
    ...(status && { status }),
    ...(links.length > 0 && { links }),
  }
}

/** Item types that only describe other items. */
export function isNamed(type: string): boolean {
  return /^(?:tribe_venue|tribe_organizer|location|event_location|event_venue|event_organizer)$/.test(type)
}

function cellsOf(meta: Map<string, string>): TimeCells {
  const get = (...keys: string[]) => told(meta, keys)
  const gathered = gatherPress(get('gatherpress_datetime'))
  if (gathered) return gathered
  const day = get('mec_start_date')
  if (day) return modernCells(meta, day)
  const epoch = get('evcal_srow', 'event-start-date')
  if (epoch && /^\d{8,11}$/.test(epoch)) return epochCells(meta, epoch)
  const timezone = get('_EventTimezone', '_event_timezone', 'event_timezone', '_timezone')
  const allDay = get('_EventAllDay', '_event_all_day', '_eventorganiser_all_day', 'event_all_day')
  const startTime = get('_event_start_time', 'event_start_time', '_start_time')
  const endTime = get('_event_end_time', 'event_end_time', '_end_time')
  const start = get(
    '_EventStartDate',
    '_eventorganiser_schedule_start_start',
    '_event_start_date',
    'event_start_date',
    '_event_start',
    'event_start',
    '_start_date',
    'event_date',
    '_event_date',
  )
  const end = get(
    '_EventEndDate',
    '_eventorganiser_schedule_start_finish',
    '_event_end_date',
    'event_end_date',
    '_event_end',
    'event_end',
    '_end_date',
  )
  const isWhole = start !== undefined && /\d:\d/.test(start)
  return {
    ...(start && { [isWhole || !startTime ? 'start' : 'date']: start }),
    ...(!isWhole && startTime && { time: startTime }),
    ...(end && { [/\d:\d/.test(end) || !endTime ? 'end' : 'endDate']: end }),
    ...(end && !/\d:\d/.test(end) && endTime && { endTime }),
    ...(timezone && { timezone: zoneWords(timezone) }),
    ...(isYes(allDay) && { allDay: 'yes' }),
  }
}

/** Modern Events Calendar: the hour in three parts. */
function modernCells(meta: Map<string, string>, date: string): TimeCells {
  const clock = (which: 'start' | 'end') => {
    const hour = meta.get(`mec_${which}_time_hour`)
    const minutes = (meta.get(`mec_${which}_time_minutes`) ?? '00').padStart(2, '0')
    return hour && `${hour}:${minutes} ${(meta.get(`mec_${which}_time_ampm`) ?? '').toLowerCase()}`.trim()
  }
  const [time, endTime, endDate] = [clock('start'), clock('end'), meta.get('mec_end_date')]
  const timezone = meta.get('mec_timezone')
  return {
    date,
    ...(time && { time }),
    ...(endDate && { endDate }),
    ...(endTime && { endTime }),
    ...(timezone && timezone !== 'global' && { timezone: zoneWords(timezone) }),
    ...(isYes(meta.get('mec_allday')) && { allDay: 'yes' }),
  }
}

/** EventON and VS Event List count the site's own clock as if it were UTC; the second keeps days and writes the hour in words. */
function epochCells(meta: Map<string, string>, start: string): TimeCells {
  const wall = (epoch: string) => new Date(Number(epoch) * 1000).toISOString().slice(0, 19)
  const end = told(meta, ['evcal_erow', 'event-date'])
  const endsAt = end && /^\d{8,11}$/.test(end) ? wall(end) : undefined
  const words = meta.get('event-time')
  if (!meta.has('evcal_srow')) {
    const [day, last] = [wall(start).slice(0, 10), endsAt?.slice(0, 10)]
    return { date: day, ...(words && { time: words }), ...(last && last > day && { endDate: last }) }
  }
  return {
    start: wall(start),
    ...(endsAt && { end: endsAt }),
    ...(isYes(meta.get('evcal_allday')) && { allDay: 'yes' }),
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
  const [, sign, hours, half] = /^UTC([+-])(\d{1,2})(\.5|\.25|\.75)?$/.exec(zone) ?? []
  if (!sign) return zone
  const minutes = String(Number(`0${half ?? ''}`) * 60).padStart(2, '0')
  return `${sign}${hours!.padStart(2, '0')}:${minutes}`
}

function told(meta: Map<string, string>, keys: string[]): string | undefined {
  for (const key of keys) {
    const value = meta.get(key)?.trim()
    if (value && value !== '0') return value
  }
  return undefined
}

function isYes(value: string | undefined): boolean {
  return /^(?:yes|1|true|on)$/i.test(value ?? '')
}

function statusOf(told: string | undefined): EventStatus | undefined {
  if (!told) return undefined
  if (/cancel/i.test(told)) return 'cancelled'
  if (/postpon/i.test(told)) return 'postponed'
  if (/resched/i.test(told)) return 'rescheduled'
  return /online/i.test(told) ? 'movedOnline' : undefined
}
