import { addDays, dayOf, offsetAt, startOfDay } from '../time/days.ts'
import type { Entry } from './entry.ts'
import { type PhaseAt, phaseOf, type Reckoning, type Scheduled, type Span, spanOf, timedOf } from './phase.ts'

/** An entry that lasts longer stands on its first day only, not on a month of days. */
const mostDays = 31

/**
 * A programme by time, as it stands at a moment for readers in a zone. Every entry is in exactly one section.
 * Entries that are cancelled or postponed are in `later` until the start they had, then in `over`: whoever looks
 * for them finds them where they were. A day whose hour is not told is in `later` until it has passed.
 */
export type Agenda<E extends Scheduled = Entry> = {
  /** On now: what began first comes first, whole days last. */
  on: AgendaItem<E>[]
  /** What begins next: everything that is soon, or else all that begin at the next start. */
  next: AgendaItem<E>[]
  later: AgendaDay<E>[]
  over: AgendaDay<E>[]
  /** Statements, campaigns, articles … that have no time by their nature; story order. */
  anytime: E[]
  /** Events whose time is not told; story order. */
  notTold: E[]
}

/** A day of the reader's calendar: whole days and untold hours first, then by start, end, story. */
export type AgendaDay<E extends Scheduled = Entry> = { day: string; items: AgendaItem<E>[] }

/** `continued`: it began on an earlier day. */
export type AgendaItem<E extends Scheduled = Entry> = {
  entry: E
  phase: PhaseAt
  span: Span
  continued: boolean
}

/** Entries are given in story order. O(n log n). */
export function agendaOf<E extends Scheduled>(
  entries: readonly E[],
  now: number,
  reckoning: Reckoning,
): Agenda<E> {
  const agenda: Agenda<E> = { on: [], next: [], later: [], over: [], anytime: [], notTold: [] }
  const timed: AgendaItem<E>[] = []
  for (const entry of entries) {
    const item = timedOf(entry)
    const span = spanOf(item, reckoning)
    if (span) timed.push({ entry, span, phase: phaseOf(item, now, reckoning), continued: false })
    else if (entry.kind === 'event') agenda.notTold.push(entry)
    else agenda.anytime.push(entry)
  }
  timed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)

  const startOfNext = nextStart(timed)
  const wholeDaysOn: AgendaItem<E>[] = []
  const later: Days<E> = new Map()
  const over: Days<E> = new Map()
  for (const item of timed) {
    const { phase, span, entry } = item
    if (phase.phase === 'on') (isWholeDays(entry) ? wholeDaysOn : agenda.on).push(item)
    else if (phase.phase === 'soon' || isNext(item, startOfNext)) agenda.next.push(item)
    else if (phase.today) putOnDays(later, item, reckoning.zone, now)
    else if (phase.phase === 'upcoming' || (phase.phase === null && now < span.start))
      putOnDays(later, item, reckoning.zone)
    else putOnDays(over, item, reckoning.zone)
  }
  agenda.on.push(...wholeDaysOn)
  agenda.later = inOrder(later)
  agenda.over = inOrder(over)
  return agenda
}

/**
 * A programme day by day, as readers in a zone live it, whatever the moment: what has a time stands on each day it
 * touches. Entries are given in story order. O(n log n).
 */
export function daysOf<E extends Scheduled = Entry>(
  entries: readonly E[],
  now: number,
  reckoning: Reckoning,
): { days: AgendaDay<E>[]; anytime: E[]; notTold: E[] } {
  const timed: AgendaItem<E>[] = []
  const anytime: E[] = []
  const notTold: E[] = []
  for (const entry of entries) {
    const item = timedOf(entry)
    const span = spanOf(item, reckoning)
    if (span) timed.push({ entry, span, phase: phaseOf(item, now, reckoning), continued: false })
    else if (entry.kind === 'event') notTold.push(entry)
    else anytime.push(entry)
  }
  timed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const days: Days<E> = new Map()
  for (const item of timed) putOnDays(days, item, reckoning.zone)
  return { days: inOrder(days), anytime, notTold }
}

/** The items of a day by the hour of the reader's clocks in which they begin; null: whole days, and what goes on. */
export function hoursOf<E extends Scheduled>(
  { items }: AgendaDay<E>,
  zone: string,
): { hour: number | null; items: AgendaItem<E>[] }[] {
  const hours: { hour: number | null; items: AgendaItem<E>[] }[] = []
  for (const item of items) {
    const { start } = item.span
    const isUntold = item.continued || isWholeDays(item.entry)
    const hour = isUntold ? null : new Date(start + offsetAt(start, zone)).getUTCHours()
    if (hours.length && hours.at(-1)!.hour === hour) hours.at(-1)!.items.push(item)
    else hours.push({ hour, items: [item] })
  }
  return hours
}

function isWholeDays(entry: Scheduled): boolean {
  return entry.time.precision !== 'moment'
}

/** The next start when nothing is soon. Whole days do not make a group: nobody waits for midnight. */
function nextStart(timed: AgendaItem<Scheduled>[]): number | null {
  let next: number | null = null
  for (const { phase, span, entry } of timed) {
    if (phase.phase === 'soon') return null
    if (next === null && phase.phase === 'upcoming' && !isWholeDays(entry)) next = span.start
  }
  return next
}

function isNext({ entry, span, phase }: AgendaItem<Scheduled>, start: number | null): boolean {
  return span.start === start && phase.phase === 'upcoming' && !isWholeDays(entry)
}

type Days<E extends Scheduled> = Map<string, { whole: AgendaItem<E>[]; timed: AgendaItem<E>[] }>

/** Puts an item under each day it touches, from the day of `from` on. Items come in order of their start. */
function putOnDays<E extends Scheduled>(
  days: Days<E>,
  item: AgendaItem<E>,
  zone: string,
  from = item.span.start,
): void {
  const { start, end, assumed } = item.span
  const first = dayOf(start, zone)
  const last = assumed || end === start ? first : dayOf(end - 1, zone)
  let day = dayOf(from, zone)
  put(days, day, day === first ? item : { ...item, continued: true })
  if (day === last || last >= addDays(first, mostDays)) return
  const continued = { ...item, continued: true }
  while (day < last) {
    day = addDays(day, 1)
    if (exists(day, zone)) put(days, day, continued)
  }
}

function put<E extends Scheduled>(days: Days<E>, name: string, item: AgendaItem<E>): void {
  let day = days.get(name)
  if (!day) days.set(name, (day = { whole: [], timed: [] }))
  const part = isWholeDays(item.entry) ? day.whole : day.timed
  part.push(item)
}

/** Samoa had no 30 December 2011. */
function exists(day: string, zone: string): boolean {
  return dayOf(startOfDay(day, zone), zone) === day
}

function inOrder<E extends Scheduled>(days: Days<E>): AgendaDay<E>[] {
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { whole, timed }]) => ({ day, items: [...whole, ...timed] }))
}
