import type { Finding, InspectLine } from '../domain/finding.ts'
import type { IntakeOptions } from './intake.ts'

/** What comes again and again as an event each time or as one, as it is wished and as it is known already. */
export function withSeriesAsWished(
  lines: Iterable<InspectLine>,
  { repeated = 'each', knownSeries = { one: [], each: [] } }: IntakeOptions,
): Iterable<InspectLine> {
  const [one, each] = [new Set(knownSeries.one), new Set(knownSeries.each)]
  if (repeated === 'each' && one.size === 0) return lines
  return withSeriesAsOne(lines, uid => (repeated === 'one' ? !each.has(uid) : one.has(uid)))
}

/**
 * What comes again and again as one event, whose occurrences are its sessions: a series of meetings. They come one
 * after another. Of a series of which one date is left, it is that one. What is changed of a date stays with it.
 */
function* withSeriesAsOne(
  lines: Iterable<InspectLine>,
  isOne: (uid: string) => boolean,
): Generator<InspectLine> {
  const dates: Finding[] = []
  for (const line of lines) {
    if ('problem' in line) {
      yield line
      continue
    }
    const finding = 'finding' in line && isDateOf(line.finding, isOne) ? line.finding : null
    if (dates.length > 0 && finding?.uid !== dates[0]!.uid) yield { finding: asOne(dates.splice(0)) }
    if (finding && dates.length < mostDates) dates.push(finding)
    else if (!finding) yield line
  }
  if (dates.length > 0) yield { finding: asOne(dates) }
}

function isDateOf({ uid, recurrenceId }: Finding, isOne: (uid: string) => boolean): boolean {
  return uid !== undefined && recurrenceId !== undefined && isOne(uid)
}

/** More sessions than an event has in any programme. */
const mostDates = 500

function asOne(dates: Finding[]): Finding {
  const { recurrenceId: _, ...usual } = usualOf(dates)
  if (dates.length === 1) return usual
  const starts = dates.flatMap(({ start }) => start ?? []).toSorted()
  const ends = dates.flatMap(({ end, start }) => end ?? start ?? []).toSorted()
  const [first, last] = [starts[0], ends.at(-1)]
  const { start: __, end: ___, allDay, status, doubts, recording: ____, ...rest } = usual
  const isOneDay = first?.slice(0, 10) === last?.slice(0, 10)
  return {
    ...rest,
    ...(first && { start: isOneDay ? first : first.slice(0, 10) }),
    ...(last && last !== first && { end: isOneDay ? last : last.slice(0, 10) }),
    ...(allDay && { allDay }),
    // It is off where all of its dates are.
    ...(status && dates.every(date => date.status === status) && { status }),
    ...(doubts && isOneDay && { doubts }),
    sessions: dates.map(date => sessionOf(date, usual)),
  }
}

/** What most of them say: the title of one date that differs is not that of all. */
function usualOf(dates: Finding[]): Finding {
  const count = new Map<string, number>()
  for (const { title } of dates) count.set(title, (count.get(title) ?? 0) + 1)
  return dates.toSorted((a, b) => count.get(b.title)! - count.get(a.title)!)[0]!
}

/** What a date has of its own; what all say, the event says. */
function sessionOf({ recurrence: _, ...date }: Finding, usual: Finding): Finding {
  const own = Object.entries(date).filter(
    ([field, value]) =>
      itsOwn.has(field) || JSON.stringify(value) !== JSON.stringify(usual[field as keyof Finding]),
  )
  return Object.fromEntries(own) as Finding
}

const itsOwn = new Set([
  'kind',
  'title',
  'start',
  'end',
  'allDay',
  'floating',
  'doubts',
  'uid',
  'recurrenceId',
])
