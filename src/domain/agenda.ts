import { addDays, dayOf, startOfDay } from '../time/days.ts'
import type { Entry } from './entry.ts'
import { type PhaseAt, phaseOf, type Reckoning, type Span, spanOf, timedOf } from './phase.ts'

/** An entry that lasts longer stands on its first day only, not on a month of days. */
const mostDays = 31

/**
 * A programme by time, as it stands at a moment for readers in a zone. Every entry is in exactly one section.
 * Entries that are cancelled or postponed are in `later` until the start they had, then in `over`: whoever looks
 * for them finds them where they were. A day whose hour is not told is in `later` until it has passed.
 */
export type Agenda = {
  /** On now: what began first comes first, whole days last. */
  on: AgendaItem[]
  /** What begins next: everything that is soon, or else all that begin at the next start. */
  next: AgendaItem[]
  later: AgendaDay[]
  over: AgendaDay[]
  /** Statements, campaigns, articles … that have no time by their nature; story order. */
  anytime: Entry[]
  /** Events whose time is not told; story order. */
  notTold: Entry[]
}

/** A day of the reader's calendar: whole days and untold hours first, then by start, end, story. */
export type AgendaDay = { day: string; items: AgendaItem[] }

/** `continued`: it began on an earlier day. */
export type AgendaItem = { entry: Entry; phase: PhaseAt; span: Span; continued: boolean }

/** Entries are given in story order. O(n log n). */
export function agendaOf(entries: readonly Entry[], now: number, reckoning: Reckoning): Agenda {
  const agenda: Agenda = { on: [], next: [], later: [], over: [], anytime: [], notTold: [] }
  const timed: AgendaItem[] = []
  for (const entry of entries) {
    const item = timedOf(entry)
    const span = spanOf(item, reckoning)
    if (span) timed.push({ entry, span, phase: phaseOf(item, now, reckoning), continued: false })
    else if (entry.kind === 'event') agenda.notTold.push(entry)
    else agenda.anytime.push(entry)
  }
  timed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)

  const startOfNext = nextStart(timed)
  const wholeDaysOn: AgendaItem[] = []
  const later: Days = new Map()
  const over: Days = new Map()
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

function isWholeDays(entry: Entry): boolean {
  return entry.time.precision !== 'moment'
}

/** The next start when nothing is soon. Whole days do not make a group: nobody waits for midnight. */
function nextStart(timed: AgendaItem[]): number | null {
  let next: number | null = null
  for (const { phase, span, entry } of timed) {
    if (phase.phase === 'soon') return null
    if (next === null && phase.phase === 'upcoming' && !isWholeDays(entry)) next = span.start
  }
  return next
}

function isNext({ entry, span, phase }: AgendaItem, start: number | null): boolean {
  return span.start === start && phase.phase === 'upcoming' && !isWholeDays(entry)
}

type Days = Map<string, { whole: AgendaItem[]; timed: AgendaItem[] }>

/** Puts an item under each day it touches, from the day of `from` on. Items come in order of their start. */
function putOnDays(days: Days, item: AgendaItem, zone: string, from = item.span.start): void {
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

function put(days: Days, name: string, item: AgendaItem): void {
  let day = days.get(name)
  if (!day) days.set(name, (day = { whole: [], timed: [] }))
  const part = isWholeDays(item.entry) ? day.whole : day.timed
  part.push(item)
}

/** Samoa had no 30 December 2011. */
function exists(day: string, zone: string): boolean {
  return dayOf(startOfDay(day, zone), zone) === day
}

function inOrder(days: Days): AgendaDay[] {
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { whole, timed }]) => ({ day, items: [...whole, ...timed] }))
}
