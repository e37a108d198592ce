import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** What is read and brought in: sources, exports, files, and by what things are known again. */
export type ComingInTables = {
  archives: ArchivesTable
  archive_files: { archive_id: string; number: number; name: string; size: number }
  /** What a file held, a megabyte at a time and compressed. They go once everything is brought in. */
  archive_pieces: { archive_id: string; file: number; number: number; bytes: Uint8Array }
  archive_items: ArchiveItemsTable
  attachments: AttachmentsTable
  imported: ImportedTable
  sources: SourcesTable
  imports: ImportsTable
  /** What an uploaded file holds, in pieces, until it is imported. */
  import_files: { import_id: string; position: number; bytes: Uint8Array }
  identities: IdentitiesTable
  readings: ReadingsTable
  /** What a dropped file held, until it is read. */
  reading_files: { reading_id: string; bytes: Uint8Array }
}

/** Exports that were handed in and are read, reviewed and brought in. */
type ArchivesTable = {
  id: string
  state: string
  /** The site it was made of, by its host and path. */
  site: string | null
  head: Json
  settings: string
  progress: Json
  report: Json
  problems: Json
  by: string
  created_at: number
  updated_at: number
}

/** One post or page of an export, and what is to become of it. */
type ArchiveItemsTable = {
  archive_id: string
  number: number
  key: string
  type: string
  status: string
  title: string
  day: string | null
  author: string | null
  /** Its categories and tags. */
  words: Json
  comments: number
  found: string
  to: string
  series: string | null
  edition: string | null
  /** `default`, `rule` or `hand`. */
  decided: string
  rule: string | null
  /** `waiting`, `done` or `failed`. */
  state: string
  /** Where it stands now. */
  target: string | null
  error: Json
}

/** Files of an older site that its texts show. */
type AttachmentsTable = {
  id: string
  url: string
  site: string
  /** By what the export knows it, and what it hangs on. */
  item: string | null
  of_item: string | null
  title: string | null
  alt: string | null
  kind: 'picture' | 'file'
  picture_id: string | null
  state: 'listed' | 'kept' | 'failed'
  error: Json
  at: number
}

/** What an item of an older site became, and what it said last. */
type ImportedTable = {
  site: string
  item: string
  kind: 'writing' | 'edition'
  target_id: string
  said: Json
  at: number
}

/** Where entries of an edition come from: a file, a calendar, a feed. */
type SourcesTable = {
  id: string
  edition_id: string
  name: string
  /** What it last said of the edition itself. */
  head: Json
  read_at: number
  /** Of what is, or was, read again and again: where, as what, and how it is called. */
  address: string | null
  kind: string | null
  title: string | null
  /** Null: it is not read again by itself. */
  state: 'watching' | 'paused' | null
  paused_because: 'curator' | 'failures' | 'refused' | null
  policy: string | null
  /** As what new events become entries: `draft` or `published`. */
  new_as: 'draft' | 'published' | null
  /** Fields that are the curator's alone. */
  ours: Json
  /** So many days around the edition's own count. */
  days_around: number | null
  /** Null: each time. */
  repeated: 'each' | 'one' | null
  /** Where it was found, and what the site said of that answer. */
  found_at: string | null
  etag: string | null
  last_modified: string | null
  /** Of the findings. */
  checksum: string | null
  /** How many findings it told last. */
  told: number | null
  /** Milliseconds between two readings, as its changes have taught. */
  pace: number | null
  next_at: number | null
  /** When it was last read with success, and when it last told something else. */
  last_read_at: number | null
  changed_at: number | null
  failures: number | null
  failing_since: number | null
  error: Json
  added_by: string | null
  added_by_account: string | null
  added_at: number | null
}

/** One import: a file that was uploaded, or a reading of a source that told something new. */
type ImportsTable = {
  id: string
  edition_id: string
  source_id: string | null
  name: string
  kind: string | null
  at: number
  by: string
  /** `held`: looked at, and not begun. */
  state: 'held' | 'waiting' | 'running' | 'done' | 'nothing-new' | 'failed'
  /** How the curator wants it. */
  wish: Json
  size: number | null
  /** How many findings are stored. */
  done: Generated<number>
  /** The report, as far as it has come. */
  summary: Json
  problem: Json
  ended_at: number | null
}

/** By what a source knows an entry, and what it last said of it. */
type IdentitiesTable = {
  entry_id: string
  source_id: string
  /** The source's UID and recurrence id; null where it gives none. */
  uid: string | null
  /** Kind and address, and kind, title and day: by these an entry is known that has no UID. */
  url_key: string | null
  title_key: string | null
  snapshot: string
  /** Where in the source each field was found: `{ title: 'json-ld' }`. */
  origins: Json
  /** `updated_at` of the entry when the two were last brought together: if it still is, nobody else wrote it. */
  stored_at: number
  /** The entry it belonged to before that was merged into this one; the same entry where others had told it before. */
  moved_from: string | null
  /** What the source says today, where that waits for a curator's answer: `snapshot` is what was settled last. */
  told: string | null
  /** When the source first told of it no more, and when somebody said what that means. */
  missing_at: number | null
  answered_at: number | null
}

/** What was pasted or dropped into an edition, and what was read out of it. */
type ReadingsTable = {
  id: string
  edition_id: string
  /** The entry that was read again; null where something new is looked for. */
  entry_id: string | null
  at: number
  by: string
  /** An address, a text, or what a dropped file held. */
  form: 'address' | 'text' | 'file'
  /** The address or the text; of a file its name. */
  input: string
  state: 'waiting' | 'read' | 'failed' | 'closed'
  /** Where an address led to. */
  url: string | null
  findings: Json
  problems: Json
  /** What the source says of itself (a post, a schedule). */
  head: Json
  /** What else belongs to the page: calendars, feeds. */
  alternates: Json
  /** By the number of a finding: the entry it became, or that it was dropped. */
  settled: Json
  read_at: number | null
  /** Of what was given (SHA-256): the same is not read twice while it is open. */
  digest: string | null
  /** What it is called in a list, and how many findings are left to be settled. */
  label: string | null
  found: number | null
  closed_at: number | null
  /** The source that is read again and again whose news this is. */
  source_id: string | null
  /** The suggestion that it belongs to. */
  suggestion_id: Generated<string | null>
}
