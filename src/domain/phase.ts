import { epochOfWall } from '../time/days.ts'
import type { Entry } from './entry.ts'
import type { EventTime, Precision } from './event-time.ts'
import type { EventStatus } from './finding.ts'

const minute = 60_000
const hour = 60 * minute

/** How long before its start an event is *soon*. */
export const soonMs = 60 * minute

/** How long after its start an event without an end is surely over, not just probably. */
const surelyOverMs = 12 * hour

/**
 * What a phase is calculated from: numbers and words alone, so that the page's script asks the same function
 * with what stands in its markup. `floating` is a time without a zone of its own.
 */
export type Timed = {
  startsAt: number | null
  endsAt: number | null
  precision: Precision
  floating: boolean
  status: EventStatus
}

/** `zone` is the reader's (IANA); an event without an end counts as on for `assumedMinutes`. */
export type Reckoning = { zone: string; assumedMinutes: number }

type Phase = 'upcoming' | 'soon' | 'on' | 'over'

/**
 * `phase` is null where nothing can be said: the time is not told, it is today and the hour is not told
 * (`today`), or the event is cancelled or postponed. `probably`: its end is not told.
 */
export type PhaseAt = { phase: Phase | null; probably: boolean; today: boolean }

/** The phase of an event at a moment (epoch milliseconds). */
export function phaseOf(item: Timed, now: number, reckoning: Reckoning): PhaseAt {
  const span = takesPlace(item) ? spanOf(item, reckoning) : null
  if (span === null) return nothing
  if (now < span.start) return item.precision === 'moment' && now >= span.start - soonMs ? soon : upcoming
  if (item.precision === 'date-only') return now < span.end ? today : over
  if (now < span.end) return span.assumed ? probablyOn : on
  return span.assumed && now < surelyOverAt(span) ? probablyOver : over
}

/** From `start` until before `end`; `assumed` where the end is ours and nobody's who holds the event. */
export type Span = { start: number; end: number; assumed: boolean }

/**
 * The span an event takes up for a reader, in epoch milliseconds: a floating one where the reader is. Null where
 * no time is told.
 */
export function spanOf(item: Timed, { zone, assumedMinutes }: Reckoning): Span | null {
  if (item.precision === 'not-told' || item.startsAt === null) return null
  const ofDays = item.precision !== 'moment'
  const start = item.floating ? epochOfWall(item.startsAt + 14 * hour, zone, ofDays) : item.startsAt
  if (item.endsAt === null) return { start, end: start + assumedMinutes * minute, assumed: true }
  const end = item.floating ? epochOfWall(item.endsAt - 12 * hour, zone, ofDays) : item.endsAt
  return { start, end: Math.max(start, end), assumed: false }
}

/** When it begins for a reader: a floating one where they are. Null where no time is told, or where it has none. */
export function startOf(entry: Scheduled, zone: string): number | null {
  return spanOf(timedOf(entry), { zone, assumedMinutes: 0 })?.start ?? null
}

/** When a span without an end of its own is surely over. */
export function surelyOverAt({ start, end }: Span): number {
  return Math.max(end, start + surelyOverMs)
}

/** What is asked of an entry to know its phase and its place in the agenda; the page's script knows no more of it. */
export type Scheduled = Pick<Entry, 'kind' | 'startsAt' | 'endsAt' | 'status'> & {
  time: Pick<EventTime, 'precision' | 'zone'>
}

/**
 * An entry, or a session, as the phase is asked of it. What is there to be read has no phase, even where a day is
 * told with it: a statement is not over.
 */
export function timedOf(entry: Scheduled): Timed {
  const { kind, startsAt, endsAt, status, time } = entry
  if (kind === 'statement' || kind === 'article' || kind === 'toolkit')
    return { startsAt: null, endsAt: null, precision: 'not-told', floating: false, status }
  return { startsAt, endsAt, status, precision: time.precision, floating: time.zone === null }
}

export function takesPlace(item: { status: EventStatus }): boolean {
  return item.status !== 'cancelled' && item.status !== 'postponed'
}

/** Answers are shared and frozen: a page asks thousands of times. */
const nothing = answer(null)
const today = answer(null, { today: true })
const upcoming = answer('upcoming')
const soon = answer('soon')
const on = answer('on')
const probablyOn = answer('on', { probably: true })
const over = answer('over')
const probablyOver = answer('over', { probably: true })

function answer(phase: Phase | null, { probably = false, today = false } = {}): PhaseAt {
  return Object.freeze({ phase, probably, today })
}
