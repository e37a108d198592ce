const hour = 3_600_000
const day = 24 * hour

/** From `startsAt` until before `endsAt`, in epoch milliseconds. */
export type Window = { startsAt: number; endsAt: number; hours: number }

/**
 * How long a date lasts on Earth: from its midnight at UTC+14 to its last at UTC−12, fifty hours. For several
 * days, from the first one's beginning to the last one's end.
 *
 * @param firstDay ISO date; `lastDay` is included
 */
export function windowOf(firstDay: string, lastDay: string = firstDay): Window {
  const startsAt = Date.parse(`${firstDay}T00:00:00Z`) - 14 * hour
  const endsAt = Date.parse(`${lastDay > firstDay ? lastDay : firstDay}T00:00:00Z`) + day + 12 * hour
  return { startsAt, endsAt, hours: (endsAt - startsAt) / hour }
}

export type Bar = { startsAt: number; endsAt: number }

/** `lanes[i]` is the lane of the i-th bar, from 0; no two bars in a lane overlap. */
export type Lanes = { lanes: Int32Array; count: number }

/**
 * Puts bars into as few lanes as there are ever bars at once, each into the lowest free one. Bars that begin
 * together keep their order. A bar counts as at least `least` milliseconds long, so that it can be seen.
 * O(n log n).
 */
export function lanesOf(bars: readonly Bar[], least = 1): Lanes {
  const starts = bars.map(({ startsAt }) => startsAt)
  const ends = bars.map(({ startsAt, endsAt }) => Math.max(endsAt, startsAt + least, startsAt + 1))
  const byStart = [...bars.keys()].sort((a, b) => starts[a]! - starts[b]!)
  const byEnd = [...bars.keys()].sort((a, b) => ends[a]! - ends[b]!)
  const lanes = new Int32Array(bars.length)
  const free: number[] = []
  let count = 0
  let ended = 0
  for (const index of byStart) {
    while (ends[byEnd[ended]!]! <= starts[index]!) push(free, lanes[byEnd[ended++]!]!)
    lanes[index] = free.length > 0 ? pop(free) : count++
  }
  return { lanes, count }
}

/** A binary heap with its least number first. */
function push(heap: number[], value: number): void {
  let at = heap.push(value) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]! <= value) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = value
}

function pop(heap: number[]): number {
  const least = heap[0]!
  const value = heap.pop()!
  if (heap.length === 0) return least
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++
    if (child >= heap.length || heap[child]! >= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
  return least
}
