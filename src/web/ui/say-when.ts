import type { EventTime } from '../../domain/event-time.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDays, sayWallClock, sayZone } from '../../time/say-time.ts'
import type { Showing } from './showing.ts'

/**
 * When something is, as readers at home in the programme see it; `own`: as its organiser says it, where that is told
 * in another zone. Null where no time is told.
 */
export function sayWhen(
  time: EventTime,
  homeZone: string,
  { say, locale }: Pick<Showing, 'say' | 'locale'>,
): { home: string; own: string | null } | null {
  const { precision, start, end, zone } = time
  if (precision === 'not-told' || start === null) return null
  if (precision !== 'moment') {
    const hours = say(precision === 'all-day' ? 'time.all-day' : 'time.hour-not-told')
    return { home: `${sayDays(start, end ?? start, locale)}, ${hours}`, own: null }
  }
  const wall = wallWords(start, end, locale)
  const { startsAt, endsAt } = instantsOf(time)
  if (zone === null || startsAt === null) return { home: `${wall} ${say('own.floating')}`, own: null }
  const span = spanWords(startsAt, endsAt, homeZone, locale)
  if (span === wall) return { home: placed(span, homeZone), own: null }
  const isSameDay = dayOf(startsAt, homeZone) === start.slice(0, 10)
  const own = isSameDay ? clockWords(start, end, locale) : wall
  return { home: placed(span, homeZone), own: placed(own, zone) }

  function placed(words: string, where: string): string {
    const place = sayZone(where, startsAt!, locale)
    return say(place.startsWith('UTC') ? 'own.offset' : 'own', { time: words, place })
  }
}

function wallWords(start: string, end: string | null, locale: string): string {
  return `${sayDay(start.slice(0, 10), 'full', locale)}, ${clockWords(start, end, locale)}`
}

function clockWords(start: string, end: string | null, locale: string): string {
  const clock = sayWallClock(start, locale)
  if (end === null || end <= start) return clock
  const isSameDay = end.slice(0, 10) === start.slice(0, 10)
  const until = isSameDay ? '' : `${sayDay(end.slice(0, 10), 'short', locale)} `
  return `${clock}–${until}${sayWallClock(end, locale)}`
}

function spanWords(startsAt: number, endsAt: number | null, zone: string, locale: string): string {
  const day = dayOf(startsAt, zone)
  const words = `${sayDay(day, 'full', locale)}, ${sayClock(startsAt, zone, locale)}`
  if (endsAt === null || endsAt <= startsAt) return words
  const last = dayOf(endsAt, zone)
  const until = last === day ? '' : `${sayDay(last, 'short', locale)} `
  return `${words}–${until}${sayClock(endsAt, zone, locale)}`
}
