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
  const all = ranksOf(spans, () => true)
  const told = spans.some(span => span?.assumed) ? ranksOf(spans, span => !span.assumed) : all
  const sure = new Int32Array(items.length)
  const possible = new Int32Array(items.length)
  spans.forEach((span, index) => {
    if (span === null) return
    const overlaps = all.overlapping(span)
    sure[index] = span.assumed ? 0 : told === all ? overlaps : told.overlapping(span)
    possible[index] = overlaps - sure[index]!
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

function clashSpanOf(item: Timed, reckoning: Reckoning): Span | null {
  if (item.precision !== 'moment' || !takesPlace(item)) return null
  const span = spanOf(item, reckoning)
  return span !== null && span.end > span.start ? span : null
}

type Ranks = { overlapping(span: Span): number }

/** The starts and the ends of the chosen spans, each sorted; one of these spans does not count itself. */
function ranksOf(spans: (Span | null)[], chosen: (span: Span) => boolean): Ranks {
  const starts = new Float64Array(spans.length)
  const ends = new Float64Array(spans.length)
  let count = 0
  for (const span of spans) {
    if (span === null || !chosen(span)) continue
    starts[count] = span.start
    ends[count++] = span.end
  }
  const sortedStarts = starts.subarray(0, count).sort()
  const sortedEnds = ends.subarray(0, count).sort()
  return {
    overlapping: ({ start, end }) => countBelow(sortedStarts, end) - countBelow(sortedEnds, start + 1) - 1,
  }
}

/** How many of the sorted (whole) numbers are smaller than `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
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
