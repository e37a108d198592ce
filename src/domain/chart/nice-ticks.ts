/**
 * Round values for the lines of a scale, the lowest first: at most `most` of them, so that the first is at or below the
 * lowest value and the last at or above the highest.
 *
 * @param low and `high`, in any order and even the same
 */
export function niceTicks(low: number, high: number, most = 6): number[] {
  const [from, to] = low <= high ? [low, high] : [high, low]
  const largest = Math.max(Math.abs(from), Math.abs(to))
  // What no step can part is one value.
  if (largest < 1e-12) return [0, 1]
  if (to - from < largest * 1e-9) return niceTicks(Math.min(0, from), Math.max(0, to), most)
  for (let power = Math.floor(Math.log10((to - from) / most)); ; power++)
    for (const digit of [1, 2, 5]) {
      // Steps below one are made by division: 3 × 0.1 is not 0.3.
      const [step, part] = power < 0 ? [digit, 10 ** -power] : [digit * 10 ** power, 1]
      const first = Math.floor((from * part) / step)
      const last = Math.ceil((to * part) / step)
      if (last - first < most)
        return Array.from({ length: last - first + 1 }, (_, index) => ((first + index) * step) / part)
    }
}

/** Years that are written below a scale, evenly: at most `most` of those from the first to the last. */
export function yearTicks(first: number, last: number, most = 6): number[] {
  for (const step of [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]) {
    const from = Math.ceil(first / step)
    const count = Math.floor(last / step) - from + 1
    if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, index) => (from + index) * step)
  }
  return []
}
