import type { InspectLine } from '../../domain/finding.ts'
import { readCalendar } from '../calendar/read-calendar.ts'
import type { IntakeOptions } from '../intake.ts'
import { compact, geoLine, quoted, textLine } from './calendar-line.ts'
import { isText, isThing, type Json, textIn, thingsIn } from './json.ts'
import { patched } from './patched.ts'
import { ruleOf } from './recurrence-rule.ts'

/**
 * JSCalendar (RFC 8984): an Event, or a Group of them, told in the lines of iCalendar and read as such, so that
 * recurrences and their overrides come out the same. Tasks are no events. Who merely takes part is nobody's business.
 */
export function* readJsCalendar(value: Json, options: IntakeOptions): Generator<InspectLine> {
  const isGroup = value['@type'] === 'Group'
  const entries = isGroup ? thingsIn(value.entries, mostEntries + 1) : [value]
  const events = entries.slice(0, mostEntries).filter(one => one['@type'] === 'Event')
  const title = isGroup ? textIn(value.title, 500) : undefined
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...(title ? [textLine('X-WR-CALNAME', title)] : [])]
  for (const event of events) lines.push(...eventLines(event))
  lines.push('END:VCALENDAR')
  const others = entries.length - events.length
  if (others > 0) {
    const says = `${others} of ${entries.length} entries are no events (tasks, perhaps), or too many; they were left out.`
    yield { problem: { code: 'no-events', says, note: true } }
  }
  if (events.length === 0) return
  for (const one of readCalendar(Buffer.from(lines.join('\r\n')), options)) {
    if (!('problem' in one)) yield one
    else {
      // Its lines are ours, not those of the file.
      const { where: _, ...problem } = one.problem
      yield { problem }
    }
  }
}

const mostEntries = 20_000
const mostOverrides = 2000

function eventLines(event: Json): string[] {
  const lines: string[] = []
  const changed: Json[] = []
  const overrides = isThing(event.recurrenceOverrides) ? event.recurrenceOverrides : {}
  for (const [at, patch] of Object.entries(overrides).slice(0, mostOverrides)) {
    if (!isThing(patch) || !isLocal(at)) continue
    if (patch.excluded === true) {
      lines.push(timeLine('EXDATE', at, event))
      continue
    }
    lines.push(timeLine('RDATE', at, event))
    if (Object.keys(patch).length > 0)
      changed.push({
        start: at,
        ...patched(event, patch),
        recurrenceId: at,
        ...('start' in patch ? {} : { start: at }),
      })
  }
  // In the next version of the format there is but one.
  for (const rule of thingsIn(event.recurrenceRules ?? [event.recurrenceRule], 20))
    lines.push(ruleOf('RRULE', rule))
  for (const rule of thingsIn(event.excludedRecurrenceRules, 20)) lines.push(ruleOf('EXRULE', rule))
  // One date of a series that is told alone (section 4.3.1).
  const own = textIn(event.recurrenceId, 40)
  if (own && isLocal(own)) lines.push(timeLine('RECURRENCE-ID', own, event))
  return [
    ...oneEvent(event, lines.filter(Boolean)),
    ...changed.flatMap(one => oneEvent(one, [timeLine('RECURRENCE-ID', one.recurrenceId as string, event)])),
  ]
}

function oneEvent(event: Json, more: string[]): string[] {
  const text = (name: string, value: unknown) => {
    const told = textIn(value)
    return told ? [textLine(name, told)] : []
  }
  const start = textIn(event.start, 40) ?? ''
  const duration = textIn(event.duration, 60) ?? ''
  return [
    'BEGIN:VEVENT',
    ...text('UID', event.uid),
    ...(isLocal(start) ? [timeLine('DTSTART', start, event)] : []),
    ...(/^P(?=[\dT])(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(duration) &&
    !/^P(?:0D|T0[HMS])$/.test(duration)
      ? [`DURATION:${duration}`]
      : []),
    ...text('SUMMARY', event.title),
    ...text(
      /html/i.test(textIn(event.descriptionContentType, 100) ?? '') ? 'X-ALT-DESC' : 'DESCRIPTION',
      event.description,
    ),
    ...text('STATUS', textIn(event.status, 20)?.toUpperCase()),
    ...whereLines(event),
    ...linkLines(event),
    ...organiserLines(event),
    ...[...membersOf(event.keywords, 50)].flatMap(([word, value]) =>
      value === true ? [textLine('CATEGORIES', word.slice(0, 200))] : [],
    ),
    ...more,
    'END:VEVENT',
  ]
}

function whereLines(event: Json): string[] {
  const lines: string[] = []
  // Where it ends is not where one goes to.
  const places = [...membersOf(event.locations, 50)]
  const [, place] =
    places.find(([id]) => id === event.mainLocationId) ??
    places.find(([, one]) => isThing(one) && one.relativeTo !== 'end') ??
    []
  if (isThing(place)) {
    const words = [textIn(place.name, 500), textIn(place.description, 500)].filter(Boolean).join(', ')
    if (words) lines.push(textLine('LOCATION', words))
    const geo = /^geo:([^,;]+),([^,;]+)/.exec(textIn(place.coordinates, 100) ?? '')
    lines.push(...geoLine(geo?.[1], geo?.[2]))
  }
  for (const [, one] of membersOf(event.virtualLocations, 20)) {
    const uri = isThing(one) ? address(one.uri) : undefined
    if (!uri) continue
    const features = Object.keys((one as Json).features ?? {}).map(word =>
      word.toUpperCase().replace(/[^A-Z-]/g, ''),
    )
    const label = textIn((one as Json).name, 200)
    lines.push(
      `CONFERENCE;VALUE=URI${features.length ? `;FEATURE=${features.slice(0, 8).join(',')}` : ''}${label ? `;LABEL=${quoted(label)}` : ''}:${uri}`,
    )
  }
  return lines
}

function linkLines(event: Json): string[] {
  const lines: string[] = []
  let hasPage = false
  for (const [, one] of membersOf(event.links, 50)) {
    const href = isThing(one) ? address(one.href) : undefined
    if (!isThing(one) || !href) continue
    const isPicture =
      /^image\//.test(textIn(one.contentType, 100) ?? '') ||
      one.rel === 'icon' ||
      textIn(one.display, 20) !== undefined ||
      isThing(one.display)
    if (isPicture) lines.push(`IMAGE;VALUE=URI:${href}`)
    else if (
      !hasPage &&
      (one.rel === undefined || isText(one.rel, /^(?:alternate|describedby|canonical|self)$/))
    ) {
      lines.push(`URL:${href}`)
      hasPage = true
    } else lines.push(`ATTACH:${href}`)
  }
  return lines
}

/** Whoever owns it; since version 2.0 the one whose address is the organiser's. */
function organiserLines(event: Json): string[] {
  for (const [, one] of membersOf(event.participants, 200)) {
    if (!isThing(one)) continue
    const isOwner = isThing(one.roles) && one.roles.owner === true
    const isOrganiser =
      one.calendarAddress !== undefined && one.calendarAddress === event.organizerCalendarAddress
    const name = textIn(one.name, 200)
    if (!name || !(isOwner || isOrganiser)) continue
    const type = isText(one.kind, /^(?:individual|group)$/) ? `;CUTYPE=${one.kind.toUpperCase()}` : ''
    return [`ORGANIZER;CN=${quoted(name)}${type}:invalid:nobody`]
  }
  return []
}

function* membersOf(value: unknown, most: number): Generator<[string, unknown]> {
  if (isThing(value)) yield* Object.entries(value).slice(0, most)
}

/** LocalDateTime (RFC 8984, section 1.4.4). */
function isLocal(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/.test(value)
}

function timeLine(name: string, local: string, event: Json): string {
  const [day = '', clock = ''] = compact(local).split('T')
  if (event.showWithoutTime === true) return `${name};VALUE=DATE:${day}`
  const zone = textIn(event.timeZone, 100)?.replace(/[^\w+/-]/g, '')
  if (!zone) return `${name}:${day}T${clock}`
  return /^(?:Etc\/)?UTC$/.test(zone) ? `${name}:${day}T${clock}Z` : `${name};TZID=${zone}:${day}T${clock}`
}

function address(value: unknown): string | undefined {
  const url = textIn(value, 4000)
  return url && /^[a-z][a-z0-9+.-]*:\S+$/i.test(url) && URL.canParse(url) ? url : undefined
}
