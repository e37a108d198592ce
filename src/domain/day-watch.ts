import { dayOf } from '../time/days.ts'
import type { Entry } from './entry.ts'
import { windowOf } from './fifty-hours.ts'
import { phaseOf, type Reckoning, type Span, spanOf, takesPlace, timedOf } from './phase.ts'
import { recordingOf } from './recording.ts'

const hour = 3_600_000

/** How far ahead whoever watches over the day looks, and how long what has ended stays before their eyes. */
export const aheadMs = 2 * hour
const behindMs = 72 * hour

/** An event with the span it takes up. */
export type Watched = { entry: Entry; span: Span }

/** What needs the eyes of whoever watches over the day. Each in the order in which it is looked at. */
export type DayWatch = {
  /** What is on, the first to end first. */
  on: Watched[]
  /** What begins within two hours. */
  next: Watched[]
  /** What has ended within three days, is or may be recorded, and has no recording yet: the last to end first. */
  unrecorded: Watched[]
}

/**
 * Events that readers see and that tell an hour, as they stand at a moment. What is cancelled or postponed needs
 * nobody.
 */
export function dayWatch(entries: readonly Entry[], now: number, reckoning: Reckoning): DayWatch {
  const watch: DayWatch = { on: [], next: [], unrecorded: [] }
  for (const entry of entries) {
    if (entry.state !== 'published' || entry.kind !== 'event' || !takesPlace(entry)) continue
    const span = entry.time.precision === 'moment' ? spanOf(timedOf(entry), reckoning) : null
    if (!span) continue
    const { phase } = phaseOf(timedOf(entry), now, reckoning)
    if (phase === 'on') watch.on.push({ entry, span })
    else if (span.start > now && span.start <= now + aheadMs) watch.next.push({ entry, span })
    else if (phase === 'over' && span.end > now - behindMs && waits(entry))
      watch.unrecorded.push({ entry, span })
  }
  watch.on.sort((a, b) => a.span.end - b.span.end)
  watch.next.sort((a, b) => a.span.start - b.span.start)
  watch.unrecorded.sort((a, b) => b.span.end - a.span.end)
  return watch
}

/** What takes place in a room alone has a recording only if somebody said so. */
function waits(entry: Entry): boolean {
  const state = recordingOf(entry)
  return state === 'expected' || (state === 'unknown' && entry.attendance !== 'offline')
}

/**
 * How far the day has come on its way around the Earth: the hour it is in, from 1, of all that it lasts; or how long it
 * is until it begins, or since it was over.
 */
export type DayAt = { hours: number } & ({ hour: number } | { beginsIn: number } | { overSince: number })

/** @param first ISO day; @param last the last one, included */
export function dayAt(first: string, last: string, now: number): DayAt {
  const { startsAt, endsAt, hours } = windowOf(first, last)
  if (now < startsAt) return { hours, beginsIn: startsAt - now }
  if (now >= endsAt) return { hours, overSince: now - endsAt }
  return { hours, hour: Math.floor((now - startsAt) / hour) + 1 }
}

/** Places people know, from where a day begins to where it ends. */
const places = [
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Manila',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Africa/Nairobi',
  'Europe/Berlin',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Mexico_City',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Pacific/Pago_Pago',
]

/** Those of them whose calendars show the day, or one of the days, at a moment. */
export function placesInDay(first: string, last: string, now: number): string[] {
  return places.filter(zone => dayOf(now, zone) >= first && dayOf(now, zone) <= last)
}
