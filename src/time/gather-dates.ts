import { asides } from './deadline-words.ts'
import { linkOf } from './links.ts'
import { withoutTwins } from './moon-days.ts'
import { type DatePart, isMark, type Part } from './part.ts'
import type { SaidDate, SaidDay } from './said.ts'
import type { Token } from './tokens.ts'

type SaidWeekday = { weekday: number; which: SaidDay['which']; from: number; to: number }

export function datesOf(tokens: Token[], parts: Part[]): SaidDate[] {
  const dates: SaidDate[] = []
  const loose: SaidWeekday[] = []
  let pending: SaidWeekday[] = []
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'weekday') {
      if (!isOfDayBefore(tokens, parts, index, dates.at(-1))) pending.push(part)
    } else if (part.kind === 'date') {
      // "Mon–Fri 9–5 until 26 February": on which weekdays, not which one the day is.
      const [, close] = pending
      const isOpen = close && part.days.length === 1 && pending.length === 2
      if (isOpen && rangesTo(tokens, parts, close)) pending = []
      const near = pending.filter(one => part.from - one.to <= 4 || pending.length === 2)
      loose.push(...pending.filter(one => !near.includes(one)))
      pending = []
      dates.push(withItsWeekdays(part, near.slice(-2)))
    } else if (part.kind === 'relative') {
      dates.push({ days: [{ relative: part.days }], link: 'one', from: part.from, to: part.to })
    }
  }
  return withWeekdays(withoutTwins(withoutDeadlines(tokens, parts, dates)), [...loose, ...pending], parts)
}

/** A weekday behind a day: it is told of that day, or says on which weekdays something is. */
function isOfDayBefore(tokens: Token[], parts: Part[], index: number, last: SaidDate | undefined): boolean {
  const part = parts[index]
  if (part?.kind !== 'weekday' || !last) return false
  const day = last.days.at(-1)
  if (isBehind(tokens, part, last, parts[index + 1])) {
    if (isRangeOfWeekdays(tokens, parts, index)) return true
    const link = linkOf(tokens, last.to, part.from)
    const isOpen = day && day.weekday === undefined && day.day !== undefined && last.days.length === 1
    if (isOpen && link.words === 0 && !link.range) {
      day.weekday = part.weekday
      return true
    }
  }
  if (!isOfRange(tokens, parts, index, last)) return false
  // "10日—12日（周五至周日）"
  const end = parts[index - 1]?.kind === 'weekday' ? last.days[1] : last.days[0]
  if (end) end.weekday ??= part.weekday
  return true
}

/** It stands right behind the day, and not before another one. */
function isBehind(tokens: Token[], part: Part, last: SaidDate, next: Part | undefined): boolean {
  if (part.from - last.to > 2) return false
  const isOfNext = next?.kind === 'date' && next.from - part.to <= 2 && !isBracketed(tokens, part)
  // "8 Şubat Pazartesi – 11 Şubat Perşembe": a weekday before a dash is that of the day before it.
  return !isOfNext || linkOf(tokens, part.to, next.from).range
}

/** A day, or several, with the weekdays told before it. */
function withItsWeekdays(part: DatePart & Part, [first, second]: SaidWeekday[]): SaidDate {
  const days: SaidDay[] = part.days.map(day => ({ ...day }))
  const [head, tail] = [days[0], days.at(-1)]
  if (head && first) head.weekday ??= first.weekday
  if (tail && second && days.length > 1) tail.weekday ??= second.weekday
  else if (head && second) head.weekday = second.weekday
  return { days, link: part.link, from: first?.from ?? part.from, to: part.to }
}

/** The second of two weekdays that are a range. */
function rangesTo(tokens: Token[], parts: Part[], weekday: SaidWeekday): boolean {
  return isRangeOfWeekdays(
    tokens,
    parts,
    parts.findIndex(part => part.from === weekday.from),
  )
}

/** "…, Tue–Sun 10am–5pm" behind a day: on which weekdays it is open. */
export function isRangeOfWeekdays(tokens: Token[], parts: Part[], at: number): boolean {
  const [before, part, next] = [parts[at - 1], parts[at], parts[at + 1]]
  const link = (one: Part | undefined, other: Part | undefined) =>
    one?.kind === 'weekday' && other?.kind === 'weekday' && linkOf(tokens, one.to, other.from).range
  return link(part, next) || link(before, part)
}

/** Two weekdays in a bracket behind a range of days are those of its ends. */
function isOfRange(tokens: Token[], parts: Part[], index: number, last: SaidDate | undefined): boolean {
  const [before, own, after] = [parts[index - 1], parts[index], parts[index + 1]]
  if (!own || last?.link !== 'range' || last.days.length !== 2) return false
  const opens = after?.kind === 'weekday' && own.from - last.to === 1 && isMark(tokens[last.to], '(')
  const closes = before?.kind === 'weekday' && before.from - last.to === 1 && isMark(tokens[own.to], ')')
  return opens || closes
}

/** "9/18（土）・9/19（日）": a weekday in brackets is that of the day before them. */
function isBracketed(tokens: Token[], { from, to }: Part): boolean {
  return isMark(tokens[from - 1], '(') && isMark(tokens[to], ')')
}

/** Weekdays that stand apart: they check the only day that is told, or are days themselves. */
function withWeekdays(dates: SaidDate[], weekdays: SaidWeekday[], parts: Part[]): SaidDate[] {
  const told = dates.filter(date => date.days.some(day => day.day !== undefined))
  const [only] = told
  const day = only?.days[0]
  if (
    told.length === 1 &&
    only?.days.length === 1 &&
    day &&
    day.weekday === undefined &&
    weekdays.length === 1
  ) {
    day.weekday = weekdays[0]?.weekday
  }
  if (told.length) return withFollowing(told, weekdays, parts)
  if (dates.length) return dates.slice(0, 1)
  return weekdays.map(({ weekday, which, from, to }) => ({
    days: [{ weekday, which }],
    link: 'one',
    from,
    to,
  }))
}

/** "Friday 18 December 7pm, Sunday 3pm": a weekday with its own hour, behind a day that has another. */
function withFollowing(told: SaidDate[], weekdays: SaidWeekday[], parts: Part[]): SaidDate[] {
  const own = weekdays.filter(({ weekday, to, from }) => {
    const before = told.findLast(date => date.to <= from)?.days.at(-1)
    const next = parts.find(part => part.from >= to)
    const timed = next?.kind === 'clock' && next.from - to <= 2
    return timed && before?.weekday !== undefined && before.weekday !== weekday
  })
  const days = own.map(
    ({ weekday, from, to }): SaidDate => ({ days: [{ weekday, following: true }], link: 'one', from, to }),
  )
  return [...told, ...days].toSorted((a, b) => a.from - b.from)
}

const deadlines = new Set(asides)

/** "18 December, 10:00; RSVP by 15 December": until when one may come is not when it is. */
function withoutDeadlines(tokens: Token[], parts: Part[], dates: SaidDate[]): SaidDate[] {
  const kept = dates.filter(date => {
    const before = tokens.slice(Math.max(0, date.from - 3), date.from)
    const next = parts.find(part => part.from >= date.to)
    const timed = next?.kind === 'clock' && next.from - date.to <= 3
    return timed || !before.some(token => token.kind === 'word' && deadlines.has(token.text))
  })
  return kept.length ? kept : dates
}
