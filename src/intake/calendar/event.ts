import type { ProblemCode } from '../../domain/problem.ts'
import { epochOfWall } from '../../time/days.ts'
import { wallAt } from '../zoned-time.ts'
import type { RawComponent } from './content-lines.ts'
import { keyOf, later, type Moment, type MomentContext, movedTo, readMoment } from './moment.ts'
import { type Properties, type Property, readProperties } from './property.ts'
import { readDuration } from './written-time.ts'

/** How long an event lasts, so that its repetitions can last as long. */
export type Span = { end?: Moment; days: number; ms: number }

/** A VEVENT with its times resolved. */
export type CalendarEvent = {
  at: number
  uid: string | undefined
  properties: Properties
  start: Moment | undefined
  span: Span | undefined
  /** Which occurrence of its series this one stands for. */
  recurrenceId: Moment | undefined
  /** It stands for all later ones too (RANGE=THISANDFUTURE). */
  andFuture: boolean
  sequence: number
  stamp: string
  calendar: CalendarOf
  /** Places and people as components of their own (RFC 9073). */
  places: Properties[]
  participants: Properties[]
}

/** What a calendar says for all of its events. */
export type CalendarOf = MomentContext & { method: string | undefined }

export type Tell = (code: ProblemCode, says: string, at: number, words?: string) => void

export function readEvent(component: RawComponent, calendar: CalendarOf, tell: Tell): CalendarEvent {
  const properties = readProperties(component, wanted, (name, at) =>
    tell('line-unreadable', `A line of this event (${name}) cannot be read; it was left out.`, at),
  )
  // Some programs write the names of both for every event.
  for (const name of ['RRULE', 'RDATE'])
    if (properties.get(name)?.every(({ value }) => value.trim() === '')) properties.delete(name)
  const one = (name: string) => properties.get(name)?.[0]
  const told = timeOf(one('DTSTART'), calendar, tell)
  const isWhole = /^TRUE$/i.test(
    (one('X-MICROSOFT-CDO-ALLDAYEVENT') ?? one('X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT'))?.value.trim() ?? '',
  )
  const start = told && isWhole ? wholeDay(told) : told
  if (!one('DTSTART') && calendar.method !== 'CANCEL' && (one('SUMMARY') ?? one('DESCRIPTION'))) {
    tell('start-missing', 'This event does not tell when it begins.', component.at)
  }
  const idProperty = one('RECURRENCE-ID')
  return {
    at: component.at,
    uid: one('UID')?.value.trim() || undefined,
    properties,
    start,
    span: start ? spanOf(start, one('DTEND'), one('DURATION'), calendar, tell) : undefined,
    recurrenceId: timeOf(idProperty, calendar, tell),
    andFuture: /^THISANDFUTURE$/i.test(idProperty?.params.range ?? ''),
    sequence: Number.parseInt(one('SEQUENCE')?.value ?? '0', 10) || 0,
    stamp: one('LAST-MODIFIED')?.value.trim() ?? one('DTSTAMP')?.value.trim() ?? '',
    calendar,
    places: partsOf(component, 'VLOCATION'),
    participants: partsOf(component, 'PARTICIPANT'),
  }
}

const noParts: Properties[] = []

function partsOf(component: RawComponent, name: string): Properties[] {
  if (component.parts.length === 0) return noParts
  return component.parts
    .filter(part => part.name === name)
    .slice(0, 100)
    .map(part => readProperties(part, wantedOfParts, () => {}))
}

/** The end of an occurrence that begins at `start`; undefined where none is told. */
export function endOf(start: Moment, span: Span | undefined): Moment | undefined {
  if (!span) return undefined
  const days = movedTo(start, start.wallMs + span.days * dayMs)
  const end = span.ms === 0 ? days : later(days, span.ms)
  if (!span.end || span.end.zone === start.zone) return end
  // It starts in one zone and ends in another.
  return later(span.end, keyOf(end) - keyOf(span.end))
}

/** Properties that are read; the others cost nothing. */
const wanted = new Set(
  'DTSTART DTEND DURATION RECURRENCE-ID SEQUENCE DTSTAMP LAST-MODIFIED UID RRULE RDATE EXDATE EXRULE SUMMARY DESCRIPTION STYLED-DESCRIPTION X-ALT-DESC LOCATION GEO URL STATUS CATEGORIES ORGANIZER CONFERENCE ATTACH IMAGE X-GOOGLE-CONFERENCE X-GOOGLE-HANGOUT X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK X-MICROSOFT-ONLINEMEETINGCONFLINK X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT X-APPLE-STRUCTURED-LOCATION X-ZOOM-LINK X-JITSI-URL X-CONFERENCE-URL X-PM-CONFERENCE-URL X-URL'.split(
    ' ',
  ),
)

const wantedOfParts = new Set(['NAME', 'DESCRIPTION', 'GEO', 'URL', 'LOCATION-TYPE', 'PARTICIPANT-TYPE'])

const dayMs = 86_400_000

function timeOf(property: Property | undefined, calendar: CalendarOf, tell: Tell): Moment | undefined {
  if (!property) return undefined
  const moment = readMoment(property.value, property.params, calendar)
  if (!moment) {
    const words = property.value.slice(0, 60)
    tell('time-unreadable', `“${words}” is no time (${property.name}).`, property.at, words)
  }
  return moment ?? undefined
}

/** Exchange tells a whole day from midnight to midnight, and says besides that it is one. */
function wholeDay(moment: Moment): Moment {
  const { wallMs, zone, shownIn } = moment
  const shown = zone && shownIn ? Date.parse(`${wallAt(epochOfWall(wallMs, zone), shownIn)}Z`) : wallMs
  if (moment.day || shown % dayMs !== 0) return moment
  return { wallMs: shown, day: true, zone: null, floating: false, doubts: [] }
}

function spanOf(
  start: Moment,
  end: Property | undefined,
  duration: Property | undefined,
  calendar: CalendarOf,
  tell: Tell,
): Span | undefined {
  if (end) return spanUntil(start, end, calendar, tell)
  if (!duration) return undefined
  const told = readDuration(duration.value)
  const words = duration.value.slice(0, 60)
  if (!told) tell('time-unreadable', `“${words}” does not tell how long it lasts.`, duration.at, words)
  else if (told.days < 0 || told.ms < 0)
    tell('end-before-start', 'It would last less than no time; its end was left out.', duration.at)
  // Some programs tell the length of a whole day in hours.
  else if (start.day) return { days: told.days + Math.ceil(told.ms / dayMs), ms: 0 }
  else if (told.days > 0 || told.ms > 0) return told
  return undefined
}

function spanUntil(start: Moment, property: Property, calendar: CalendarOf, tell: Tell): Span | undefined {
  let end = timeOf(property, calendar, tell)
  if (!end) return undefined
  if (end.day !== start.day) {
    if (!start.day) {
      tell(
        'end-unclear',
        'Its start tells an hour and its end only a day; the end was left out.',
        property.at,
      )
      return undefined
    }
    const whole = wholeDay(end)
    end = { ...end, day: true, zone: null, wallMs: Math.ceil(whole.wallMs / dayMs) * dayMs }
  }
  // One of both told without a zone is meant where the other is.
  if (end.floating && !start.floating && start.zone) end = { ...start, wallMs: end.wallMs }
  if (start.floating && !end.floating) end = { ...start, wallMs: end.wallMs }
  const ms = keyOf(end) - keyOf(start)
  if (ms < 0) tell('end-before-start', 'It would end before it begins; its end was left out.', property.at)
  if (ms < 0 || (ms === 0 && !start.day)) return undefined
  return start.day ? { end, days: ms / dayMs, ms: 0 } : { end, days: 0, ms }
}
