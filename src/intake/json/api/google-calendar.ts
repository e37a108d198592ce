import { canonicalZone } from '../../../time/zones.ts'
import { wallAt } from '../../zoned-time.ts'
import { compact, isWall, quoted, textLine } from '../calendar-line.ts'
import { isText, isThing, type Json, listIn, textIn, thingsIn } from '../json.ts'
import { byId, idIn } from './ids.ts'
import { textAt } from './paths.ts'

/**
 * What Google's Calendar API (v3) answers, a list of events or one, in lines of iCalendar: its rules are such lines
 * already, and changes of single dates come out the same. Empty where nothing in it is announced.
 */
export function googleLines(answer: Json): string[] {
  const items = answer.kind === 'calendar#event' ? [answer] : thingsIn(answer.items, 20_000)
  const zone = textIn(answer.timeZone, 60)
  const masters = byId(items.filter(one => one.recurrence))
  const gone = Map.groupBy(items.filter(isDateLeftOut), one => idIn(one.recurringEventId))
  const events = items.filter(one => !isDateLeftOut(one) && !isText(one.eventType, ofOneself))
  if (events.length === 0) return []
  const head = (name: string, value: unknown) => {
    const told = answer.kind === 'calendar#events' ? textIn(value, 2000) : undefined
    return told ? [textLine(name, told)] : []
  }
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...head('X-WR-CALNAME', answer.summary),
    ...head('X-WR-CALDESC', answer.description),
    ...head('X-WR-TIMEZONE', zone),
    ...events.flatMap(one => {
      const [id, master] = [idIn(one.id), masters.get(idIn(one.recurringEventId) ?? '')]
      const own = id === undefined ? [] : (gone.get(id) ?? []).slice(0, mostDates)
      // Of several events with one id the first is the series.
      gone.delete(id)
      return eventLines(one, { zone, master, gone: own })
    }),
    'END:VCALENDAR',
  ]
}

const mostDates = 1000

/** Not at the desk, at home today, a birthday. */
const ofOneself = /^(?:outOfOffice|focusTime|workingLocation|birthday)$/

/** Of a date that was taken out of a series Google keeps nothing but which one it was. */
function isDateLeftOut(one: Json): boolean {
  return one.status === 'cancelled' && one.start === undefined
}

type Around = { zone: string | undefined; master: Json | undefined; gone: Json[] }

function eventLines(event: Json, { zone, master, gone }: Around): string[] {
  const text = (name: string, value: unknown) => {
    const told = textIn(value)
    return told ? [textLine(name, told)] : []
  }
  const rules = listIn(event.recurrence, 100).flatMap(line => {
    const told = textIn(line, 5000)
    return told && /^(?:RRULE|RDATE|EXDATE|EXRULE)[;:][^\r\n]*$/.test(told) ? told : []
  })
  const original = master && isThing(event.originalStartTime) ? event.originalStartTime : undefined
  return [
    'BEGIN:VEVENT',
    ...text('UID', event.iCalUID ?? master?.iCalUID ?? event.id),
    ...timeLine('DTSTART', event.start, zone),
    ...(event.endTimeUnspecified === true ? [] : timeLine('DTEND', event.end, zone)),
    ...(original ? timeLine('RECURRENCE-ID', original, zone) : []),
    ...rules,
    ...gone.flatMap(one => timeLine('EXDATE', one.originalStartTime, zone)),
    ...text('SUMMARY', event.summary),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.location),
    ...text('STATUS', textIn(event.status, 20)?.toUpperCase()),
    ...addressLine('URL', textAt(event, 'source.url|htmlLink')),
    ...doorLines(event),
    ...thingsIn(event.attachments, 25).flatMap(file => {
      const title = textIn(file.title, 300)
      return addressLine(`ATTACH${title ? `;FILENAME=${quoted(title)}` : ''}`, textIn(file.fileUrl, 4000))
    }),
    ...organiserLine(event.organizer),
    'END:VEVENT',
  ]
}

function doorLines(event: Json): string[] {
  const doors = isThing(event.conferenceData) ? thingsIn(event.conferenceData.entryPoints, 20) : []
  const videos = doors
    .filter(door => door.entryPointType === 'video')
    .flatMap(door => textIn(door.uri, 4000) ?? [])
  return [...new Set([...videos, textIn(event.hangoutLink, 4000)])].flatMap(url =>
    addressLine('CONFERENCE;VALUE=URI', url),
  )
}

/** A calendar is named as whoever keeps it names it. An address alone is nobody's name. */
function organiserLine(organiser: unknown): string[] {
  const name = textAt(organiser, 'displayName')
  const mail = textAt(organiser, 'email')?.replace(/[\s:;,"]/g, '') ?? 'nobody'
  return name ? [`ORGANIZER;CN=${quoted(name)}:mailto:${mail}`] : []
}

/** A day; or a moment with its offset, as the clocks of its zone show it. */
function timeLine(name: string, told: unknown, calendarZone: string | undefined): string[] {
  const day = textAt(told, 'date')
  if (day && /^\d{4}-\d\d-\d\d$/.test(day)) return [`${name};VALUE=DATE:${compact(day)}`]
  const moment = textAt(told, 'dateTime')
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(
    moment ?? '',
  )
  if (!parts || !isWall(parts[1]!)) return []
  const [, wall, offset] = parts
  const zone = canonicalZone(textAt(told, 'timeZone') ?? calendarZone ?? '')
  const shown = zone && offset ? wallAt(Date.parse(moment!), zone) : wall!
  if (zone) return [`${name};TZID=${zone}:${compact(shown)}`]
  if (offset === 'Z') return [`${name}:${compact(wall!)}Z`]
  return [`${name};TZID="${offset ? `UTC${offset}` : 'unknown'}":${compact(wall!)}`]
}

function addressLine(name: string, url: string | undefined): string[] {
  return url && /^https?:\/\/\S+$/.test(url) ? [`${name}:${url}`] : []
}
