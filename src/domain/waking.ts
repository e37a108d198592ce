import { addDays, dayOf, epochOfWall, offsetAt } from '../time/days.ts'

const hour = 3_600_000

/** When somebody is awake, in whole hours of their clocks: from `from` until `to`, past midnight where that comes first. */
export type Waking = { from: number; to: number }

/** Of whoever chose nothing. */
export const usualWaking: Waking = { from: 7, to: 23 }

/** `7-23`, `20-11`, as it stands in addresses; null for what tells no such hours. */
export function readWaking(told: string): Waking | null {
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(told) ?? []
  const waking = { from: Number(from), to: Number(to) }
  return from && to && waking.from < 24 && waking.to <= 24 && waking.from !== waking.to ? waking : null
}

export function tellWaking({ from, to }: Waking): string {
  return `${from}-${to}`
}

/** Whether somebody in `zone` is awake at a moment (epoch milliseconds). */
export function isAwake(epochMs: number, zone: string, { from, to }: Waking): boolean {
  const wall = (((epochMs + offsetAt(epochMs, zone)) % (24 * hour)) + 24 * hour) % (24 * hour)
  const at = wall / hour
  return from < to ? from <= at && at < to : at >= from || at < to
}

/** The hours in which somebody in `zone` is awake, day after day, as far as they touch the time from `from` until `to`. */
export function wakingSpans(
  from: number,
  to: number,
  zone: string,
  waking: Waking,
): { day: string; start: number; end: number }[] {
  const spans: { day: string; start: number; end: number }[] = []
  const length = waking.to > waking.from ? waking.to - waking.from : waking.to + 24 - waking.from
  for (let day = addDays(dayOf(from, zone), -1); day <= dayOf(to, zone); day = addDays(day, 1)) {
    const wakes = Date.parse(`${day}T00:00:00Z`) + waking.from * hour
    const start = epochOfWall(wakes, zone)
    const end = epochOfWall(wakes + length * hour, zone)
    if (end > from && start < to) spans.push({ day, start, end })
  }
  return spans
}
