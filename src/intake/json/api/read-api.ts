import type { InspectLine } from '../../../domain/finding.ts'
import { readCalendar } from '../../calendar/read-calendar.ts'
import type { IntakeOptions } from '../../intake.ts'
import { isThing, type Json } from '../json.ts'
import { type Dialect, toldIn } from './dialect.ts'
import { drupal } from './drupal.ts'
import { gancio, mobilizon } from './federated.ts'
import { findingOfTold } from './finding-of-told.ts'
import { googleLines } from './google-calendar.ts'
import { graphLines } from './graph-calendar.ts'
import { luma } from './luma.ts'
import { meetings } from './meetings.ts'
import { meetups } from './meetup.ts'
import { openEvent } from './open-event.ts'
import { siteCalendars } from './site-calendars.ts'
import { ticketShops } from './ticket-shops.ts'
import type { ToldEvent } from './told-event.ts'
import { townCalendars } from './town-calendars.ts'
import { wordpressPosts } from './wordpress-posts.ts'

type Reader = (answer: unknown, options: IntakeOptions) => Iterable<InspectLine>

/** What services answer when they are asked for their events, each known by what only it writes. */
const services: { signs: RegExp[]; read: Reader }[] = [
  { signs: [/"kind"\s*:\s*"calendar#events?"/], read: ofLines(googleLines) },
  { signs: [/"isAllDay"\s*:/, /"subject"\s*:/, /"dateTime"\s*:/], read: ofLines(graphLines) },
  { signs: wordpressPosts.signs, read: ofPosts },
  { signs: drupal.signs, read: ofDrupal },
  ...[
    ...ticketShops,
    ...meetups,
    luma,
    ...meetings,
    ...siteCalendars,
    mobilizon,
    gancio,
    ...townCalendars,
    openEvent,
  ].map(dialect => ({
    signs: dialect.signs,
    read: ofDialect(dialect),
  })),
]

/** Whether the beginning of a file is the answer of a service that is known. */
export function isApi(head: string): boolean {
  return !/"@(?:context|type)"\s*:/.test(head) && readerOf(head) !== undefined
}

/** The answer of a service, line by line; null where it is of none. */
export function readApi(text: string, answer: unknown, options: IntakeOptions): Iterable<InspectLine> | null {
  return readerOf(text.slice(0, headLetters))?.read(answer, options) ?? null
}

const headLetters = 64 * 1024

function readerOf(head: string) {
  return services.find(({ signs }) => signs.every(sign => sign.test(head)))
}

function ofDialect(dialect: Dialect): Reader {
  return function* (answer, options) {
    yield* findingsOf(toldIn(answer, dialect), options)
  }
}

function* findingsOf(events: Iterable<ToldEvent>, options: IntakeOptions): Generator<InspectLine> {
  let count = 0
  for (const told of events) {
    const finding = findingOfTold(told, options)
    count++
    if (finding) yield { finding }
    else yield { problem: { code: 'title-missing', says: `Event ${count} has no title; it was left out.` } }
  }
  if (count === 0) yield nothing
}

function ofLines(linesOf: (answer: Json) => string[]): Reader {
  return function* (answer, options) {
    const lines = isThing(answer) ? linesOf(answer) : []
    if (lines.length === 0) return yield nothing
    for (const line of readCalendar(Buffer.from(lines.join('\r\n')), options)) yield withoutPlace(line)
  }
}

/** Its lines are ours, not those of the file. */
function withoutPlace(line: InspectLine): InspectLine {
  if (!('problem' in line)) return line
  const { where: _, ...problem } = line.problem
  return { problem }
}

function* ofPosts(answer: unknown, options: IntakeOptions): Generator<InspectLine> {
  let found = false
  for (const finding of wordpressPosts.findingsIn(answer, options)) {
    yield { finding }
    found = true
  }
  if (!found) yield nothing
}

function* ofDrupal(answer: unknown, options: IntakeOptions): Generator<InspectLine> {
  yield* findingsOf(isThing(answer) ? drupal.toldIn(answer) : [], options)
}

const nothing: InspectLine = {
  problem: { code: 'no-events', says: 'This is the answer of a calendar’s service, and no event is in it.' },
}
