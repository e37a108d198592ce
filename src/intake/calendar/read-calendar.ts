import { isUtf8 } from 'node:buffer'
import type { InspectLine, ProgrammeHead } from '../../domain/finding.ts'
import { canonicalZone } from '../../time/zones.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { whatItIs } from '../other-format.ts'
import { readText } from '../read-text.ts'
import { type RawComponent, readComponents } from './content-lines.ts'
import { type CalendarEvent, type CalendarOf, readEvent, type Tell } from './event.ts'
import { fieldsOf, findingOf, hasTitle, occurrenceFinding, ruleOf } from './event-finding.ts'
import { readProperties, textOf } from './property.ts'
import { isSeries, occurrencesOf, ofChange, type Window } from './series.ts'
import { zoneOfName } from './zone-names.ts'
import { type ZoneReader, zoneReader } from './zone-reader.ts'

/**
 * iCalendar (RFC 5545, 5546, 7986) and vCalendar 1.0, and what programs make of them. First the calendar's own
 * line where it says anything of itself; then its events in the order of the file, a series one line an occurrence:
 * within `from`/`to`, else from its start on (`withoutWindow` in series.ts). Tasks, journals and free/busy times are
 * no events and are left out.
 */
export const readCalendar: Intake = function* (bytes, options) {
  const other = whatItIs(bytes)
  if (other) {
    yield problem(
      'not-a-calendar',
      `this is ${other}, not a calendar; give the address or file of the .ics itself`,
    )
    return
  }
  const { text, cut, charset, unreadable } = readText(isUtf8(bytes) ? bytes : unfolded(bytes))
  const { root, junk } = readComponents(text)
  const calendars = calendarsIn(root)
  const raw = calendars.flatMap(calendar => calendar.parts.filter(part => part.name === 'VEVENT'))
  if (raw.length === 0) {
    yield* withoutEvents(calendars, root)
    return
  }
  const head = headOf(calendars)
  if (head) yield { programme: head }
  if (cut) yield problem('too-large', 'the file goes on beyond 64 MiB; only what stands before is read')
  if (unreadable > 0)
    yield problem('letters-unreadable', `${unreadable} letters cannot be read as ${charset}`)
  if (junk.length > 0) {
    yield problem(
      'line-unreadable',
      `${junk.length} lines are no content lines and are left out`,
      `line ${junk[0]}`,
    )
  }
  yield* eventsOf(calendars, options)
}

function problem(code: string, says: string, where?: string): InspectLine {
  return { problem: { code, says, ...(where ? { where } : {}) } }
}

/** Folding may cut through a letter of several bytes; then the bytes are unfolded before they are read as text. */
function unfolded(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0 || bytes[0] === 0) return bytes
  const out = new Uint8Array(bytes.length)
  let to = 0
  for (let at = 0; at < bytes.length; at++) {
    const eol = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : bytes[at] === 0x0a ? 1 : 0
    const cutsLetter = eol > 0 && bytes[at + eol] === 0x20 && bytes[at - 1]! >= 0x80
    if (cutsLetter) at += eol
    else out[to++] = bytes[at]!
  }
  return out.subarray(0, to)
}

/** Calendars; events outside of every calendar, or without a BEGIN of their own, count as one of a calendar too. */
function calendarsIn(root: RawComponent): RawComponent[] {
  const calendars = root.parts.filter(part => part.name === 'VCALENDAR')
  const stray = root.parts.filter(part => part.name !== 'VCALENDAR')
  if (stray.length) calendars.push({ ...root, parts: stray })
  for (const calendar of [...calendars, root]) {
    const told = calendar.lines.filter(line => /^(?:DTSTART|DTEND|SUMMARY)\b/i.test(line)).length
    const bare = told > 0 && !calendar.parts.some(part => part.name === 'VEVENT')
    if (!bare) continue
    const event = { ...calendar, name: 'VEVENT', parts: [] }
    if (calendar === root && !stray.length)
      calendars.push({ ...root, lines: [], numbers: [], parts: [event] })
    else calendar.parts = [...calendar.parts, event]
  }
  return calendars
}

function* withoutEvents(calendars: RawComponent[], root: RawComponent): Generator<InspectLine> {
  const others = new Set(calendars.flatMap(calendar => calendar.parts.map(part => part.name)))
  const calendar = root.parts.some(part => part.name === 'VCALENDAR') || others.size > 0
  if (!calendar) yield problem('not-a-calendar', 'nothing in this file begins an event (BEGIN:VEVENT)')
  else if (others.size === 0) yield problem('no-events', 'this calendar is empty')
  else yield problem('no-events', `this calendar holds no events, only ${[...others].slice(0, 8).join(', ')}`)
}

const headProperties = new Set(
  'X-WR-CALNAME NAME X-WR-CALDESC DESCRIPTION URL X-WR-TIMEZONE X-ORIGINAL-URL METHOD CATEGORIES'.split(' '),
)

function headOf(calendars: RawComponent[]): ProgrammeHead | null {
  const head: ProgrammeHead = {}
  for (const calendar of calendars) {
    const told = readProperties(calendar, headProperties, () => {})
    const text = (name: string) => textOf(told.get(name)?.[0])
    const title = text('NAME') ?? text('X-WR-CALNAME')
    const about = text('DESCRIPTION') ?? text('X-WR-CALDESC')
    const url = text('URL') ?? text('X-ORIGINAL-URL')
    const zone = zoneToldIn(calendar)
    if (title) head.title ??= title
    if (about && about !== title) head.text ??= about
    if (url && /^https?:/i.test(url)) head.url ??= url
    if (zone) head.timeZone ??= zone
  }
  head.timeZone ??= soleZone(calendars)
  if (head.timeZone === undefined) delete head.timeZone
  return Object.keys(head).length ? head : null
}

function zoneToldIn(calendar: RawComponent): string | undefined {
  const told = readProperties(calendar, headProperties, () => {}).get('X-WR-TIMEZONE')?.[0]?.value
  const zone = told ? (zoneOfName(told)?.zone ?? canonicalZone(told)) : null
  return zone && /^[A-Z]/i.test(zone) ? zone : undefined
}

/** A calendar that defines one zone and no other is kept there. */
function soleZone(calendars: RawComponent[]): string | undefined {
  const names = new Set<string>()
  for (const part of calendars.flatMap(calendar => calendar.parts)) {
    if (part.name !== 'VTIMEZONE') continue
    names.add(
      readProperties(part, new Set(['TZID']), () => {})
        .get('TZID')?.[0]
        ?.value.trim() ?? '',
    )
  }
  const [only] = names
  const named = names.size === 1 && only ? zoneOfName(only) : null
  return named?.by === 'name' && /^[A-Z]/i.test(named.zone) ? named.zone : undefined
}

/** All that is known of a UID before its events are read. */
type Group = { masters: Raw[]; changes: Raw[] }
type Raw = { component: RawComponent; calendar: CalendarOf }

function* eventsOf(calendars: RawComponent[], options: IntakeOptions): Generator<InspectLine> {
  const problems: InspectLine[] = []
  const tell: Tell = (code, says, at) => problems.push(problem(code, says, `line ${at}`))
  const { order, answers } = grouped(calendars, options)
  const window: Window = {
    from: dayMs(options.from),
    to: dayMs(options.to),
    budget: { left: 5_000_000 },
  }
  const cut: number[] = []
  const seen = new Set<Group>()
  for (const { raw, group } of order) {
    if (group && seen.has(group)) continue
    if (group) seen.add(group)
    yield* group
      ? groupLines(group, window, tell, cut)
      : lone(readEvent(raw.component, raw.calendar, tell), tell)
    yield* problems.splice(0)
  }
  if (answers > 0) {
    yield problem(
      'answers-left-out',
      `${answers} events are answers to invitations (METHOD) and announce nothing`,
    )
  }
  if (cut.length > 0) {
    const told =
      window.from === undefined && window.to === undefined ? 'from the start on' : 'in the days asked for'
    const says = `${cut.length} series go on beyond what is shown ${told}; ask for the days you need (from, to)`
    yield problem('series-cut', says, `line ${cut[0]}`)
  }
}

function dayMs(date: string | undefined): number | undefined {
  const ms = date ? Date.parse(`${date.slice(0, 10)}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

/** Events with a UID of their own need no company; a UID told twice is a series with changes, or a repetition. */
function grouped(calendars: RawComponent[], { zone }: IntakeOptions) {
  const order: { raw: Raw; group: Group | undefined }[] = []
  const groups = new Map<string, Group>()
  let answers = 0
  const allZones = calendars.flatMap(calendar => calendar.parts.filter(part => part.name === 'VTIMEZONE'))
  let shared: ZoneReader | undefined
  for (const component of calendars) {
    const own = component.parts.filter(part => part.name === 'VTIMEZONE')
    const zones = own.length ? zoneReader(own, zone) : (shared ??= zoneReader(allZones, zone))
    const method = readProperties(component, headProperties, () => {})
      .get('METHOD')?.[0]
      ?.value.trim()
      .toUpperCase()
    const calendar: CalendarOf = { zones, calendarZone: zoneToldIn(component), method }
    for (const part of component.parts) {
      if (part.name !== 'VEVENT') continue
      if (method && /^(?:REPLY|REFRESH|COUNTER|DECLINECOUNTER)$/.test(method)) {
        answers++
        continue
      }
      const raw = { component: part, calendar }
      const uid = part.lines
        .find(line => /^UID\s*[:;]/i.test(line))
        ?.replace(/^[^:]*:\s*/, '')
        .trim()
      const change = part.lines.some(line => /^RECURRENCE-ID\s*[:;]/i.test(line))
      const repeats = change || part.lines.some(line => /^(?:RRULE|RDATE)\s*[:;]/i.test(line))
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

function* lone(event: CalendarEvent, tell: Tell): Generator<InspectLine> {
  if (isEmpty(event)) {
    tell('event-empty', 'this event tells neither a title nor a time and is left out', event.at)
    return
  }
  if (!hasTitle(event)) tell('title-missing', 'this event tells no title (SUMMARY)', event.at)
  yield { finding: findingOf(event) }
}

function isEmpty(event: CalendarEvent): boolean {
  return (
    !event.start &&
    !hasTitle(event) &&
    !event.properties.has('DESCRIPTION') &&
    event.calendar.method !== 'CANCEL'
  )
}

function* groupLines(group: Group, window: Window, tell: Tell, cut: number[]): Generator<InspectLine> {
  const masters = newest(group.masters.map(raw => readEvent(raw.component, raw.calendar, tell)))
  const changes = newestChanges(group.changes.map(raw => readEvent(raw.component, raw.calendar, tell)))
  const told = changes.filter(change => change.recurrenceId)
  if (masters.length > 1) {
    tell(
      'uid-repeated',
      `${masters.length} different events have the UID "${masters[0]!.uid?.slice(0, 80)}"`,
      masters[1]!.at,
    )
  }
  for (const [index, master] of masters.entries()) {
    // Only the first can keep a UID that others have too.
    const event = index === 0 ? master : { ...master, uid: undefined }
    if (!isSeries(event) || !event.start) {
      yield* lone(event, tell)
      continue
    }
    if (!hasTitle(event)) tell('title-missing', 'this event tells no title (SUMMARY)', event.at)
    const fields = new Map<CalendarEvent, ReturnType<typeof fieldsOf>>()
    const rule = ruleOf(event)
    for (const occurrence of occurrencesOf(event, index === 0 ? told : [], window, tell, () =>
      cut.push(event.at),
    )) {
      let known = fields.get(occurrence.event)
      if (!known) {
        known = fieldsOf(occurrence.event)
        if (!hasTitle(occurrence.event)) known.title = fieldsOf(event).title
        fields.set(occurrence.event, known)
      }
      yield { finding: occurrenceFinding(known, occurrence, rule) }
    }
  }
  const whole = masters[0]
  for (const change of changes) {
    if (whole && isSeries(whole) && whole.start && change.recurrenceId) continue
    const occurrence = change.recurrenceId ? ofChange(change, whole) : null
    yield {
      finding: occurrence ? occurrenceFinding(fieldsOf(change), occurrence, undefined) : findingOf(change),
    }
  }
}

/** Of the same event told again the newest counts: by SEQUENCE, then by its stamp, then the later in the file. */
function newest(events: CalendarEvent[]): CalendarEvent[] {
  const kept: CalendarEvent[] = []
  for (const event of events) {
    const same = kept.findIndex(other => isSame(other, event))
    if (same === -1) kept.push(event)
    else if (isNewer(event, kept[same]!)) kept[same] = event
  }
  return kept
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
