import { isDay } from '../../../time/days.ts'
import { zoneOfName } from '../../calendar/zone-names.ts'
import { wallAt } from '../../zoned-time.ts'
import { compact, geoLine, isWall, quoted, textLine } from '../calendar-line.ts'
import { isThing, type Json, listIn, textIn, thingsIn } from '../json.ts'
import { ruleOfGraph } from './graph-rule.ts'
import { byId, idIn } from './ids.ts'
import { textAt } from './paths.ts'

/** Events as Microsoft Graph answers them, a list or one, in lines of iCalendar. Empty where there is none. */
export function graphLines(answer: Json): string[] {
  const told = Array.isArray(answer.value) ? thingsIn(answer.value, 20_000) : [answer]
  const all = told.flatMap(one => [one, ...thingsIn(one.exceptionOccurrences, 1000)])
  const masters = byId(all.filter(one => one.type === 'seriesMaster'))
  const masterOf = (one: Json) => masters.get(idIn(one.seriesMasterId) ?? '')
  const events = all.filter(one => isThing(one.start) && !(one.type === 'occurrence' && masterOf(one)))
  if (events.length === 0) return []
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap(one => eventLines(one, masterOf(one))),
    'END:VCALENDAR',
  ]
}

function eventLines(event: Json, master: Json | undefined): string[] {
  const text = (name: string, value: unknown) => {
    const told = textIn(value)
    return told ? [textLine(name, told)] : []
  }
  const name = textAt(event, 'organizer.emailAddress.name')
  const mail = textAt(event, 'organizer.emailAddress.address')?.replace(/[\s:;,"]/g, '') ?? 'nobody'
  return [
    'BEGIN:VEVENT',
    ...text('UID', master?.iCalUId ?? event.iCalUId ?? event.id),
    ...timeLine('DTSTART', event.start, event, 'originalStartTimeZone'),
    ...timeLine('DTEND', event.end, event, 'originalEndTimeZone'),
    ...(master ? originalLine(event, master) : []),
    ...ruleOfGraph(event.recurrence),
    ...leftOut(event),
    ...text('SUMMARY', event.subject),
    ...text('DESCRIPTION', textAt(event, 'body.content|bodyPreview')),
    ...(event.isCancelled === true ? ['STATUS:CANCELLED'] : []),
    ...whereLines(event),
    ...listIn(event.categories, 50).flatMap(word => text('CATEGORIES', word)),
    ...(name ? [`ORGANIZER;CN=${quoted(name)}:mailto:${mail}`] : []),
    'END:VEVENT',
  ]
}

function whereLines(event: Json): string[] {
  const place = isThing(event.location) ? event.location : thingsIn(event.locations, 1)[0]
  const address = ['street', 'city', 'state', 'postalCode', 'countryOrRegion'].flatMap(
    part => textAt(place, `address.${part}`) ?? [],
  )
  const words = [textAt(place, 'displayName'), address.join(', ')].filter(Boolean).join('\n')
  const [lat, lon] = [textAt(place, 'coordinates.latitude'), textAt(place, 'coordinates.longitude')]
  const door = textAt(event, 'onlineMeeting.joinUrl|onlineMeetingUrl')
  return [
    ...(words ? [textLine('LOCATION', words)] : []),
    ...geoLine(lat, lon),
    ...(door && /^https?:\/\/\S+$/.test(door) ? [`CONFERENCE;VALUE=URI:${door}`] : []),
  ]
}

/**
 * A wall time and beside it the zone, as Windows or IANA name it. Unless asked otherwise all are told in UTC, with the
 * zone they were made in apart.
 */
function timeLine(name: string, told: unknown, event: Json, madeIn: string): string[] {
  const clock = clockIn(told, event, madeIn)
  return clock ? [lineOf(name, clock, event)] : []
}

/** What clocks show there. A zone that somebody made up is as it was told. */
type Clock = { wall: string; zone: string }

function clockIn(told: unknown, event: Json, madeIn: string): Clock | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(textAt(told, 'dateTime') ?? '')?.[0]
  if (!wall || !isWall(wall)) return null
  const words = textAt(told, 'timeZone')
  const zone = zoneNamed(words)
  const own = zone === 'UTC' ? zoneNamed(textAt(event, `${madeIn}|originalStartTimeZone`)) : undefined
  if (own && event.isAllDay !== true) return { wall: wallAt(Date.parse(`${wall}Z`), own), zone: own }
  // The reader of calendars doubts a zone that it does not know: nothing here floats.
  return { wall, zone: zone ?? quoted(words ?? 'unknown') }
}

function lineOf(name: string, { wall, zone }: Clock, event: Json): string {
  if (event.isAllDay === true) return `${name};VALUE=DATE:${compact(wall.slice(0, 10))}`
  return zone === 'UTC' ? `${name}:${compact(wall)}Z` : `${name};TZID=${zone}:${compact(wall)}`
}

function zoneNamed(words: string | undefined): string | undefined {
  return words ? zoneOfName(words)?.zone : undefined
}

/** Which date of the series it stands for. */
function originalLine(event: Json, master: Json): string[] {
  const original = textIn(event.originalStart, 40)
  if (!original) return []
  const start = { dateTime: original.replace(/Z$/, ''), timeZone: 'UTC' }
  return timeLine('RECURRENCE-ID', start, { ...master }, 'originalStartTimeZone')
}

/**
 * `OID.AAMk….2027-03-16`: days that were taken out of the series, at the hour of the others. It is the hour of the
 * series' own clocks: what these show at one hour of UTC changes with the season.
 */
function leftOut(event: Json): string[] {
  const first = clockIn(event.start, event, 'originalStartTimeZone')
  if (!first) return []
  return listIn(event.cancelledOccurrences, 1000).flatMap(id => {
    const day = /\.(\d{4}-\d\d-\d\d)$/.exec(textIn(id, 2000) ?? '')?.[1]
    if (!day || !isDay(day)) return []
    return lineOf('EXDATE', { ...first, wall: `${day}${first.wall.slice(10)}` }, event)
  })
}
