import { addDays, dayOf } from '../time/days.ts'
import { epochOf } from '../time/instants.ts'

/**
 * When work comes back: each day, each week on one of its days (1 is Monday, 7 Sunday), both at a time of the clock
 * (`03:00`) in some zone; or every so many minutes, whatever clocks say.
 */
export type Recurrence =
  | { every: 'day'; at: string }
  | { every: 'week'; on: number; at: string }
  | { every: 'minutes'; count: number }

/**
 * The first time after a moment, both in epoch milliseconds. On a day on which the clocks skip the time it is as much
 * later as they jump, on one that has it twice it is the first of the two: once for each day, never twice.
 *
 * @throws RangeError when the zone is not known
 */
export function nextTime(rule: Recurrence, zone: string, after: number): number {
  if (rule.every === 'minutes') {
    const step = rule.count * 60_000
    return (Math.floor(after / step) + 1) * step
  }
  // From the day before: its time may have been skipped, and fallen into this one.
  for (let day = addDays(dayOf(after, zone), -1); ; day = addDays(day, 1)) {
    if (rule.every === 'week' && weekdayOf(day) !== rule.on) continue
    const time = epochOf(`${day}T${rule.at}`, zone)
    if (time > after) return time
  }
}

/** 1 is Monday, 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7
}
