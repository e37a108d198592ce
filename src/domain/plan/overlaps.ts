type Stretch = { start: number; end: number }

/** Says what of the items, each of which takes time, overlaps a stretch of time; back to back is no overlap. */
export type Overlaps<T> = {
  has(item: T): boolean
  /** O(log n). */
  count(stretch: Stretch): number
  /** The first of them by start, of those `wanted`. O(log n) for each that is looked at. */
  first(stretch: Stretch, most: number, wanted?: (item: T) => boolean): T[]
}

/** O(n log n). */
export function overlapsOf<T extends Stretch>(items: readonly T[]): Overlaps<T> {
  const byStart = items.toSorted((a, b) => a.start - b.start)
  const byEnd = items.toSorted((a, b) => a.end - b.end)
  const nextBeyond = seekingEnds(byStart)
  const all = new Set(items)
  return {
    has: item => all.has(item),
    count: ({ start, end }) =>
      countUntil(byStart, item => item.start < end) - countUntil(byEnd, item => item.end <= start),
    first({ start, end }, most, wanted = () => true) {
      const found: T[] = []
      for (let at = nextBeyond(0, start); at < byStart.length; at = nextBeyond(at + 1, start)) {
        const item = byStart[at]!
        if (item.start >= end || found.length >= most) break
        if (wanted(item)) found.push(item)
      }
      return found
    },
  }
}

/** How many stand before the first that is not so; from there on none is. */
function countUntil<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(items[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds the first item, from a place on, that ends after a moment: a binary tree of the latest ends. */
function seekingEnds(items: readonly Stretch[]): (from: number, moment: number) => number {
  let leaves = 1
  while (leaves < items.length) leaves *= 2
  const latest = new Float64Array(2 * leaves).fill(Number.NEGATIVE_INFINITY)
  items.forEach(({ end }, index) => {
    latest[leaves + index] = end
  })
  for (let node = leaves - 1; node > 0; node--)
    latest[node] = Math.max(latest[2 * node]!, latest[2 * node + 1]!)
  return (from, moment) => {
    if (from >= items.length) return items.length
    let node = leaves + from
    while (!(latest[node]! > moment)) {
      while (node % 2 === 1) node >>= 1
      if (node === 0) return items.length
      node++
    }
    while (node < leaves) node = latest[2 * node]! > moment ? 2 * node : 2 * node + 1
    return node - leaves
  }
}
