import type { Finding, InspectLine } from '../../domain/finding.ts'
import type { IntakeOptions } from '../intake.ts'
import { type RawComponent, unfolded } from './content-lines.ts'
import { type CalendarEvent, type CalendarOf, readEvent, type Tell } from './event.ts'
import { fieldsOf, findingOf, hasTitle, occurrenceFinding, ruleOf } from './event-finding.ts'
import { propertiesOf, soleZone, zoneToldIn } from './head.ts'
import { homeZoneOf } from './home-zone.ts'
import { textOf } from './property.ts'
import { isSeries, occurrencesOf, ofChange, type Window } from './series.ts'
import { type ZoneReader, zoneReader } from './zone-reader.ts'

/** All that is known of a UID before its events are read. */
export type Group = { masters: Raw[]; changes: Raw[] }
type Raw = { component: RawComponent; calendar: CalendarOf }

/** Events with a UID of their own need no company; a UID told twice is a series with changes, or a repetition. */
export function grouped(calendars: RawComponent[], { zone }: IntakeOptions) {
  const order: { raw: Raw; group: Group | undefined }[] = []
  const groups = new Map<string, Group>()
  let answers = 0
  const allZones = calendars.flatMap(calendar => calendar.parts.filter(part => part.name === 'VTIMEZONE'))
  let shared: ZoneReader | undefined
  for (const component of calendars) {
    const own = component.parts.filter(part => part.name === 'VTIMEZONE')
    const zones = own.length ? zoneReader(own, zone) : (shared ??= zoneReader(allZones, zone))
    const told = propertiesOf(component)
    const method = told.get('METHOD')?.[0]?.value.trim().toUpperCase()
    const home = homeZoneOf(told)
    const calendar: CalendarOf = {
      zones,
      calendarZone: zoneToldIn(component),
      soleZone: soleZone([component]),
      home,
      method,
    }
    for (const part of component.parts) {
      if (part.name !== 'VEVENT') continue
      if (method && /^(?:REPLY|REFRESH|COUNTER|DECLINECOUNTER)$/.test(method)) {
        answers++
        continue
      }
      const raw = { component: part, calendar }
      const { uid, change, repeats } = identityOf(part)
      if (!uid) {
        order.push({ raw, group: repeats ? { masters: [raw], changes: [] } : undefined })
        continue
      }
      const group = groups.get(uid) ?? { masters: [], changes: [] }
      groups.set(uid, group)
      group[change ? 'changes' : 'masters'].push(raw)
      order.push({ raw, group })
    }
  }
  return { order, answers }
}

/** What tells whether an event has company, without reading all of it. */
function identityOf(event: RawComponent): { uid: string | undefined; change: boolean; repeats: boolean } {
  const { names, lines } = event
  const uid = names.indexOf('UID')
  const told = uid < 0 ? '' : unfolded(lines[uid]!.slice(lines[uid]!.indexOf(':') + 1)).trim()
  const change = names.includes('RECURRENCE-ID')
  return {
    uid: told || undefined,
    change,
    repeats: change || names.includes('RRULE') || names.includes('RDATE'),
  }
}

export function lone(event: CalendarEvent, tell: Tell): InspectLine[] {
  if (isEmpty(event)) {
    tell('event-empty', 'This event tells neither a title nor a time; it was left out.', event.at)
    return []
  }
  if (!hasTitle(event)) tell('title-missing', 'This event has no title.', event.at)
  return [{ finding: findingOf(event) }]
}

function isEmpty(event: CalendarEvent): boolean {
  return (
    !event.start &&
    !hasTitle(event) &&
    !event.properties.has('DESCRIPTION') &&
    event.calendar.method !== 'CANCEL'
  )
}

export function groupLines(group: Group, window: Window, tell: Tell, cut: number[]): Iterable<InspectLine> {
  const [first, another] = group.masters
  if (!first || another || group.changes.length > 0) return manyLines(group, window, tell, cut)
  const event = readEvent(first.component, first.calendar, tell)
  return isSeries(event) && event.start ? seriesLines(event, [], window, tell, cut) : lone(event, tell)
}

function* manyLines(group: Group, window: Window, tell: Tell, cut: number[]): Generator<InspectLine> {
  const masters = newest(group.masters.map(raw => readEvent(raw.component, raw.calendar, tell)))
  const changes = newestChanges(group.changes.map(raw => readEvent(raw.component, raw.calendar, tell)))
  const told = changes.filter(change => change.recurrenceId)
  if (masters.length > 1) {
    tell(
      'uid-repeated',
      `${masters.length} different events bear the same mark (UID ${masters[0]!.uid?.slice(0, 80)}); only the first keeps it.`,
      masters[1]!.at,
    )
  }
  for (const [index, master] of masters.entries()) {
    // Only the first can keep a UID that others have too.
    const event = index === 0 ? master : { ...master, uid: undefined }
    const repeats = isSeries(event) && event.start
    yield* repeats ? seriesLines(event, index === 0 ? told : [], window, tell, cut) : lone(event, tell)
  }
  const whole = masters[0]
  for (const change of changes) {
    if (whole && isSeries(whole) && whole.start && change.recurrenceId) continue
    if (!whole && change.andFuture && isSeries(change) && change.start) {
      yield* seriesLines(change, [], window, tell, cut)
      continue
    }
    const occurrence = change.recurrenceId ? ofChange(change, whole) : null
    yield {
      finding: occurrence ? occurrenceFinding(fieldsOf(change), occurrence, undefined) : findingOf(change),
    }
  }
}

function* seriesLines(
  event: CalendarEvent,
  changes: CalendarEvent[],
  window: Window,
  tell: Tell,
  cut: number[],
): Generator<InspectLine> {
  if (!hasTitle(event)) tell('title-missing', 'This event has no title.', event.at)
  const fields = new Map<CalendarEvent, Finding>()
  const rule = ruleOf(event)
  for (const occurrence of occurrencesOf(event, changes, window, tell, () => cut.push(event.at))) {
    let known = fields.get(occurrence.event)
    if (!known) {
      known = fieldsOf(occurrence.event)
      if (!hasTitle(occurrence.event)) known.title = fieldsOf(event).title
      fields.set(occurrence.event, known)
    }
    yield { finding: occurrenceFinding(known, occurrence, rule) }
  }
}

/** Of the same event told again the newest counts: by SEQUENCE, then by its stamp, then the later in the file. */
function newest(events: CalendarEvent[]): CalendarEvent[] {
  if (events.length > 100) return newestByStart(events)
  const kept: CalendarEvent[] = []
  for (const event of events) {
    const same = kept.findIndex(other => isSame(other, event))
    if (same === -1) kept.push(event)
    else if (isNewer(event, kept[same]!)) kept[same] = event
  }
  return kept
}

/** A program that gives one UID to all its events: comparing each with each would never end. */
function newestByStart(events: CalendarEvent[]): CalendarEvent[] {
  const kept = new Map<number | undefined, CalendarEvent>()
  for (const event of events) {
    const other = kept.get(event.start?.wallMs)
    if (!other || isNewer(event, other)) kept.set(event.start?.wallMs, event)
  }
  return [...kept.values()]
}

function newestChanges(events: CalendarEvent[]): CalendarEvent[] {
  const kept = new Map<number, CalendarEvent>()
  for (const event of events) {
    const key = event.recurrenceId?.wallMs ?? -1 - kept.size
    const other = kept.get(key)
    if (!other || isNewer(event, other)) kept.set(key, event)
  }
  return [...kept.values()]
}

/** One UID for events that share neither time nor title nor a history is a fault of the program that wrote it. */
function isSame(a: CalendarEvent, b: CalendarEvent): boolean {
  const title = (event: CalendarEvent) => textOf(event.properties.get('SUMMARY')?.[0])
  return (
    a.sequence !== b.sequence ||
    a.start?.wallMs === b.start?.wallMs ||
    !b.start ||
    !a.start ||
    (title(a) === title(b) && a.stamp !== b.stamp)
  )
}

function isNewer(a: CalendarEvent, b: CalendarEvent): boolean {
  return a.sequence !== b.sequence ? a.sequence > b.sequence : a.stamp >= b.stamp
}
