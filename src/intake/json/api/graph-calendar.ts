import { zoneOfName } from '../../calendar/zone-names.ts'
import { wallAt } from '../../zoned-time.ts'
import { compact, quoted, textLine } from '../calendar-line.ts'
import { isThing, type Json, listIn, textIn, thingsIn } from '../json.ts'
import { ruleOfGraph } from './graph-rule.ts'
import { textAt } from './paths.ts'

/** Events as Microsoft Graph answers them, a list or one, in lines of iCalendar. Empty where there is none. */
export function graphLines(answer: Json): string[] {
  const told = Array.isArray(answer.value) ? thingsIn(answer.value, 20_000) : [answer]
  const all = told.flatMap(one => [one, ...thingsIn(one.exceptionOccurrences, 1000)])
  const masters = new Map(all.flatMap(one => (one.type === 'seriesMaster' ? [[one.id, one] as const] : [])))
  const events = all.filter(
    one => isThing(one.start) && !(one.type === 'occurrence' && masters.has(one.seriesMasterId)),
  )
  if (events.length === 0) return []
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap(one => eventLines(one, masters.get(one.seriesMasterId))),
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
    ...(lat && lon ? [`GEO:${lat};${lon}`] : []),
    ...(door && /^https?:\/\/\S+$/.test(door) ? [`CONFERENCE;VALUE=URI:${door}`] : []),
  ]
}

/**
 * A wall time and beside it the zone, as Windows or IANA name it. Unless asked otherwise all are told in UTC, with the
 * zone they were made in apart.
 */
function timeLine(name: string, told: unknown, event: Json, madeIn: string): string[] {
  const moment = textAt(told, 'dateTime')
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(moment ?? '')?.[0]
  if (!wall) return []
  if (event.isAllDay === true) return [`${name};VALUE=DATE:${compact(wall.slice(0, 10))}`]
  const words = textAt(told, 'timeZone')
  const zone = zoneNamed(words)
  const own = zoneNamed(textAt(event, `${madeIn}|originalStartTimeZone`))
  if (zone === 'UTC' && !own) return [`${name}:${compact(wall)}Z`]
  if (zone === 'UTC') return [`${name};TZID=${own}:${compact(wallAt(Date.parse(`${wall}Z`), own!))}`]
  // A zone that somebody made up is told as it is, for the reader of calendars to doubt: nothing here floats.
  return [`${name};TZID=${zone ?? quoted(words ?? 'unknown')}:${compact(wall)}`]
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

/** `OID.AAMk….2027-03-16`: dates that were taken out of the series, at the hour of the others. */
function leftOut(event: Json): string[] {
  const hour = /T.*$/.exec(textAt(event.start, 'dateTime') ?? '')?.[0]
  return listIn(event.cancelledOccurrences, 1000).flatMap(id => {
    const day = /\.(\d{4}-\d\d-\d\d)$/.exec(String(id))?.[1]
    if (!day || !hour || !isThing(event.start)) return []
    return timeLine('EXDATE', { ...event.start, dateTime: `${day}${hour}` }, event, 'originalStartTimeZone')
  })
}
