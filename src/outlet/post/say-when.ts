import type { Entry } from '../../domain/entry.ts'
import { dayOf, offsetAt } from '../../time/days.ts'
import { cityOf, sayDay, sayDays } from '../../time/say-time.ts'
import type { PostWords } from './post-words.ts'

/** `Friday 18 December 2020, 14:00–15:30 UTC`: in UTC, which is the same for everybody who reads the post. */
export function sayWhen({ time, startsAt, endsAt }: Entry, words: PostWords, locale: string): string {
  const { precision, start, end, zone } = time
  if (precision === 'not-told' || start === null || startsAt === null) return words.notTold
  if (precision === 'all-day') return `${sayDays(start, end ?? start, locale)} (${words.allDay})`
  if (precision === 'date-only') return `${sayDays(start, end ?? start, locale)} (${words.hourNotTold})`
  if (zone === null) {
    const until =
      end === null
        ? ''
        : `–${end.startsWith(start.slice(0, 10)) ? '' : dayAnd(end, locale)}${end.slice(11, 16)}`
    return `${dayAnd(start, locale)}${start.slice(11, 16)}${until} (${words.localTime})`
  }
  return `${sayStretch(startsAt, endsAt, 'UTC', locale)} UTC`
}

/** `Manila 22:00–23:30`, with the day where it is another one than in UTC. Null where there is no clock time to say. */
export function sayElsewhere(
  { time, startsAt, endsAt }: Entry,
  zones: readonly string[],
  locale: string,
): string | null {
  if (time.precision !== 'moment' || time.zone === null || startsAt === null || zones.length === 0)
    return null
  return zones
    .map(zone => {
      const place = cityOf(zone, locale) ?? zone
      const clocks = `${clockOf(startsAt, zone)}${endsAt === null ? '' : `–${clockOf(endsAt, zone)}`}`
      const day = dayOf(startsAt, zone)
      return day === dayOf(startsAt, 'UTC')
        ? `${place} ${clocks}`
        : `${place} ${clocks} (${sayDay(day, 'short', locale)})`
    })
    .join(' · ')
}

export function sayMomentUtc(epochMs: number, locale: string): string {
  return `${sayStretch(epochMs, null, 'UTC', locale)} UTC`
}

function sayStretch(from: number, to: number | null, zone: string, locale: string): string {
  const [first, last] = [dayOf(from, zone), dayOf(to ?? from, zone)]
  const began = `${sayDay(first, 'full', locale)}, ${clockOf(from, zone)}`
  if (to === null) return began
  return `${began}–${first === last ? '' : `${sayDay(last, 'full', locale)}, `}${clockOf(to, zone)}`
}

function dayAnd(wall: string, locale: string): string {
  return `${sayDay(wall.slice(0, 10), 'full', locale)}, `
}

/** Always of twenty-four hours: it is read in every country. */
function clockOf(epochMs: number, zone: string): string {
  return new Date(epochMs + offsetAt(epochMs, zone)).toISOString().slice(11, 16)
}
