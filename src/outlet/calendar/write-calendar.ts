import { colourName } from './colour-name.ts'
import { addressIn, contentLine, textOf } from './content-line.ts'
import { eventLines, goneLines, zoneOf } from './event-lines.ts'
import type { CalendarHead, CalendarItem, CalendarReader, GoneItem } from './item.ts'
import { durationOf, paceOf, toldGoneMs } from './pace.ts'
import { momentIn } from './written-time.ts'
import { zoneLines } from './zone-lines.ts'

/** `since`, `until`: between these moments (epoch milliseconds) it reads the same, as long as nobody changes what it holds. */
export type WrittenCalendar = { text: string; since: number; until: number }

/**
 * A calendar (iCalendar, RFC 5545 with 7986), in the order of the items. It is a function of its arguments: the same
 * items at the same revision give the same bytes, but for how soon to ask again, which follows the nearness of events.
 *
 * It has no METHOD and no ORGANIZER: both are of invitations, and need mail addresses that nobody told us to give away.
 *
 * @param gone what was published once; told for 90 days after it was taken back
 */
export function writeCalendar(
  head: CalendarHead,
  items: readonly CalendarItem[],
  reader: CalendarReader,
  gone: readonly GoneItem[] = [],
): WrittenCalendar {
  const { now } = reader
  const pace = paceOf(items, gone, now)
  const told = gone.filter(({ updatedAt }) => now < updatedAt + toldGoneMs)
  const zones = zonesOf([...items.map(({ entry }) => entry), ...told])
  const isKnown = (zone: string) => zones.has(zone)
  let text = contentLine('BEGIN', 'VCALENDAR') + headLines(head, pace.every)
  for (const zone of zones.values()) text += zone
  for (const item of items) text += eventLines(item, reader, isKnown)
  for (const item of told) text += goneLines(item, reader, isKnown)
  return { text: text + contentLine('END', 'VCALENDAR'), since: pace.since, until: pace.until }
}

/** Of what RFC 7986 names, programs that are older know the names with X. */
function headLines(head: CalendarHead, everyMs: number): string {
  const { id, name, about, page, source, accent, language, changedAt } = head
  const every = durationOf(everyMs)
  const subscribed =
    source === null
      ? ''
      : contentLine('SOURCE', addressIn(source), { VALUE: 'URI' }) +
        contentLine('REFRESH-INTERVAL', every, { VALUE: 'DURATION' }) +
        contentLine('X-PUBLISHED-TTL', every)
  const format =
    contentLine('VERSION', '2.0') +
    contentLine('PRODID', '-//Daylong//Programme//EN') +
    contentLine('CALSCALE', 'GREGORIAN')
  if (name === null) return format
  return (
    format +
    contentLine('UID', textOf(id)) +
    contentLine('NAME', textOf(name), { LANGUAGE: language }) +
    contentLine('X-WR-CALNAME', textOf(name)) +
    (about ? contentLine('DESCRIPTION', textOf(about)) + contentLine('X-WR-CALDESC', textOf(about)) : '') +
    contentLine('URL', addressIn(page)) +
    contentLine('LAST-MODIFIED', momentIn(changedAt)) +
    subscribed +
    (accent
      ? contentLine('COLOR', colourName(accent)) + contentLine('X-APPLE-CALENDAR-COLOR', accent.toUpperCase())
      : '')
  )
}

/** Each zone once, defined for the time in which it is used, in the order of the alphabet. */
function zonesOf(
  all: readonly Pick<CalendarItem['entry'], 'time' | 'startsAt' | 'endsAt'>[],
): Map<string, string> {
  const spans = new Map<string, { from: number; to: number }>()
  for (const each of all) {
    const zone = zoneOf(each)
    if (zone === null) continue
    const from = each.startsAt!
    const to = each.endsAt ?? from
    const span = spans.get(zone)
    if (!span) spans.set(zone, { from, to })
    else {
      span.from = Math.min(span.from, from)
      span.to = Math.max(span.to, to)
    }
  }
  const zones = new Map<string, string>()
  for (const zone of [...spans.keys()].sort()) {
    const { from, to } = spans.get(zone)!
    const lines = zoneLines(zone, from, to)
    if (lines !== null) zones.set(zone, lines)
  }
  return zones
}
