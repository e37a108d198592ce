import type { Finding, InspectLine } from '../../domain/finding.ts'
import { datesOf } from '../calendar/recurrence-dates.ts'
import { readRule } from '../calendar/recurrence-rule.ts'
import type { IntakeOptions } from '../intake.ts'
import { wallText, zonedWall } from '../zoned-time.ts'
import { type RepeatDay, type Repeats, repeatsOf } from './repeats.ts'

const dayMs = 86_400_000
/** As calendars are expanded: in the days that are asked for; without such from the first on, for two years. */
const most = { within: 1000, open: 366 }
const openMs = 2 * 366 * dayMs

/**
 * The dates of an event that comes again, each an event with a `recurrenceId`; itself where it comes once. Where there
 * would be more of them than are shown, a note tells it.
 *
 * @param where it stands in the file
 */
export function* withDates(
  finding: Finding,
  meta: Map<string, string>,
  { from, to }: Pick<IntakeOptions, 'from' | 'to'>,
  where: string,
): Generator<InspectLine> {
  const repeats = repeatsOf(meta)
  const first = repeats && firstOf(finding)
  if (!first) return yield { finding }
  const { spans, isCut } = spansOf(first, repeats, { from: momentOf(from), to: momentOf(to) })
  for (const span of spans) {
    const [start, end] = [shown(span.start, first), span.end === null ? null : shown(span.end, first)]
    const doubts = (finding.doubts ?? []).map(({ choices: _, ...doubt }) => doubt)
    if (start.doubt) doubts.push({ ...start.doubt, field: 'start' })
    yield {
      finding: {
        ...finding,
        start: start.text,
        ...(end && { end: end.text }),
        ...(doubts.length > 0 && { doubts }),
        ...(repeats.rule && { recurrence: repeats.rule }),
        recurrenceId: start.text,
      },
    }
  }
  if (!isCut) return
  const says =
    'One repeated event goes on beyond what is shown. Ask for the days you need (from, to), or end it in the calendar.'
  yield { problem: { code: 'series-cut', says, where, note: true } }
}

/** Milliseconds that the wall times would have in UTC; of whole days the end is the last of them. */
type Span = { start: number; end: number | null }
type First = Span & { allDay: boolean; zone: string | null; suffix: string }

function firstOf({ start, end, allDay }: Finding): First | null {
  const told = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?(Z|[+-]\d\d:\d\d)?(?:\[([^\]]+)\])?$/.exec(start ?? '')
  if (!told) return null
  const [, , clock, offset, zone] = told
  const wallOf = (words: string) => Date.parse(`${words.slice(0, clock ? 19 : 10)}${clock ? 'Z' : ''}`)
  const own = zone ?? (offset && offset !== 'Z' ? offset : null)
  return {
    start: wallOf(start!),
    end: end ? wallOf(end) : null,
    allDay: allDay === true || !clock,
    zone: own,
    suffix: offset === 'Z' && !zone ? 'Z' : '',
  }
}

function shown(wall: number, { allDay, zone, suffix }: First) {
  if (allDay) return { text: wallText(wall).slice(0, 10), doubt: undefined }
  if (zone) return { doubt: undefined, ...zonedWall(wall, zone) }
  return { text: wallText(wall) + suffix, doubt: undefined }
}

type Window = { from: number | undefined; to: number | undefined }

function spansOf(first: First, repeats: Repeats, { from, to }: Window): { spans: Span[]; isCut: boolean } {
  const isOpen = from === undefined && to === undefined
  const limit = isOpen ? most.open : most.within
  const length = first.end === null ? null : first.end - first.start
  const since = from === undefined ? first.start : Math.max(first.start, from - (length ?? 0) - dayMs)
  const until = to === undefined ? since + openMs : to + dayMs
  const byStart = new Map<number, Span>()
  for (const start of ruled(repeats.rule, first.start, since, until, limit + repeats.except.size + 1))
    byStart.set(start, { start, end: length === null ? null : start + length })
  // Days that are told one by one come with the first.
  if (!repeats.rule) byStart.set(first.start, first)
  for (const day of repeats.days) {
    const span = spanOn(day, first)
    byStart.set(span.start, span)
  }
  const spans = [...byStart.values()]
    .filter(({ start }) => !repeats.except.has(wallText(start).slice(0, 10)))
    .filter(({ start, end }) => start < until && (from === undefined || (end ?? start) >= from))
    .sort((a, b) => a.start - b.start)
  const isEndless = repeats.rule !== null && !/;(?:UNTIL|COUNT)=/.test(repeats.rule)
  return { spans: spans.slice(0, limit), isCut: spans.length > limit || (isOpen && isEndless) }
}

function ruled(rule: string | null, start: number, from: number, to: number, limit: number): number[] {
  const read = rule === null ? null : readRule(rule)
  if (read === null || typeof read === 'string') return []
  const last = read.until && Date.parse(`${read.until.replace(/(....)(..)(..)/, '$1-$2-$3')}T23:59:59Z`)
  const dates = datesOf(read, start, {
    from,
    to,
    ...(last && { until: last }),
    budget: { left: 100_000 },
  })
  return dates.take(limit).toArray()
}

/** The clock times are those of the first day, where a day has none of its own. */
function spanOn({ day, lastDay, time, endTime }: RepeatDay, first: First): Span {
  const at = (of: string) => Date.parse(`${of}T00:00:00Z`)
  const clockOf = (words: string | undefined, usual: number) =>
    first.allDay ? 0 : words ? Date.parse(`1970-01-01T${words}Z`) : ((usual % dayMs) + dayMs) % dayMs
  const start = at(day) + clockOf(time, first.start)
  if (first.end === null && !endTime) return { start, end: null }
  const end = at(lastDay ?? day) + clockOf(endTime, first.end ?? first.start)
  return { start, end: end > start || (first.allDay && end >= start) ? end : null }
}

function momentOf(day: string | undefined): number | undefined {
  const moment = day ? Date.parse(`${day.slice(0, 10)}T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) ? undefined : moment
}
