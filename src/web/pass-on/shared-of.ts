import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import { inPublic } from '../../domain/secret-link.ts'
import type { Shared } from '../../outlet/share/share-links.ts'
import { sayDays, sayMoment } from '../../time/say-time.ts'
import type { Showing } from '../ui/showing.ts'

/** What is said of an edition, or of an entry with its day and hour, which for whoever reads it elsewhere is UTC. */
export function sharedOf(
  { edition }: Programme,
  entry: Entry | null,
  url: string,
  { say, locale }: Showing,
): Shared {
  const { hashtags } = edition
  if (!entry)
    return {
      title: edition.title,
      text: `${edition.title} – ${sayDays(edition.startsOn, edition.endsOn, locale)}`,
      url,
      hashtags,
    }
  const title = inPublic(entry.title, entry)
  const { status } = entry
  const isOff = status === 'cancelled' || status === 'postponed'
  const when = isOff ? say(`status.${status}`) : whenOf(entry, locale)
  return { title, text: when ? `${title} – ${when}` : title, url, hashtags }
}

function whenOf({ time, startsAt }: Entry, locale: string): string | null {
  const { precision, start, end, zone } = time
  if (start === null) return null
  if (precision !== 'moment') return sayDays(start, end ?? start, locale)
  if (zone === null || startsAt === null) return sayDays(start.slice(0, 10), start.slice(0, 10), locale)
  return `${sayMoment(startsAt, 'UTC', locale)} UTC`
}
