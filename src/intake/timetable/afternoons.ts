import type { Clock } from '../csv/cells.ts'

/**
 * Hours below each other that go from 12 on to 1, as they are after noon; as they are where any of them is told as
 * others tell it ("1 pm", "13:00", "01:00"), or where something else stands between them.
 *
 * @param words of each cell, '' where it is empty
 */
export function withAfternoons(
  clocks: readonly (Clock | null)[],
  words: readonly string[],
): (Clock | null)[] {
  const told = words.filter((_, at) => clocks[at])
  if (!told.every(each => plain.test(each)) || clocks.some(clock => clock && isLate(clock)))
    return [...clocks]
  let last = ''
  return clocks.map((clock, at) => {
    if (!clock) {
      if (words[at]) last = ''
      return null
    }
    const isAfter = last >= '11:00:00' && clock.start < '08:00:00' && later(clock.start) >= last
    const start = isAfter ? later(clock.start) : clock.start
    const end = clock.end !== undefined && clock.end < start ? later(clock.end) : clock.end
    last = start
    return { ...clock, start, ...(end && { end }) }
  })
}

/** "9:00", "12.30 – 1.30" */
const plain = /^[1-9]\d?[:.]\d\d(?:\s?[-–—]\s?[1-9]\d?[:.]\d\d)?$/

function isLate({ start, end = '' }: Clock): boolean {
  return start >= '13:00:00' || end >= '13:00:00'
}

function later(clock: string): string {
  return `${String(Number(clock.slice(0, 2)) + 12).padStart(2, '0')}${clock.slice(2)}`
}
