import { offsetAt } from '../../time/days.ts'
import { contentLine } from './content-line.ts'
import { dayIn, wallIn } from './written-time.ts'
import { type Change, yearlyFrom } from './yearly-rule.ts'

/**
 * A zone as iCalendar defines it (VTIMEZONE), from the zone data of the runtime: what clocks show from the first moment
 * asked for until the last, and after that by the rule of today, where there is one. Null where the runtime does not
 * know the zone.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds; zones without a rule are told for five years more
 */
export function zoneLines(zone: string, from: number, to: number): string | null {
  const [first, last] = [yearOf(from), yearOf(to)]
  const key = `${zone} ${first} ${last}`
  let lines = known.get(key)
  if (lines === undefined) {
    lines = linesOf(zone, first, last)
    if (known.size >= mostKept) known.clear()
    known.set(key, lines)
  }
  return lines
}

const known = new Map<string, string | null>()
const mostKept = 2000

/** As long as rules are looked at, to see whether they are rules; and no longer than most clocks can count. */
const yearsOfRules = 25
const yearsWithout = 5

function linesOf(zone: string, first: number, last: number): string | null {
  const found = changesOf(zone, first, last + yearsOfRules)
  if (found === null) return null
  const { standing, changes } = found
  const { rules, before } = yearlyFrom(changes, last + yearsOfRules)
  const listed = rules.length
    ? before
    : before.filter(({ wall }) => Number(wall.slice(0, 4)) <= last + yearsWithout)
  const all = [...listed, ...rules.map(({ change }) => change)]
  // What came to stay is no summer, even where clocks went forward to it; and every zone has a standard time.
  const hasSummer = all.some(({ from, to }) => to < from)
  const onceOf = ({ from, to, wall }: Change, rule = '') =>
    observance(from, to, contentLine('DTSTART', wallIn(wall)) + rule, hasSummer && to > from)
  const parts = standing
    ? [observance(standing.offset, standing.offset, contentLine('DTSTART', standing.wall), false)]
    : []
  // Each by itself: some readers take only a part of several times (RDATE).
  for (const change of listed) parts.push(onceOf(change))
  for (const { change, rule } of rules) parts.push(onceOf(change, contentLine('RRULE', rule)))
  return (
    contentLine('BEGIN', 'VTIMEZONE') +
    contentLine('TZID', zone) +
    parts.join('') +
    contentLine('END', 'VTIMEZONE')
  )
}

function observance(from: number, to: number, times: string, isSummer: boolean): string {
  const name = isSummer ? 'DAYLIGHT' : 'STANDARD'
  return (
    contentLine('BEGIN', name) +
    times +
    contentLine('TZOFFSETFROM', offsetIn(from)) +
    contentLine('TZOFFSETTO', offsetIn(to)) +
    contentLine('END', name)
  )
}

/**
 * The changes of clocks from the one that is in force at the beginning of a year to the end of another, and what they
 * show before the first of them where there is none before.
 */
function changesOf(
  zone: string,
  first: number,
  last: number,
): { standing: { offset: number; wall: string } | null; changes: Change[] } | null {
  try {
    const begin = Temporal.PlainDateTime.from({ year: first, month: 1, day: 1 }).toZonedDateTime(zone)
    // What has stood for years needs no beginning, which was often by seconds of the sun.
    const before = begin.getTimeZoneTransition('previous')
    const inForce = before && before.year >= first - 1 ? before : null
    const changes: Change[] = []
    for (let at = inForce ?? begin.getTimeZoneTransition('next'); at && at.year <= last; ) {
      const instant = at.epochMilliseconds
      const from = offsetAt(instant - 1000, zone)
      changes.push({
        wall: new Date(instant + from).toISOString().slice(0, 19),
        from,
        to: offsetAt(instant, zone),
      })
      at = at.getTimeZoneTransition('next')
    }
    const offset = begin.offsetNanoseconds / 1_000_000
    const wall = `${dayIn(`${String(Math.min(first, 1970)).padStart(4, '0')}-01-01`)}T000000`
    return { standing: inForce ? null : { offset, wall }, changes }
  } catch {
    return null
  }
}

/** `+0530`; seconds where local mean time has them. */
function offsetIn(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (parts[2] === 0) parts.pop()
  return (ms < 0 ? '-' : '+') + parts.map(part => String(part).padStart(2, '0')).join('')
}

function yearOf(epochMs: number): number {
  return new Date(epochMs).getUTCFullYear()
}
