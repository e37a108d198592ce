/** The place of the first, from a place on, that starts at a moment or after it; they are in order of their start. */
export function firstFrom(items: readonly { start: number }[], moment: number, from: number): number {
  let low = from
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (items[middle]!.start < moment) low = middle + 1
    else high = middle
  }
  return low
}
