import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** Links, recordings and figures, which are looked at again and again, and the work that is due. */
export type KeptTrueTables = {
  figures: FiguresTable
  figure_sources: {
    id: string
    figure_id: string
    position: number
    name: string
    address: string | null
    rank: 'primary' | 'secondary'
  }
  figure_points: FigurePointsTable
  figure_revisions: FigureRevisionsTable
  figure_watches: FigureWatchesTable
  figure_offers: FigureOffersTable
  jobs: JobsTable
  recurring_jobs: RecurringJobsTable
  recording_looks: RecordingLooksTable
  recording_offers: RecordingOffersTable
  /** What becomes of recordings that are found, by the id of a series or an edition. */
  recording_policies: { of_id: string; policy: 'propose' | 'automatic' }
  link_looks: LinkLooksTable
  /** Addresses in texts, and those of organisations: where a link stands that is none of an entry. */
  text_links: { kind: 'edition' | 'series' | 'writing' | 'organisation'; target_id: string; url: string }
  kept_texts: KeptTextsTable
}

/** A tracked number; `lines` and `comparisons` as in `domain/figure.ts`. */
type FiguresTable = {
  id: string
  slug: string
  series_id: string | null
  name: string
  unit: string | null
  text: string | null
  language: string | null
  translations: Json
  direction: string
  goal: Json
  baseline: Json
  comparisons: Json
  lines: Json
  revision: Generated<number>
  created_at: number
  updated_at: number
}

type FigurePointsTable = {
  id: string
  figure_id: string
  line: string
  date: string
  value: number | null
  who: string | null
  act: string | null
  note: string | null
  source_id: string | null
}

type FigureRevisionsTable = {
  figure_id: string
  number: number
  at: number
  by: string
  act: string
  before: Json
  after: Json
}

/** A source of a figure that is read again and again; columns as those of `sources`. */
type FigureWatchesTable = {
  id: string
  figure_id: string
  source_id: string
  line: string
  address: string
  /** Where in the answer the number stands. */
  place: string
  state: 'watching' | 'paused'
  paused_because: 'curator' | 'failures' | 'refused' | null
  /** What it said last. */
  told: Json
  found_at: string | null
  etag: string | null
  last_modified: string | null
  checksum: string | null
  pace: number
  next_at: number | null
  last_read_at: number | null
  changed_at: number | null
  failures: Generated<number>
  failing_since: number | null
  error: Json
  added_by: string
  added_by_account: string | null
  added_at: number
}

/** What a source says of a figure, and is not taken without a curator. */
type FigureOffersTable = {
  id: string
  figure_id: string
  watch_id: string | null
  source_id: string
  line: string
  /** The same for the same said again. */
  key: string
  offered: string
  state: 'waiting' | 'taken' | 'refused' | 'gone'
  at: number
  settled_at: number | null
  settled_by: string | null
}

/** Work that is due. At most one of a kind and key is waiting; the one before may still be running. */
type JobsTable = {
  id: string
  kind: string
  key: string | null
  data: Json
  state: 'waiting' | 'running' | 'done' | 'failed'
  due_at: number
  /** How often it was taken, the running time included. */
  attempts: Generated<number>
  /** Who runs it, since when, and until when nobody else may. */
  worker: string | null
  started_at: number | null
  leased_until: number | null
  /** When it was done, or failed for good. */
  ended_at: number | null
  /** What kept it from being done the last time. */
  error: Json
}

/** Work that comes back: each time a job of its kind is queued, with its name for a key. */
type RecurringJobsTable = {
  name: string
  kind: string
  data: Json
  rule: string
  zone: string
  next_at: number
  last_at: number | null
}

/** What is known of the recording of an entry by looking at its addresses, and when it is looked at next. */
type RecordingLooksTable = {
  entry_id: string
  looked_at: number
  next_at: number | null
  failures: number
  sightings: Json
  /** Where recordings of its organisers were seen. */
  channels: Json
  searched_at: number | null
  /** When something became known that readers see. */
  facts_at: number | null
}

type RecordingOffersTable = {
  id: string
  entry_id: string
  kind: 'attach' | 'removed'
  url: string
  url_key: string
  title: string | null
  seconds: number | null
  published_at: number | null
  strength: 'possible' | 'likely' | 'sure'
  reasons: Json
  found_at: number
  answer: 'taken' | 'refused' | null
  answered_at: number | null
  answered_by: string | null
}

/** An address that something links to, and what the looks at it have come to. */
type LinkLooksTable = {
  url: string
  host: string
  met_at: number
  /** Null: it is not to be looked at. */
  due_at: number | null
  looked_at: number | null
  /** When its server last said anything at all. */
  answered_at: number | null
  state: Generated<string>
  life: Json
  /** Since when it is on the curator's list. */
  amiss_since: number | null
  /** 1: what is settled is still to be told to those that link to it. */
  to_settle: Generated<number>
  head_lies: Generated<number>
  /** When its page was last read, where that was found, and what the site said of that answer. */
  read_at: number | null
  found_at: string | null
  etag: string | null
  last_modified: string | null
  print: Json
  /** A copy of it in an archive, and when that was last asked for one. */
  copy_url: string | null
  copy_asked_at: number | null
  /** When an archive is to be asked to save it, by which number it said it would, and when it did. */
  save_due_at: number | null
  save_job: string | null
  save_tries: Generated<number>
  saved_at: number | null
}

/** What a statement said where it was published. */
type KeptTextsTable = {
  entry_id: string
  url: string
  at: number
  title: string | null
  byline: string | null
  site: string | null
  language: string | null
  html: string
  length: number
  digest: string
}
