import type { Entry } from '../../../domain/entry.ts'
import { cityOf, sayDay, sayDays, sayOffset, sayWallClock, sayZoneInWords } from '../../../time/say-time.ts'
import type { Showing } from '../showing.ts'

/** When an entry is, on its organiser's own clock, with the zone in words: a picture is read anywhere. */
export function whenWords(entry: Entry, { say, locale }: Showing): string {
  const { kind, published, status, time, startsAt } = entry
  if (kind !== 'event')
    return [say(`kind.${kind}`), published && sayDay(published.slice(0, 10), 'dates', locale)]
      .filter(Boolean)
      .join(' · ')
  const parts = [status === 'scheduled' ? '' : say(`status.${status}`)]
  const { start, end, zone, precision } = time
  if (start && precision === 'moment') {
    const day = start.slice(0, 10)
    const until = end && end.slice(0, 10) === day ? `–${sayWallClock(end, locale)}` : ''
    parts.push(sayDay(day, 'full', locale), `${sayWallClock(start, locale)}${until}`)
    parts.push(zone === null ? say('own.floating') : zoneWords(zone, startsAt!, locale))
  } else if (start) parts.push(sayDays(start.slice(0, 10), (end ?? start).slice(0, 10), locale))
  return parts.filter(Boolean).join(' · ')
}

function zoneWords(zone: string, at: number, locale: string): string {
  const city = cityOf(zone, locale)
  const words = sayZoneInWords(zone, at, locale) ?? sayOffset(at, zone)
  return city ? `${words} (${city})` : words
}
