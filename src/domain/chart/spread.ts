/**
 * Moves what stands beside each other on a line apart, and no further than needed (the least squares of what each is
 * moved): any two are at least `apart` from each other, in the order in which they were, within 0 and `room`. Where
 * there is not room for all, they stand evenly and overlap evenly.
 *
 * @returns a place for each, in the order of `wanted`
 */
export function spread(wanted: readonly number[], apart: number, room: number): number[] {
  const count = wanted.length
  if (count === 0) return []
  const gap = count > 1 ? Math.min(apart, room / (count - 1)) : 0
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  // With the gaps taken out, what is left to do is to find the nearest row that never falls: neighbours that would are
  // pooled at their mean.
  const pools: { sum: number; count: number }[] = []
  for (const [place, index] of order.entries()) {
    pools.push({ sum: wanted[index]! - place * gap, count: 1 })
    while (pools.length > 1 && meanOf(pools.at(-2)!) > meanOf(pools.at(-1)!)) {
      const last = pools.pop()!
      const before = pools.at(-1)!
      before.sum += last.sum
      before.count += last.count
    }
  }
  const places: number[] = new Array(count)
  let place = 0
  for (const pool of pools) {
    const mean = Math.min(room - (count - 1) * gap, Math.max(0, meanOf(pool)))
    for (let left = pool.count; left > 0; left--, place++) places[order[place]!] = mean + place * gap
  }
  return places
}

function meanOf({ sum, count }: { sum: number; count: number }): number {
  return sum / count
}
