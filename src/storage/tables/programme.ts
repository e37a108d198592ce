import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** Editions of series, and what is in their programmes. */
export type ProgrammeTables = {
  settings: { name: string; value: string }
  series: SeriesTable
  editions: EditionsTable
  entries: EntriesTable
  organisations: OrganisationsTable
  people: PeopleTable
  places: PlacesTable
  tags: { id: string; slug: string; name: string }
  categories: { id: string; slug: string; name: string }
  entry_organisations: { entry_id: string; position: number; organisation_id: string; role: string | null }
  entry_people: {
    entry_id: string
    position: number
    person_id: string
    role: string | null
    affiliation: string | null
  }
  entry_links: LinksTable
  entry_tags: { entry_id: string; position: number; tag_id: string }
  /** Organisations of the edition before that have not announced anything for this one yet. */
  awaited_organisations: { edition_id: string; organisation_id: string; position: number }
  edition_tags: { edition_id: string; position: number; tag_id: string }
  edition_categories: { edition_id: string; position: number; category_id: string }
  /** Two that look like one event, of which somebody has said that they are two; the smaller id first. */
  organisations_apart: { organisation_id: string; other_id: string; at: number; by: string }
  entries_apart: { entry_id: string; other_id: string; at: number; by: string }
  revisions: RevisionsTable
  updates: UpdatesTable
  redirects: { from: string; to: string }
  search_rows: SearchRowsTable
}

type SeriesTable = {
  id: string
  slug: string
  title: string
  text: string | null
  observed: string | null
  founded: string | null
  accent: string | null
  /** BCP 47, of its words; null: nobody has told. */
  language: string | null
  translations: Json
  created_at: number
  /** When its comments close, where that is not as on the rest of the site: `never`, `closed`, or days after an end. */
  closes_comments: Generated<string | null>
}

type EditionsTable = {
  id: string
  series_id: string
  slug: string
  title: string
  text: string | null
  state: 'draft' | 'live' | 'archived'
  starts_on: string
  ends_on: string
  home_zone: string
  assumed_minutes: Generated<number>
  hashtags: Json
  author: Json
  /** Names of who wrote it besides. */
  co_authors: Generated<Json>
  credit: string | null
  language: string | null
  translations: Json
  revision: Generated<number>
  published_at: number | null
  publish_at: number | null
  /** 1: readers may suggest what is missing. */
  takes_suggestions: Generated<number>
  created_at: number
  updated_at: number
  /** Whether something may be said below it, and below its entries. */
  commenting: Generated<'open' | 'closed' | 'hidden'>
  /** 1: a curator opened it by hand, and it closes by no time. */
  kept_open: Generated<number>
}

type EntriesTable = {
  id: string
  edition_id: string
  /** The event a session belongs to. */
  parent_id: string | null
  /** Place in the story; fractions leave room to put one between two others. */
  position: number
  slug: string
  kind: string
  title: string
  state: Generated<'draft' | 'published' | 'withdrawn'>
  publish_at: number | null
  /** The entry it is one with, while it is withdrawn for that: its address leads there. */
  merged_into: string | null
  summary: string | null
  note: string | null
  precision: string
  wall_start: string | null
  wall_end: string | null
  zone: string | null
  /** Derived from wall time and zone, and again when the zone data changes. */
  starts_at: number | null
  ends_at: number | null
  status: string
  status_reason: string | null
  attendance: string | null
  place_id: string | null
  recording: string
  registration_until: string | null
  languages: Json
  interpretation: Json
  captions: Json
  sign_languages: Json
  image: string | null
  image_alt: string | null
  doubts: Json
  published: string | null
  /** Of its words, where it is not that of the edition. */
  language: string | null
  translations: Json
  /** Why the text that was kept of it may be shown. */
  text_shown: Json
  sequence: Generated<number>
  created_at: number
  updated_at: number
}

type OrganisationsTable = {
  id: string
  folded: string
  /** Of its own page; it stays, whatever the organisation is called later. */
  slug: string
  name: string
  url: string | null
  /** The organisation this one turned out to be: its name leads there for ever. */
  merged_into: string | null
  /** What becomes of what its organisers change; null: the first waits, and then it shows. */
  organiser_rule: 'wait' | 'live' | null
}

type PeopleTable = {
  id: string
  folded: string
  /** Of the person's own page; it stays. */
  slug: string
  name: string
  url: string | null
  /** Whether a curator has taken the page away. */
  is_hidden: Generated<number>
}

type PlacesTable = {
  id: string
  folded: string
  name: string | null
  address: string | null
  country: string | null
  lat: number | null
  lon: number | null
}

type LinksTable = {
  entry_id: string
  position: number
  role: string
  url: string
  title: string | null
  health: Generated<string>
  visibility: Generated<string>
}

/** One recorded change; `number` is the edition's revision it led to. `before` and `after` hold what changed. */
type RevisionsTable = {
  id: string
  edition_id: string
  entry_id: string | null
  number: number
  at: number
  by: string
  act: string
  before: Json
  after: Json
}

/** What readers are told of a revision: a kind and its values, said in the reader's language. */
type UpdatesTable = {
  edition_id: string
  number: number
  position: number
  entry_id: string | null
  at: number
  kind: string
  data: Json
}

/** What can be found by its words. It follows from the other tables, and so does the index beside it. */
type SearchRowsTable = {
  number: Generated<number>
  kind: 'entry' | 'edition' | 'writing'
  target_id: string
  /** Of an entry, and of an edition its own. */
  edition_id: string | null
  /** On which it takes place or came out: the newest is found first. */
  day: string
}
