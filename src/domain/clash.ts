import type { Entry } from './entry.ts'
import { type Reckoning, type Span, spanOf, type Timed, takesPlace, timedOf } from './phase.ts'

/**
 * What can clash: an event with a clock time that takes place and takes time. Whole days and untold hours cannot:
 * they would clash with everything on their day and tell nobody anything. Neither can what lasts no time at all.
 */
export type Clashable = Timed & {
  id: string
  /** The event it is a session of: the two do not clash with each other. */
  parentId?: string | null
}

/** Per event, in the order given. `possible`: one of the two has no end told, and the assumed one overlaps. */
export type ClashCounts = { sure: Int32Array; possible: Int32Array }

/**
 * With how many of the others each event overlaps; back to back is no clash. A sweep: an event overlaps all that
 * begin before it ends, except those that ended by the time it begins. O(n log n).
 */
export function countClashes(items: readonly Clashable[], reckoning: Reckoning): ClashCounts {
  const spans = items.map(item => clashSpanOf(item, reckoning))
  const overlapsTold = overlapsWith(spans, span => !span.assumed)
  const overlapsUntold = overlapsWith(spans, span => span.assumed)
  const sure = new Int32Array(items.length)
  const possible = new Int32Array(items.length)
  spans.forEach((span, index) => {
    if (span?.assumed) possible[index] = overlapsTold(span) + overlapsUntold(span) - 1
    else if (span) {
      sure[index] = overlapsTold(span) - 1
      possible[index] = overlapsUntold(span)
    }
  })
  leaveOutParents(items, spans, { sure, possible })
  return { sure, possible }
}

/** One overlap, `from` … `to` in epoch milliseconds. */
export type Clash = { entry: Entry; possible: boolean; from: number; to: number }

/** The clashes of one entry, or session, with others, in order of their start. O(n) and a sort of what was found. */
export function clashesOf(entry: Entry, others: readonly Entry[], reckoning: Reckoning): Clash[] {
  const own = entry.kind === 'event' ? clashSpanOf(timedOf(entry), reckoning) : null
  if (own === null) return []
  const found: { clash: Clash; start: number }[] = []
  for (const other of others) {
    if (other.id === entry.id || other.kind !== 'event' || isWithin(entry, other)) continue
    const span = clashSpanOf(timedOf(other), reckoning)
    if (span === null || span.start >= own.end || own.start >= span.end) continue
    const clash = {
      entry: other,
      possible: own.assumed || span.assumed,
      from: Math.max(own.start, span.start),
      to: Math.min(own.end, span.end),
    }
    found.push({ clash, start: span.start })
  }
  return found.sort((a, b) => a.start - b.start).map(({ clash }) => clash)
}

/** Events of an edition as they are counted; with their sessions as well when `sessions`. */
export function clashablesOf(entries: readonly Entry[], { sessions = false } = {}): Clashable[] {
  return entries
    .filter(entry => entry.kind === 'event')
    .flatMap(entry => {
      const item: Clashable = { ...timedOf(entry), id: entry.id }
      if (!sessions) return [item]
      return [item, ...entry.sessions.map(each => ({ ...timedOf(each), id: each.id, parentId: entry.id }))]
    })
}

/** What an event can clash in; null for what cannot clash. */
export function clashSpanOf(item: Timed, reckoning: Reckoning): Span | null {
  if (item.precision !== 'moment' || !takesPlace(item)) return null
  const span = spanOf(item, reckoning)
  return span !== null && span.end > span.start ? span : null
}

/** Says how many of the chosen spans overlap a span; one of them counts itself. */
function overlapsWith(
  spans: readonly (Span | null)[],
  chosen: (span: Span) => boolean,
): (span: Span) => number {
  const starts = new Float64Array(spans.length)
  const ends = new Float64Array(spans.length)
  let count = 0
  for (const span of spans) {
    if (span === null || !chosen(span)) continue
    starts[count] = span.start
    ends[count++] = span.end
  }
  if (count === 0) return () => 0
  const startsBelow = countingBelow(starts.subarray(0, count).sort())
  const endsBelow = countingBelow(ends.subarray(0, count).sort())
  return ({ start, end }) => startsBelow(end) - endsBelow(start + 1)
}

/**
 * Says how many of the sorted (whole) numbers are smaller than a limit: a binary search, but within a slice found
 * by calculation, which halves the time of the whole count.
 */
function countingBelow(sorted: Float64Array): (limit: number) => number {
  const least = sorted[0]!
  const greatest = sorted.at(-1)!
  const perSlice = (greatest - least + 1) / sorted.length
  const sliceOf = (value: number) => Math.min(Math.floor((value - least) / perSlice), sorted.length - 1)
  const beginnings = new Int32Array(sorted.length + 1)
  for (const value of sorted) beginnings[sliceOf(value) + 1]!++
  for (let slice = 0; slice < sorted.length; slice++) beginnings[slice + 1]! += beginnings[slice]!
  return limit => {
    if (limit <= least) return 0
    if (limit > greatest) return sorted.length
    const slice = sliceOf(limit)
    let low = beginnings[slice]!
    let high = beginnings[slice + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]! < limit) low = middle + 1
      else high = middle
    }
    return low
  }
}

function leaveOutParents(
  items: readonly Clashable[],
  spans: (Span | null)[],
  { sure, possible }: ClashCounts,
): void {
  if (!items.some(item => item.parentId)) return
  const places = new Map(items.map((item, index) => [item.id, index]))
  items.forEach((item, index) => {
    const place = item.parentId ? places.get(item.parentId) : undefined
    if (place === undefined || place === index) return
    const own = spans[index] ?? null
    const parent = spans[place] ?? null
    if (own === null || parent === null || own.start >= parent.end || parent.start >= own.end) return
    const counts = own.assumed || parent.assumed ? possible : sure
    counts[index]!--
    counts[place]!--
  })
}

function isWithin(a: Entry, b: Entry): boolean {
  return a.sessions.some(session => session.id === b.id) || b.sessions.some(session => session.id === a.id)
}
