import type { Entry } from '../../domain/entry.ts'
import type { EventTime } from '../../domain/event-time.ts'
import { takesPlace } from '../../domain/phase.ts'
import { addDays } from '../../time/days.ts'
import { addressIn, contentLine, textOf } from './content-line.ts'
import { descriptionOf, doorsOf, openLinks, wordsOf } from './description.ts'
import { htmlOfLines } from './html-of-lines.ts'
import type { CalendarItem, CalendarReader, GoneItem } from './item.ts'
import { locationOf } from './location.ts'
import { changedAt, recordedOf } from './recorded.ts'
import { dayIn, momentIn, wallIn } from './written-time.ts'

/** Whether the clock times of a zone can be told by its name, because the calendar defines it. */
export type ZoneKnown = (zone: string) => boolean

/** An event, or a session, as a VEVENT (RFC 5545, section 3.6.1). */
export function eventLines(item: CalendarItem, reader: CalendarReader, isKnown: ZoneKnown): string {
  const { entry, of, page, baseUrl } = item
  const { say, now } = reader
  const { title, reason } = wordsOf(entry)
  const description = descriptionOf(item, reader)
  const language = entry.saidIn?.title ?? entry.language ?? item.language
  const { image } = entry
  const recordings = recordedOf(item, now).state === 'available' ? openLinks(entry, 'recording') : []
  return (
    contentLine('BEGIN', 'VEVENT') +
    identityLines(entry, changedAt(item, now)) +
    timeLines(entry, isKnown) +
    contentLine('SUMMARY', textOf(titled(entry, title, reader)), { LANGUAGE: language }) +
    statusLines(entry) +
    contentLine('DESCRIPTION', textOf(description), { ALTREP: page }) +
    (item.tellsSessions
      ? contentLine('X-ALT-DESC', textOf(htmlOfLines(description)), { FMTTYPE: 'text/html' })
      : '') +
    locationOf(item, reader) +
    contentLine('URL', addressIn(page)) +
    doorsOf(item, now)
      .map(({ role, url, title }) =>
        contentLine('CONFERENCE', addressIn(url), {
          VALUE: 'URI',
          FEATURE: role === 'join' ? ['AUDIO', 'VIDEO'] : 'VIDEO',
          LABEL: [say(`link.${role}`), title].filter(Boolean).join(': '),
        }),
      )
      .join('') +
    recordings
      .map(({ url }) => contentLine('ATTACH', addressIn(url), { LABEL: say('link.recording') }))
      .join('') +
    (entry.tags.length
      ? contentLine('CATEGORIES', entry.tags.map(({ name }) => textOf(name)).join(','))
      : '') +
    (of ? contentLine('RELATED-TO', textOf(of.id)) : '') +
    (reason ? contentLine('COMMENT', textOf(reason)) : '') +
    (image?.startsWith('/')
      ? contentLine('IMAGE', addressIn(baseUrl + image), {
          VALUE: 'URI',
          DISPLAY: 'FULLSIZE',
          FMTTYPE: 'image/webp',
        })
      : '') +
    contentLine('END', 'VEVENT')
  )
}

/** What is gone keeps its place and its time, and nothing of what it said. */
export function goneLines(gone: GoneItem, { say }: CalendarReader, isKnown: ZoneKnown): string {
  return (
    contentLine('BEGIN', 'VEVENT') +
    identityLines(gone, gone.updatedAt) +
    timeLines(gone, isKnown) +
    contentLine('SUMMARY', textOf(say('calendar.gone'))) +
    contentLine('STATUS', 'CANCELLED') +
    contentLine('TRANSP', 'TRANSPARENT') +
    contentLine('END', 'VEVENT')
  )
}

/** The zone whose clock times an item is told in; null where it needs none: days, floating times, what is told in UTC. */
export function zoneOf({ time }: { time: EventTime }): string | null {
  const { precision, zone } = time
  return precision === 'moment' && zone !== null && zone !== 'UTC' && !/^[+-]/.test(zone) ? zone : null
}

/** DTSTAMP and LAST-MODIFIED are of the revision: a calendar that is asked twice says the same twice. */
function identityLines(
  { id, sequence, createdAt }: Pick<Entry, 'id' | 'sequence' | 'createdAt'>,
  changed: number,
) {
  return (
    contentLine('UID', textOf(id)) +
    contentLine('DTSTAMP', momentIn(changed)) +
    contentLine('CREATED', momentIn(createdAt)) +
    contentLine('LAST-MODIFIED', momentIn(changed)) +
    contentLine('SEQUENCE', String(sequence))
  )
}

/**
 * An end that nobody told is not made up. A time at a fixed offset is told in UTC, which every program knows; so is one
 * of a zone that the runtime does not know any more.
 */
function timeLines(item: Pick<Entry, 'time' | 'startsAt' | 'endsAt'>, isKnown: ZoneKnown): string {
  const { time, startsAt, endsAt } = item
  const start = time.start!
  if (time.precision !== 'moment') {
    const last = time.end !== null && time.end > start ? time.end : start
    return (
      contentLine('DTSTART', dayIn(start), { VALUE: 'DATE' }) +
      contentLine('DTEND', dayIn(addDays(last.slice(0, 10), 1)), { VALUE: 'DATE' })
    )
  }
  const isLater = time.end !== null && time.end > start && endsAt !== null && endsAt > startsAt!
  const ends = isLater ? time.end : null
  const zone = zoneOf(item)
  if (time.zone !== null && (zone === null || !isKnown(zone)))
    return (
      contentLine('DTSTART', momentIn(startsAt!)) +
      (ends === null ? '' : contentLine('DTEND', momentIn(endsAt!)))
    )
  const at = zone === null ? undefined : { TZID: zone }
  return (
    contentLine('DTSTART', wallIn(start), at) + (ends === null ? '' : contentLine('DTEND', wallIn(ends), at))
  )
}

/** Many programs show no STATUS: the title tells it too. */
function titled({ status }: Entry, title: string, { say }: CalendarReader): string {
  return status === 'cancelled' || status === 'postponed' ? `${say(`status.${status}`)}: ${title}` : title
}

/**
 * What was postponed is not at this time, and at which one nobody knows: it stays to be seen and keeps nobody from
 * anything, as what is told by its day alone.
 */
function statusLines(entry: Entry): string {
  const { status, time } = entry
  const isUncertain = status === 'postponed' || time.precision === 'date-only'
  const word = status === 'cancelled' ? 'CANCELLED' : isUncertain ? 'TENTATIVE' : 'CONFIRMED'
  const isFree = !takesPlace(entry) || time.precision !== 'moment'
  return contentLine('STATUS', word) + (isFree ? contentLine('TRANSP', 'TRANSPARENT') : '')
}
