import { type Waking, wakingSpans } from '../waking.ts'

const hour = 3_600_000

/**
 * When the reader can watch: in the waking hours of their clocks (null: at any hour), except in pauses (epoch
 * milliseconds, any order, may overlap).
 */
export type Hours = { zone: string; waking: Waking | null; pauses: readonly Stretch[] }

type Stretch = { start: number; end: number }

/** For each stretch, in the order given: why the reader cannot watch all of it, or null. O(n log n). */
export function hindrancesOf(stretches: readonly Stretch[], hours: Hours): ('asleep' | 'pause' | null)[] {
  const awake = hours.waking === null ? null : awakeAround(stretches, hours.zone, hours.waking)
  const pauses = joined(hours.pauses)
  return stretches.map(stretch => {
    if (awake && !contains(awake, stretch)) return 'asleep'
    return touches(pauses, stretch) ? 'pause' : null
  })
}

/** Waking hours on the days of the stretches; day runs into day where somebody is awake all the night. */
function awakeAround(stretches: readonly Stretch[], zone: string, waking: Waking): Stretch[] {
  const near = joined(stretches.map(({ start, end }) => ({ start, end: end + 24 * hour })))
  return joined(near.flatMap(({ start, end }) => wakingSpans(start - 24 * hour, end, zone, waking)))
}

/** As few stretches as cover the same time, in order. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (end <= start) continue
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

function contains(spans: readonly Stretch[], { start, end }: Stretch): boolean {
  const span = spans[firstEndingAfter(spans, start)]
  return span !== undefined && span.start <= start && end <= span.end
}

function touches(spans: readonly Stretch[], { start, end }: Stretch): boolean {
  const span = spans[firstEndingAfter(spans, start)]
  return span !== undefined && span.start < Math.max(end, start + 1)
}

function firstEndingAfter(spans: readonly Stretch[], moment: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.end <= moment) low = middle + 1
    else high = middle
  }
  return low
}
