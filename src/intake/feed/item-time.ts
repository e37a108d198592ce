import type { Finding } from '../../domain/finding.ts'
import { type FoundTime, findTimes } from '../../time/find-times.ts'
import { readTime } from '../../time/read-time.ts'
import { readRowTime } from '../csv/row-time.ts'
import type { IntakeOptions } from '../intake.ts'
import { publishedText } from '../page/read-work.ts'
import { titleText } from '../page/words-of.ts'
import { statusInWords } from '../title-status.ts'
import type { Feed, FeedEvent, FeedItem } from './item.ts'

/** "1 Dec 2025": a day as no format of feeds has it. */
export function dayOf(words: string): string | undefined {
  return readTime(words).readings[0]?.start.slice(0, 10)
}

/**
 * "Legal advice – Thursday 18 December at 2 pm": a title that tells a day and an hour to come is an event's; so is one
 * that tells the day alone, where the text tells one hour of it.
 */
export function toldInTitle(
  { title, published }: Finding,
  text: string | undefined,
  options: IntakeOptions,
): Partial<Finding> {
  if (!published) return {}
  const context = { published: published.slice(0, 10), ...(options.zone && { zone: options.zone }) }
  const [told, other] = findTimes(title, context)
  const day = told?.readings[0]?.start.slice(0, 10)
  if (!told || !day || other || day < context.published) return {}
  if (told.doubts.some(({ code }) => code === 'date-missing')) return {}
  const time = timeOfDay(told, findTimes(text?.slice(0, 4000) ?? '', context))
  if (!time) return {}
  const { readings, doubts } = time
  const { start, end } = readings[0]!
  return {
    kind: 'event',
    start,
    ...(end && { end }),
    ...(doubts.length > 0 && { doubts: doubts.map(doubt => ({ ...doubt, field: 'start' })) }),
  }
}

/** The title's hour, as the text may know more of it: its end, its zone; or the text's one hour of the title's day. */
function timeOfDay(told: FoundTime, inText: FoundTime[]): FoundTime | undefined {
  const { start } = told.readings[0]!
  const hours = inText.filter(({ readings: [own], doubts }) => {
    const isDayTold = !doubts.some(({ code }) => code === 'date-missing')
    return own?.start.includes('T') && own.start.startsWith(start.slice(0, 10)) && isDayTold
  })
  if (start.includes('T'))
    return (
      hours.find(
        ({ readings: [own] }) =>
          own!.start.slice(0, 16) === start.slice(0, 16) && (own!.end || own!.start.endsWith(']')),
      ) ?? told
    )
  const isOne = new Set(hours.map(({ readings: [own] }) => own!.start)).size === 1
  return isOne && !hours[0]!.sessions ? hours[0] : undefined
}

/**
 * Calendars without words of their own for it write the day of an event before its title, and date the item by when it
 * begins (Localist). Elsewhere a day in a title is of what is told.
 */
export function whenDated({ title, published }: Finding, { id }: FeedItem, feed: Feed): Partial<Finding> {
  const day = dayBefore.exec(title)?.[0].replace(/[\s:–|-]+$/, '')
  const isSame = day && published && published.length > 10 && dayOf(day) === published.slice(0, 10)
  if (!isSame || !(/event/i.test(id ?? '') || ofCalendar.test(feed.title ?? ''))) return {}
  return { kind: 'event', ...whenOf({ start: published, streams: [] }, { kind: 'event', title }, {}) }
}

const ofCalendar =
  /\b(?:calendar|events|kalender|veranstaltungen|agenda|calend[aá]rio|événements|eventos)\b/iu

/** A day that stands before what it is of. */
export const dayBefore =
  /^(?:(?:\p{L}{3,9}\.?,? )?\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})\s*[:–|-]\s*(?=\S)/u

/** What an extension for events tells, read as cells of a table are. */
export function whenOf(event: FeedEvent, finding: Finding, options: IntakeOptions): Partial<Finding> {
  const published = finding.published ?? options.published ?? options.readOn
  const { start, startTime, end, endTime, timezone, allDay, place } = event
  const { sessions: _, ...when } = readRowTime(
    {
      ...(start && { [startTime ? 'date' : 'start']: publishedText(start) ?? start }),
      ...(startTime && { time: startTime }),
      ...(end && { [endTime ? 'endDate' : 'end']: publishedText(end) ?? end }),
      ...(endTime && { endTime }),
      ...(timezone && { timezone }),
      ...(allDay && { allDay }),
    },
    {
      ...(place && { place: { name: place } }),
      ...(options.zone && { zone: options.zone }),
      ...(published && { published: published.slice(0, 10) }),
      order: null,
    },
  )
  return when
}

/** Where, and whether it still takes place. */
export function whereOf({ place, status }: FeedEvent): Partial<Finding> {
  const name = titleText(place)
  const state = statusInWords(status)
  return {
    ...(name && !/^https?:/.test(name) && { place: { name } }),
    ...(name && /^(?:online|virtual|webinar|zoom)\b/i.test(name) && { attendance: 'online' as const }),
    ...(state && { status: state }),
  }
}

/** A field of its own says that it takes place. */
export function isConfirmed({ status }: FeedEvent): boolean {
  return /(?:confirmed|scheduled)$/i.test(status?.trim() ?? '') && statusInWords(status) === undefined
}
