import { addDays, dayOf, epochOfWall } from '../../time/days.ts'
import type { Hours } from './free-time.ts'

const minute = 60_000

/** Time that somebody keeps free each day, in minutes of their clocks: from `from` until `to`, past midnight where that comes first. */
export type DailyPause = { from: number; to: number }

/** So many can be told. */
export const mostPauses = 4

/** `12:30-13:30,18:00-18:45`, as it is kept; what tells no such times is left out. */
export function readPauses(told: string): DailyPause[] {
  return told
    .split(',')
    .flatMap(each => {
      const [from = null, to = null] = each.split('-').map(minutesOf)
      return from === null || to === null || from === to ? [] : [{ from, to }]
    })
    .slice(0, mostPauses)
}

export function tellPauses(pauses: readonly DailyPause[]): string {
  return pauses.map(({ from, to }) => `${clockOf(from)}-${clockOf(to)}`).join(',')
}

/** `09:05`, as fields of forms have it. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The pauses of each day that touches the time from `from` until `to` (epoch milliseconds), on the clocks of a zone. */
export function pausesWithin(
  pauses: readonly DailyPause[],
  { from, to }: { from: number; to: number },
  zone: string,
): Hours['pauses'][number][] {
  const within: Hours['pauses'][number][] = []
  if (pauses.length === 0) return within
  for (let day = addDays(dayOf(from, zone), -1); day <= dayOf(to, zone); day = addDays(day, 1)) {
    const midnight = Date.parse(`${day}T00:00:00Z`)
    for (const pause of pauses) {
      const ends = pause.to > pause.from ? pause.to : pause.to + 24 * 60
      const start = epochOfWall(midnight + pause.from * minute, zone)
      const end = epochOfWall(midnight + ends * minute, zone)
      if (end > from && start < to) within.push({ start, end })
    }
  }
  return within
}

/** `9:05` as minutes of the day; null for what is no clock time. */
function minutesOf(told: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(told) ?? []
  const at = Number(hours) * 60 + Number(minutes)
  return hours && minutes && Number(hours) < 24 && Number(minutes) < 60 ? at : null
}
