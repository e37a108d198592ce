import { addressOf } from '../../domain/address.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import type { CalendarItem } from './item.ts'

/**
 * What of a programme has a place in a calendar: what takes place, or was to, at a time that is told. Sessions come
 * after their event.
 *
 * @param baseUrl of the site, without a slash at its end
 */
export function itemsOf(programme: Programme, baseUrl: string): CalendarItem[] {
  return programme.entries.flatMap(entry => {
    const items = [entry, ...entry.sessions].map(each => itemOf(programme, each, entry, baseUrl))
    return items.filter(({ entry }) => hasPlace(entry))
  })
}

/** An event with its sessions told in its description: the one thing that a reader adds. Null where it has no place in a calendar. */
export function soleItemOf(programme: Programme, entry: Entry, baseUrl: string): CalendarItem | null {
  return hasPlace(entry) ? { ...itemOf(programme, entry, entry, baseUrl), tellsSessions: true } : null
}

/** What is there to be read has a day on which it came out, and no time at which it is on. */
export function hasPlace({ kind, time, startsAt }: Pick<Entry, 'kind' | 'time' | 'startsAt'>): boolean {
  const takesPlace = kind === 'event' || kind === 'video' || kind === 'campaign'
  return takesPlace && time.precision !== 'not-told' && time.start !== null && startsAt !== null
}

/** One of them, and the event it is in: itself, where it is no session. */
export function itemOf(
  { series, edition }: Pick<Programme, 'series' | 'edition'>,
  entry: Entry,
  whole: Entry,
  baseUrl: string,
): CalendarItem {
  const page = baseUrl + encodeURI(addressOf(series.slug, edition.slug, whole.slug))
  return {
    entry,
    of: entry === whole ? null : whole,
    page: entry === whole ? page : `${page}#${encodeURIComponent(entry.slug)}`,
    baseUrl,
    language: edition.language,
    assumedMinutes: edition.assumedMinutes,
  }
}
