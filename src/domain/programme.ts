import type { Entry, Tag } from './entry.ts'
import type { KnownBy } from './identity/traits.ts'
import type { EditionWord, Translations } from './translation.ts'

/** What comes back: schema.org EventSeries, e.g. International Migrants Day, each 18 December. */
export type Series = {
  id: string
  slug: string
  title: string
  /** The curator's words about the series (Markdown). */
  text: string | null
  /** The day it is observed on, `--12-18` (ISO 8601 month and day), where it is always the same. */
  observed: string | null
  /** The date its anniversaries count from, e.g. the adoption of the convention. */
  founded: string | null
  /** The one accent colour, `#rrggbb`. */
  accent: string | null
  /** In which its title and text are written (BCP 47); null: nobody has told. */
  language: string | null
  translations: Translations<EditionWord>
  /** In which language each is said, where this is how a reader sees it. */
  saidIn?: Partial<Record<EditionWord, string | null>>
}

/** One year's programme of a series. */
export type Edition = {
  id: string
  slug: string
  title: string
  /** The curator's own text (Markdown). */
  text: string | null
  state: 'draft' | 'live' | 'archived'
  /** First and last day (ISO dates) of the observance itself, not of its earliest and latest events. */
  startsOn: string
  endsOn: string
  /** IANA zone that pages are shown in until a reader has another. */
  homeZone: string
  /** For how long an event without an end counts as on. */
  assumedMinutes: number
  hashtags: string[]
  categories: Tag[]
  tags: Tag[]
  author: Author | null
  /** Who wrote it besides, by their names. */
  coAuthors: string[]
  /** Where its facts come from and under which licence (Markdown). */
  credit: string | null
  /** In which it and what is in it are written (BCP 47), where nothing else is told; null: nobody has told. */
  language: string | null
  translations: Translations<EditionWord>
  /** In which language each is said, where this is how a reader sees it. */
  saidIn?: Partial<Record<EditionWord, string | null>>
  /** Grows by one with every write; what is served depends on it and never on the clock. */
  revision: number
  publishedAt: number | null
  /** When a draft is to be published by itself (epoch milliseconds). */
  publishAt: number | null
  /** Whether readers may suggest what is missing. */
  takesSuggestions: boolean
  updatedAt: number
}

/** The author's box under a post. */
export type Author = {
  name: string
  bio: string | null
  picture: string | null
  links: { url: string; title: string }[]
}

/** Names of all who wrote an edition. */
export function authorsOf({ author, coAuthors }: Pick<Edition, 'author' | 'coAuthors'>): string[] {
  return [...(author ? [author.name] : []), ...coAuthors]
}

export type Programme = {
  series: Series
  edition: Edition
  entries: Entry[]
  /** By what sources know each entry, by its id; told to those who write. */
  knownBy?: ReadonlyMap<string, KnownBy>
}

/** One edition in a list of a series' editions. `entries` are without sessions; `recordings` those available. */
export type EditionListing = Omit<
  Edition,
  'text' | 'hashtags' | 'categories' | 'tags' | 'author' | 'coAuthors' | 'credit'
> & {
  entries: number
  recordings: number
}

/** A series with its editions, newest first. */
export type SeriesWithEditions = Series & { editions: EditionListing[] }
