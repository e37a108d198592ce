import { epochOfWall } from '../../time/days.ts'
import { wallAt } from '../zoned-time.ts'
import { type CalendarEvent, endOf, type Span, type Tell } from './event.ts'
import { keyOf, type Moment, movedTo, readMoment } from './moment.ts'
import type { Property } from './property.ts'
import { type Budget, datesOf } from './recurrence-dates.ts'
import { type RecurrenceRule, readRule } from './recurrence-rule.ts'
import { msOf, readDuration, readWrittenTime } from './written-time.ts'

/** One time of a series: the event that tells its fields, and where it stands. */
export type Occurrence = {
  event: CalendarEvent
  start: Moment
  end: Moment | undefined
  /** Where the series itself has it. */
  recurrenceId: Moment
}

export type Window = {
  /** Days (milliseconds of their midnight as in UTC), both included. */
  from: number | undefined
  to: number | undefined
  /** What all series of a file may cost together. */
  budget: Budget
  /** How many occurrences a file may still give; beyond, only the first of each series. */
  occurrences: Budget
}

/** Not so many for a series, and not so far beyond its start, where no window is asked for. */
const withoutWindow = { occurrences: 366, years: 2 }
const atMost = 1000

export function isSeries(event: CalendarEvent): boolean {
  return event.properties.has('RRULE') || event.properties.has('RDATE')
}

/**
 * The occurrences of a series in order, those that were changed in their place. In the window that is asked for at
 * most 1000; without one from the start of the series on, a rule without an end for two years, at most 366.
 * `cut` is called once where there would be more.
 */
export function* occurrencesOf(
  master: CalendarEvent,
  changes: CalendarEvent[],
  window: Window,
  tell: Tell,
  cut: () => void,
): Generator<Occurrence> {
  const start = master.start!
  const length = lengthOf(start, master.span)
  const open = window.from === undefined && window.to === undefined
  const limit = Math.max(1, Math.min(open ? withoutWindow.occurrences : atMost, window.occurrences.left))
  const from = window.from === undefined ? start.wallMs : Math.max(start.wallMs, window.from - length - dayMs)
  const to =
    window.to !== undefined
      ? window.to + dayMs
      : Math.max(from, start.wallMs) + withoutWindow.years * 366 * dayMs
  const single = new Map<number, CalendarEvent>()
  for (const change of changes) single.set(keyOf(change.recurrenceId!), change)
  const ongoing = changes
    .filter(change => change.andFuture)
    .sort((a, b) => keyOf(a.recurrenceId!) - keyOf(b.recurrenceId!))
  const budget: Budget = { left: Math.min(perSeries, window.budget.left) }
  const before = budget.left
  const dates = sortedDates(master, { from, to, open, budget, limit: limit * 2 + changes.length, tell })
  let given = 0
  for (const date of dates.found) {
    if (given >= limit) {
      dates.more = true
      break
    }
    const occurrence = changed(master, date, single, ongoing)
    if (!within(occurrence, window)) continue
    given++
    window.occurrences.left--
    yield occurrence
  }
  window.budget.left -= before - Math.max(0, budget.left)
  if (dates.more || budget.left < 0) cut()
  for (const change of single.values()) {
    const occurrence = ofChange(change, master)
    if (occurrence && within(occurrence, window)) yield occurrence
  }
}

/** An occurrence that is told by itself: changed, without its series or outside of its rule. */
export function ofChange(change: CalendarEvent, master?: CalendarEvent): Occurrence | null {
  const recurrenceId = master?.start ? alike(change.recurrenceId!, master.start) : change.recurrenceId!
  const start = change.start ?? recurrenceId
  return { event: change, start, end: endOf(start, change.span), recurrenceId }
}

type Date_ = { moment: Moment; span?: Span | undefined }

const dayMs = 86_400_000
const perSeries = 200_000

/** Its own change, else the latest change for this and all later ones, else the series. */
function changed(
  master: CalendarEvent,
  { moment, span }: Date_,
  single: Map<number, CalendarEvent>,
  ongoing: CalendarEvent[],
): Occurrence {
  const key = keyOf(moment)
  const change = single.get(key)
  if (change) {
    single.delete(key)
    const start = change.start ?? moment
    return { event: change, start, end: endOf(start, change.span ?? master.span), recurrenceId: moment }
  }
  const future = ongoing.findLast(other => keyOf(other.recurrenceId!) <= key)
  if (!future?.start)
    return { event: master, start: moment, end: endOf(moment, span ?? master.span), recurrenceId: moment }
  const shift = future.start.wallMs - alike(future.recurrenceId!, master.start!).wallMs
  const start = movedTo(future.start, moment.wallMs + shift)
  return { event: future, start, end: endOf(start, span ?? future.span ?? master.span), recurrenceId: moment }
}

function sortedDates(
  master: CalendarEvent,
  told: { from: number; to: number; open: boolean; budget: Budget; limit: number; tell: Tell },
): { found: Date_[]; more: boolean } {
  const start = master.start!
  const found = new Map<number, Date_>()
  const out = excluded(master)
  let more = false
  const add = (moment: Moment, span?: Span) => {
    const key = keyOf(moment)
    if (!found.has(key) && !out.keys.has(key) && !out.days.has(Math.floor(moment.wallMs / dayMs)))
      found.set(key, { moment, span })
  }
  let empty = master.properties.has('RRULE')
  let unreadable = false
  for (const property of master.properties.get('RRULE') ?? []) {
    const rule = readRule(property.value)
    if (typeof rule === 'string') {
      told.tell(
        'rule-unreadable',
        `How this event is repeated cannot be understood: ${rule}. Only its first date is kept.`,
        property.at,
      )
      unreadable = true
      continue
    }
    if (start.day) Object.assign(rule, { byHour: [], byMinute: [], bySecond: [] })
    const until = rule.until ? untilOf(rule.until, start) : Infinity
    // A series that tells its own end is given to it.
    const endless = rule.count === undefined && until > told.to
    const to = told.open && !endless ? Math.min(until, Date.UTC(9999, 0, 1)) : told.to
    for (const wallMs of datesOf(rule, start.wallMs, { until, from: told.from, to, budget: told.budget })) {
      empty = false
      if (found.size >= told.limit) {
        more = true
        break
      }
      add(movedTo(start, wallMs))
    }
    if (told.open && endless) more = true
    // Where only some days are asked for, its dates may lie on others.
    if (empty && to < until) empty = isEmpty(rule, start.wallMs, until)
  }
  if (!master.properties.has('RRULE') || empty) add(start)
  if (empty && !unreadable && told.budget.left >= 0) {
    const kept = found.size > 0 ? 'Only its first is kept.' : 'Its first is taken out as well.'
    told.tell('rule-empty', `The rule by which this event is repeated gives no date. ${kept}`, master.at)
  }
  for (const property of master.properties.get('RDATE') ?? []) addDates(property, master, add, told)
  return { found: [...found.values()].sort((a, b) => keyOf(a.moment) - keyOf(b.moment)), more }
}

function isEmpty(rule: RecurrenceRule, start: number, until: number): boolean {
  const budget = { left: 20_000 }
  const first = datesOf(rule, start, { until, to: Date.UTC(9999, 0, 1), budget }).next()
  return first.done === true
}

function addDates(
  property: Property,
  master: CalendarEvent,
  add: (moment: Moment, span?: Span) => void,
  { tell, limit }: { tell: Tell; limit: number },
): void {
  if (property.value.trim() === '') return
  for (const value of property.value.split(/[,;]/, limit)) {
    const [first = '', last] = value.split('/', 2)
    const moment = readMoment(first, property.params, master.calendar)
    if (!moment) {
      tell('time-unreadable', `“${value.slice(0, 60)}” is no time (RDATE).`, property.at, value.slice(0, 60))
      continue
    }
    const begins = alike(moment, master.start!)
    const duration = last ? readDuration(last) : null
    const end = last && !duration ? readMoment(last, property.params, master.calendar) : null
    const ms = end ? keyOf(end) - keyOf(moment) : 0
    add(begins, duration ?? (ms > 0 ? { days: 0, ms } : undefined))
  }
}

function excluded(master: CalendarEvent): { keys: Set<number>; days: Set<number> } {
  const keys = new Set<number>()
  const days = new Set<number>()
  for (const property of master.properties.get('EXDATE') ?? []) {
    for (const value of property.value.split(/[,;]/, 20_000)) {
      const moment = readMoment(value, property.params, master.calendar)
      if (!moment) continue
      if (moment.day !== master.start!.day) days.add(Math.floor(moment.wallMs / dayMs))
      else keys.add(keyOf(alike(moment, master.start!)))
    }
  }
  for (const property of master.properties.get('EXRULE') ?? []) {
    const rule = readRule(property.value)
    if (typeof rule === 'string') continue
    const to = master.start!.wallMs + 20 * 366 * dayMs
    for (const wallMs of datesOf(rule, master.start!.wallMs, { to, budget: { left: 20_000 } })) {
      keys.add(keyOf(movedTo(master.start!, wallMs)))
    }
  }
  return { keys, days }
}

/** A moment told in another way than the start of its series (in UTC, without a zone) said in the series' way. */
function alike(moment: Moment, start: Moment): Moment {
  if (start.day) return movedTo(start, Math.floor(moment.wallMs / dayMs) * dayMs)
  if (moment.day) return movedTo(start, moment.wallMs + (((start.wallMs % dayMs) + dayMs) % dayMs))
  if (moment.zone === start.zone || moment.zone === null || start.zone === null)
    return movedTo(start, moment.wallMs)
  return movedTo(start, Date.parse(`${wallAt(epochOfWall(moment.wallMs, moment.zone), start.zone)}Z`))
}

/** UNTIL as a wall time of the series; a day counts to its end. */
function untilOf(until: string, start: Moment): number {
  const told = readWrittenTime(until)!
  if (!told) return Infinity
  const ms = msOf(told)
  if (start.day) return Math.floor(ms / dayMs) * dayMs
  if (told.day) return ms + dayMs - 1000
  return told.utc && start.zone ? Date.parse(`${wallAt(ms, start.zone)}Z`) : ms
}

function lengthOf(start: Moment, span: Span | undefined): number {
  return span ? Math.max(0, keyOf(endOf(start, span)!) - keyOf(start)) : 0
}

function within({ start, end }: Occurrence, { from, to }: Window): boolean {
  const last = end ? (end.day ? end.wallMs - dayMs : end.wallMs) : start.wallMs
  return (
    (to === undefined || start.wallMs < to + dayMs) &&
    (from === undefined || Math.max(start.wallMs, last) >= from)
  )
}
