import type { Entry } from '../../domain/entry.ts'
import { windowOf } from '../../domain/fifty-hours.ts'
import { authorsOf, type Programme } from '../../domain/programme.ts'
import { inPublic } from '../../domain/secret-link.ts'
import { timesOf } from './event.ts'
import { cleanThing, jsonLdOf, oneOrAll, type Thing } from './thing.ts'
import { type Trail, trailOf } from './trail.ts'

/** What readers were told of: in the words of the page, and where it is to be read. */
export type LiveUpdate = { at: number; words: string; url: string | null }

type Told = {
  /** Absolute addresses. */
  series: string
  edition: string
  entry: (entry: Entry) => string
  trail: Trail
  picture: string | null
  /** Newest first. */
  updates: LiveUpdate[]
}

/**
 * An edition for machines (schema.org): the day with its events, the page as one that is kept up to date while it
 * lasts, and the way to it. Every reader pays for it: of long programmes the first entries are named, of the updates
 * the last; the rest is on the entries' own pages.
 */
export function programmeJsonLd(programme: Programme, told: Told): string {
  const { series, edition, entries } = programme
  const day = cleanThing({
    '@type': 'Event',
    '@id': told.edition,
    url: told.edition,
    name: edition.title,
    image: told.picture,
    startDate: edition.startsOn,
    endDate: edition.endsOn,
    superEvent: { '@type': 'EventSeries', '@id': told.series, name: series.title, url: told.series },
    subEvent: entries
      .filter(({ kind }) => kind === 'event')
      .slice(0, mostEntries)
      .map(entry => ({
        '@type': 'Event',
        '@id': told.entry(entry),
        name: inPublic(entry.title, entry),
        ...timesOf(entry),
      })),
  })
  return jsonLdOf(day, liveBlogOf(programme, told), trailOf(told.trail))
}

const mostEntries = 20
const mostUpdates = 5

function liveBlogOf({ edition }: Programme, told: Told): Thing | null {
  if (told.updates.length === 0) return null
  const { startsAt, endsAt } = windowOf(edition.startsOn, edition.endsOn)
  return cleanThing({
    '@type': 'LiveBlogPosting',
    '@id': `${told.edition}#live`,
    url: told.edition,
    headline: edition.title,
    about: { '@id': told.edition },
    author: oneOrAll(authorsOf(edition).map(name => ({ '@type': 'Person', name }))),
    datePublished: isoOf(edition.publishedAt),
    dateModified: isoOf(told.updates[0]!.at),
    coverageStartTime: isoOf(Math.min(startsAt, edition.publishedAt ?? startsAt)),
    coverageEndTime: isoOf(endsAt),
    liveBlogUpdate: told.updates
      .slice(0, mostUpdates)
      .map(({ at, words, url }) =>
        cleanThing({ '@type': 'BlogPosting', headline: words, datePublished: isoOf(at), url }),
      ),
  })
}

/** To the second. */
function isoOf(epochMs: number | null): string | null {
  return epochMs === null ? null : `${new Date(epochMs).toISOString().slice(0, 19)}Z`
}
