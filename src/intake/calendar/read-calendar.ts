import { isUtf8 } from 'node:buffer'
import type { InspectLine } from '../../domain/finding.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import type { Intake, IntakeOptions } from '../intake.ts'
import { whatItIs } from '../other-format.ts'
import { readText } from '../read-text.ts'
import { type RawComponent, readComponents } from './content-lines.ts'
import { readEvent, type Tell } from './event.ts'
import { type Group, grouped, groupLines, lone } from './groups.ts'
import { headOf } from './head.ts'
import type { Window } from './series.ts'

/**
 * iCalendar (RFC 5545, 5546, 7986) and vCalendar 1.0, and what programs make of them. First the calendar's own
 * line where it says anything of itself; then its events in the order of the file, a series one line an occurrence:
 * within `from`/`to`, else from its start on (`withoutWindow` in series.ts). Tasks, journals and free/busy times are
 * no events and are left out.
 */
export const readCalendar: Intake = function* (bytes, options) {
  const other = whatItIs(bytes)
  if (other) {
    yield problem(
      'not-a-calendar',
      `this is ${other}, not a calendar; give the address or file of the .ics itself`,
    )
    return
  }
  const { text, cut, charset, unreadable } = readText(isUtf8(bytes) ? bytes : unfolded(bytes))
  const { root, junk, cut: tooMany } = readComponents(text)
  const calendars = calendarsIn(root)
  const raw = calendars.flatMap(calendar => calendar.parts.filter(part => part.name === 'VEVENT'))
  if (raw.length === 0) {
    yield* withoutEvents(calendars, root)
    return
  }
  const head = headOf(calendars)
  if (head) yield { programme: head }
  if (cut) {
    const says = 'The file goes on beyond 64 MB; only what stands before was read.'
    yield { problem: { code: 'too-large', says, values: { megabytes: 64 } } }
  }
  if (tooMany) yield problem('too-large', 'The file has more than 300,000 parts; the others were left out.')
  if (unreadable > 0)
    yield note(
      'letters-unreadable',
      `${unreadable === 1 ? 'One letter is' : `${unreadable} letters are`} broken and cannot be read (as ${charset}).`,
    )
  if (junk.length > 0) {
    yield note(
      'line-unreadable',
      junk.length === 1
        ? 'One line is not written as lines of calendars are; it was left out.'
        : `${junk.length} lines are not written as lines of calendars are; they were left out.`,
      `line ${junk[0]}`,
    )
  }
  if (calendars.at(-1)?.name === 'VCALENDAR' && !calendars.at(-1)!.closed)
    yield note('cut-off', 'This calendar breaks off before its end; what stands before was read.')
  yield* eventsOf(calendars, options)
}

function problem(code: ProblemCode, says: string, where?: string): InspectLine {
  return { problem: { code, says, ...(where ? { where } : {}) } }
}

function note(code: ProblemCode, says: string, where?: string, words?: string): InspectLine {
  const values = words === undefined ? {} : { values: { words } }
  return { problem: { code, says, ...(where ? { where } : {}), ...values, note: true } }
}

/** Folding may cut through a letter of several bytes; then the bytes are unfolded before they are read as text. */
function unfolded(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0 || bytes[0] === 0) return bytes
  const out = new Uint8Array(bytes.length)
  let to = 0
  for (let at = 0; at < bytes.length; at++) {
    const eol = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : bytes[at] === 0x0a ? 1 : 0
    const cutsLetter = eol > 0 && bytes[at + eol] === 0x20 && bytes[at - 1]! >= 0x80
    if (cutsLetter) at += eol
    else out[to++] = bytes[at]!
  }
  return out.subarray(0, to)
}

/** Calendars; events outside of every calendar, or without a BEGIN of their own, count as one of a calendar too. */
function calendarsIn(root: RawComponent): RawComponent[] {
  const calendars = root.parts.filter(part => part.name === 'VCALENDAR')
  const stray = root.parts.filter(part => part.name !== 'VCALENDAR')
  if (stray.length) calendars.push({ ...root, parts: stray })
  for (const calendar of [...calendars, root]) {
    const tells = ['DTSTART', 'DTEND', 'SUMMARY'].some(name => calendar.names.includes(name))
    const bare = tells && !calendar.parts.some(part => part.name === 'VEVENT')
    if (!bare) continue
    const event = { ...calendar, name: 'VEVENT', parts: [] }
    if (calendar === root && !stray.length)
      calendars.push({ ...root, lines: [], names: [], numbers: [], parts: [event] })
    else calendar.parts = [...calendar.parts, event]
  }
  return calendars
}

function* withoutEvents(calendars: RawComponent[], root: RawComponent): Generator<InspectLine> {
  const others = new Set(calendars.flatMap(calendar => calendar.parts.map(part => part.name)))
  const calendar = root.parts.some(part => part.name === 'VCALENDAR') || others.size > 0
  if (!calendar) yield problem('not-a-calendar', 'nothing in this file begins an event (BEGIN:VEVENT)')
  else if (others.size === 0) yield problem('no-events', 'This calendar is empty.')
  else
    yield problem(
      'no-events',
      `This calendar holds no events, only ${[...others].slice(0, 8).map(nameOf).join(', ')}.`,
    )
}

/** What calendars hold besides events, as people say it. */
function nameOf(part: string): string {
  return (
    { VTODO: 'tasks', VTIMEZONE: 'time zones', VJOURNAL: 'journals', VFREEBUSY: 'times that are taken' }[
      part
    ] ?? part
  )
}

const mostProblems = 1000

function* eventsOf(calendars: RawComponent[], options: IntakeOptions): Generator<InspectLine> {
  const problems: InspectLine[] = []
  let told = 0
  const tell: Tell = (code, says, at, words) => {
    const line = code === 'event-empty' ? problem : note
    if (++told <= mostProblems) problems.push(line(code, says, `line ${at}`, words))
  }
  const { order, answers } = grouped(calendars, options)
  const window: Window = {
    from: dayMs(options.from),
    to: dayMs(options.to),
    budget: { left: 5_000_000 },
    occurrences: { left: 100_000 },
  }
  const cut: number[] = []
  const seen = new Set<Group>()
  for (const { raw, group } of order) {
    if (group && seen.has(group)) continue
    if (group) seen.add(group)
    yield* group
      ? groupLines(group, window, tell, cut)
      : lone(readEvent(raw.component, raw.calendar, tell), tell)
    if (problems.length > 0) yield* problems.splice(0)
  }
  if (told > mostProblems) {
    yield note('more-problems', `${told - mostProblems} more problems of these kinds are not listed.`)
  }
  if (answers > 0) {
    yield note(
      'answers-left-out',
      answers === 1
        ? 'One is an answer to an invitation and announces nothing; it was left out.'
        : `${answers} are answers to invitations and announce nothing; they were left out.`,
    )
  }
  if (cut.length > 0) {
    const where =
      window.from === undefined && window.to === undefined ? 'from the start on' : 'in the days asked for'
    const says = `${cut.length === 1 ? 'One repeated event goes' : `${cut.length} repeated events go`} on beyond what is shown ${where}. Ask for the days you need (from, to).`
    yield note('series-cut', says, `line ${cut[0]}`)
  }
}

function dayMs(date: string | undefined): number | undefined {
  const ms = date ? Date.parse(`${date.slice(0, 10)}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}
