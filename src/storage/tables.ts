import type { Generated, Kysely } from 'kysely'
import type { Role } from '../domain/curator.ts'

/** A store's database, or a transaction on it. */
export type Db = Kysely<Tables>

/**
 * The tables, the same on SQLite and PostgreSQL. Names are the words of the product. Ids are UUIDv7 text; moments
 * are epoch milliseconds; days are ISO dates; yes and no are 1 and 0; columns of type `Json` hold JSON text, null
 * where there is nothing.
 */
export type Tables = {
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
  authors: AuthorsTable
  writing_authors: { writing_id: string; position: number; author_id: string }
  edition_authors: { edition_id: string; position: number; author_id: string }
  writings: WritingsTable
  writing_tags: { writing_id: string; position: number; tag_id: string }
  writing_categories: { writing_id: string; position: number; category_id: string }
  writing_revisions: WritingRevisionsTable
  comments: CommentsTable
  mentions: MentionsTable
  sent_mentions: SentMentionsTable
  visitors: VisitorsTable
  /** A device on which a visitor is known; `token`: hash of what the cookie holds. */
  visitor_sign_ins: {
    token: string
    /** By which its owner names it, and which opens nothing. */
    id: string | null
    visitor_id: string
    /** What the browser said of itself. */
    device: string | null
    made_at: number
    seen_at: number
  }
  /**
   * Pictures of those who take part, by `visitor` and their id or `mail` and its key. `address`: where a provider said
   * that there is one.
   */
  faces: { owner: string; address: string | null; picture_id: string | null; asked_at: number | null }
  /** Challenges that were worked for and used, until they would expire. */
  used_proofs: { key: string; until: number }
  /** How often something was done since a window began, by a key that tells what and by whom. */
  paces: { key: string; count: number; until: number }
  /** Texts, by their keyed hash, that somebody brought lately. */
  seen_texts: { digest: string; last_at: number }
  /** Words, by their keyed hash: in how many texts of each kind they stood. */
  spam_tokens: { token: string; spam: number; real: number; seen_at: number }
  /** What curators taught, so that it can be taken back. */
  spam_lessons: {
    of_id: string
    what: 'comment' | 'suggestion' | 'mention'
    label: 'spam' | 'real'
    tokens: string
    at: number
  }
  blocks: BlocksTable
  reports: ReportsTable
  moderation_acts: ModerationActsTable
  /** Who is told by mail that something waits, and when they last were. */
  queue_mails: { account_id: string; wants: number; told_at: number; language: Generated<string> }
  /** What somebody had typed before they went to sign in; `browser`: hash of what its cookie holds. */
  visitor_drafts: { id: string; browser: string; fields: string; back: string | null; made_at: number }
  visitor_ways: VisitorWaysTable
  /** As whom the site is known to servers of Mastodon; `client_secret` is sealed. */
  mastodon_servers: {
    origin: string
    client_id: string
    client_secret: string
    redirect_uri: string
    made_at: number
  }
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
  /** Two that look like one event, of which somebody has said that they are two; the smaller id first. */
  organisations_apart: { organisation_id: string; other_id: string; at: number; by: string }
  entries_apart: { entry_id: string; other_id: string; at: number; by: string }
  revisions: RevisionsTable
  pictures: { id: string; sha256: string; width: number; height: number; created_at: number; by: string }
  /** A picture in one width, as WebP. */
  picture_sizes: { picture_id: string; width: number; bytes: Uint8Array }
  /** Pictures of pages, by path and language; `version` is of what they show. */
  drawn_pictures: { address: string; version: string; bytes: Uint8Array; drawn_at: number }
  updates: UpdatesTable
  readings: ReadingsTable
  /** What a dropped file held, until it is read. */
  reading_files: { reading_id: string; bytes: Uint8Array }
  suggestions: SuggestionsTable
  suggestion_steps: SuggestionStepsTable
  /** What came of a suggestion, a new entry or a part of one that was there. */
  suggestion_entries: { suggestion_id: string; entry_id: string; as: 'entry' | 'merged' }
  /** What is written to senders in a series, where its curators have words of their own. */
  suggestion_templates: { series_id: string; language: string; kind: string; words: string }
  redirects: { from: string; to: string }
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
  plans: PlansTable
  plan_entries: PlanEntriesTable
  accounts: AccountsTable
  credentials: CredentialsTable
  sign_ins: SignInsTable
  verifications: VerificationsTable
  second_factors: SecondFactorsTable
  passkeys: PasskeysTable
  grants: { id: string; account_id: string; series_id: string | null; role: Role; granted_at: number }
  invitations: InvitationsTable
  audit: AuditTable
  jobs: JobsTable
  recurring_jobs: RecurringJobsTable
  blog_posts: BlogPostsTable
  /** Encrypted; in no backup. */
  blog_secrets: { edition_id: string; sealed: string }
  search_rows: SearchRowsTable
  recording_looks: RecordingLooksTable
  recording_offers: RecordingOffersTable
  /** What becomes of recordings that are found, by the id of a series or an edition. */
  recording_policies: { of_id: string; policy: 'propose' | 'automatic' }
  mails: MailsTable
  link_looks: LinkLooksTable
  /** Addresses in texts, and those of organisations: where a link stands that is none of an entry. */
  text_links: { kind: 'edition' | 'series' | 'writing' | 'organisation'; target_id: string; url: string }
  kept_texts: KeptTextsTable
  subscribers: SubscribersTable
  subscriptions: SubscriptionsTable
  notices: NoticesTable
  /** Up to which revision of an edition readers were, or are about to be, told. */
  notice_cursors: { edition_id: string; number: number }
  open_news: OpenNewsTable
  /** How often a mailbox, by its hash, was asked on a day of UTC whether it is to be told something. */
  asks: { key: string; day: number; count: number }
  incoming_mails: IncomingMailsTable
  /** As it came, until it is taken in. */
  incoming_mail_sources: { mail_id: string; bytes: Uint8Array }
  /** Domains whose mails speak for an organisation, besides that of its site. */
  organisation_domains: {
    organisation_id: string
    domain: string
    state: 'confirmed' | 'refused'
    at: number
    by: string
  }
  /** Who may edit what an organisation takes part in. `token` and `device` are hashes: of the link, and of the cookie. */
  organisers: {
    id: string
    organisation_id: string
    mail: string
    token: string
    device: string | null
    asked_at: number
    opened_at: number | null
    expires_at: number
  }
  organiser_changes: OrganiserChangesTable
}

type Json = string | null

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

type AuthorsTable = {
  id: string
  slug: string
  name: string
  bio: string | null
  picture: string | null
  /** Where else they are found: a CV, a profile. */
  links: Generated<Json>
  created_at: number
  updated_at: number
}

/** The curator's own posts and pages. */
type WritingsTable = {
  id: string
  kind: 'post' | 'page'
  slug: string
  title: string
  text: string
  excerpt: string | null
  state: 'draft' | 'published' | 'withdrawn'
  /** On the calendar of who wrote it: the address of a post is made of it. */
  day: string
  published_at: number | null
  /** Of a page: the one it lies below, its place beside others, and whether the head of every page names it. */
  parent_id: string | null
  position: Generated<number>
  in_menu: Generated<number>
  revision: Generated<number>
  created_at: number
  updated_at: number
  commenting: Generated<'open' | 'closed' | 'hidden'>
  /** 1: a curator opened it by hand, and it closes by no time. */
  kept_open: Generated<number>
}

type WritingRevisionsTable = {
  writing_id: string
  number: number
  at: number
  by: string
  act: string
  before: Json
  after: Json
}

/** What somebody said below an edition, an entry, a post or a page. No IP address is kept. */
type CommentsTable = {
  id: string
  edition_id: string | null
  entry_id: string | null
  writing_id: string | null
  parent_id: string | null
  /** `mention`: another site told that it links here. */
  kind: 'comment' | 'mention'
  state: 'approved' | 'pending' | 'spam' | 'removed'
  author_name: string | null
  author_url: string | null
  account_id: string | null
  text: string
  at: number
  /** By what an export knows it. */
  origin: string | null
  updated_at: number
  /** Who said it, where they are a visitor; curators by `account_id`, guests by neither. */
  visitor_id: Generated<string | null>
  /** Of a guest, and never shown. The key tells only whether two are the same (keyed hash). */
  mail: Generated<string | null>
  mail_key: Generated<string | null>
  /** Of the network it came from (keyed hash); forgotten soon. */
  from_key: Generated<string | null>
  /** Hash of what lets a guest change it for a while. */
  edit_key: Generated<string | null>
  language: Generated<string | null>
  /** Why it waits, or was taken for spam. */
  evidence: Generated<Json>
  /** Who approved, held or removed it; `writer`: they took it back themselves, and its words are gone. */
  decided_by: Generated<string | null>
  edited_at: Generated<number | null>
  decided_at: Generated<number | null>
  /** A face that is kept here; without one, a drawn one is shown. */
  picture_id: Generated<string | null>
  /** What the verdict made of it; told once somebody has decided otherwise. */
  weighed_as: Generated<'approved' | 'pending' | 'spam' | 'removed' | null>
  /** What the service outside said of it, and what that was told since. */
  service_said: Generated<'spam' | 'real' | null>
  service_told: Generated<'spam' | 'real' | null>
  /** The network that service is told of; forgotten with `from_key`. */
  service_from: Generated<string | null>
}

/** A page elsewhere (`source`) that is said to link to one of ours; by the hash of both addresses. */
type MentionsTable = {
  key: string
  source: string
  target: string
  edition_id: string | null
  entry_id: string | null
  writing_id: string | null
  /** What it became below that. */
  comment_id: string | null
  /** Of the network it was told from (keyed hash), until it was looked at. */
  from_key: string | null
  /** `waiting`: to be looked at; `kept`: it links here; `gone`: not any more; `refused`: it never did, or cannot be read. */
  state: 'waiting' | 'kept' | 'gone' | 'refused'
  tries: number
  due_at: number | null
  asked_at: number
}

/** A link in a text of ours, of which its site is told. */
type SentMentionsTable = {
  of: 'edition' | 'entry' | 'writing'
  of_id: string
  url: string
  /** The address of ours that was told; it stays, so that the other site knows it again. */
  source: string
  /** Of the text that it is told for. */
  digest: string
  /** 0: the link was taken out. */
  stands: number
  /** `none`: the site takes no webmentions. */
  state: 'waiting' | 'sent' | 'none' | 'failed'
  tries: number
  due_at: number | null
  at: number
}

/** Whose, and what is in which, is held as spam; `value` is compared, `said` is shown. `series_id` null: everywhere. */
type BlocksTable = {
  id: string
  kind: 'visitor' | 'account' | 'mail' | 'network' | 'domain' | 'word'
  value: string
  said: string
  reason: string
  series_id: string | null
  made_at: number
  made_by: string
  until: number | null
}

type ReportsTable = {
  id: string
  comment_id: string
  from_key: string
  reason: string
  text: string
  at: number
  settled_at: Generated<number | null>
}

/** One act of a curator on comments, with what each was before: it can be taken back. */
type ModerationActsTable = {
  id: string
  at: number
  account_id: string
  act: string
  before: string
  undone_at: Generated<number | null>
}

/**
 * Somebody who takes part and has no account of the site: what a provider, or a mailbox, told of them. Who they are is
 * `provider`, `issuer` and `subject` alone, and nothing is ever joined by a mail address.
 */
type VisitorsTable = {
  id: string
  provider: string
  issuer: string
  subject: string
  name: string
  /** The name that was told last; another than `name` where they chose one. */
  told_name: Generated<string | null>
  url: string | null
  picture_id: string | null
  mail: string | null
  mail_key: string | null
  made_at: number
  seen_at: number
}

/**
 * Somebody on their way to sign in: to a provider and back, or to their mailbox. `token`: hash of the state, or of what
 * stands in the link; `browser`: hash of the cookie of the browser they went from.
 */
type VisitorWaysTable = {
  token: string
  browser: string
  provider: string
  /** Of Mastodon the server; of a mailbox its address. */
  server: string | null
  /** Sealed. */
  secrets: string | null
  /** Hash of what can be typed instead of opening the link, and how often that was tried. */
  code: string | null
  tries: number
  back: string
  draft_id: string | null
  made_at: number
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
  /** The entry it belonged to before that was merged into this one. */
  moved_from: string | null
  /** What the source says today, where that waits for a curator's answer: `snapshot` is what was settled last. */
  told: string | null
  /** When the source first told of it no more, and when somebody said what that means. */
  missing_at: number | null
  answered_at: number | null
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

/** A post of a WordPress blog that is kept like an edition. */
type BlogPostsTable = {
  edition_id: string
  site: string
  api: string
  user: string | null
  zones: string
  post: number | null
  url: string | null
  state: string
  kept: string | null
  sending: string | null
  theirs: string | null
  sent_at: number | null
  failures: Generated<number>
  why: string | null
  by: string
  created_at: number
  updated_at: number
}

type MailsTable = {
  id: string
  to: string
  subject: string
  /** Null once a mail that opens doors has been sent. */
  text: string | null
  html: string | null
  purpose: string
  /** `kept`: to be read in the outbox, because there is no mail server. */
  state: 'waiting' | 'kept' | 'sent'
  created_at: number
  settled_at: number | null
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

/** What somebody from outside offers to an edition; what they gave to be read is in its readings. */
type SuggestionsTable = {
  id: string
  edition_id: string
  state: string
  door: 'form' | 'mail'
  made_at: number
  changed_at: number
  language: string
  words: string
  label: string
  name: string | null
  /** Of the sender, and never shown to readers; it is forgotten. The key tells only whether two are the same. */
  mail: string | null
  organisation: string | null
  /** Of the sender's own site, to be thanked with. */
  url: Generated<string | null>
  visitor_id: string | null
  account_id: string | null
  mail_key: string | null
  /** Of the network it came from (keyed hash); forgotten soon. */
  from_key: string | null
  /** Of the form it was sent with: sent twice it is one. */
  form_key: string | null
  verdict: 'approved' | 'pending' | 'spam'
  evidence: Json
  /** As of a comment. */
  service_said: Generated<'spam' | 'real' | null>
  service_told: Generated<'spam' | 'real' | null>
  service_from: Generated<string | null>
  is_credited: Generated<number>
}

type SuggestionStepsTable = {
  /** Rises with time. */
  id: string
  suggestion_id: string
  at: number
  who: 'sender' | 'curator' | 'site'
  by: string | null
  act: string
  words: string | null
  before: string | null
  after: string
  detail: Json
}

/** Somebody who signs in. What they may do is granted (`grants`). */
type AccountsTable = {
  id: string
  name: string
  /** In small letters. */
  email: string
  email_verified: Generated<number>
  image: string | null
  /** Whether signing in takes a code of an authenticator app (`second_factors`). */
  has_codes: Generated<number>
  created_at: number
  updated_at: number
}

/** A password, by its hash. */
type CredentialsTable = {
  id: string
  account_id: string
  provider: string
  subject: string
  password: string | null
  created_at: number
  updated_at: number
}

/** A device on which an account is signed in; a *session* is an event inside an event. */
type SignInsTable = {
  id: string
  account_id: string
  /** Hash of what the cookie holds. */
  token: string
  means: string
  /** Whether it took a second factor, or a passkey, which is two. */
  is_strong: Generated<number>
  expires_at: number
  ip_address: string | null
  user_agent: string | null
  created_at: number
  /** When it was last seen, to the hour. */
  updated_at: number
}

/** What was handed out to be brought back once: links in mails, challenges. Identifiers are hashes. */
type VerificationsTable = {
  id: string
  identifier: string
  value: string
  expires_at: number
  created_at: number
  updated_at: number
}

/** The secret of an authenticator app and the recovery codes beside it, encrypted. */
type SecondFactorsTable = {
  id: string
  account_id: string
  secret: string
  recovery_codes: string
  is_verified: Generated<number>
  failures: Generated<number>
  locked_until: number | null
}

type PasskeysTable = {
  id: string
  account_id: string
  name: string | null
  public_key: string
  credential: string
  counter: number
  device_type: string
  is_backed_up: number
  transports: string | null
  maker: string | null
  created_at: number | null
}

type InvitationsTable = {
  id: string
  email: string
  role: Role
  series_id: string | null
  invited_by: string | null
  /** Hash of what stands in the link. */
  token: string
  created_at: number
  sent_at: number
  expires_at: number
}

/** Who did what to accounts, roles and the site; never changed. */
type AuditTable = {
  id: string
  at: number
  account_id: string | null
  /** Name or mail address as it was then; `host` for the command line. */
  who: string
  act: string
  subject: string | null
  details: Json
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

/** What one reader starred, and when they are awake. */
type PlansTable = {
  id: string
  /** Hash of what their cookie and their private address carry. */
  token: string
  /** The plan it was taken into: its address leads there. */
  merged_into: string | null
  /** Grows with every change. */
  revision: number
  zone: string | null
  awake: string | null
  pauses: string | null
  made_at: number
  changed_at: number
  /** To the day. */
  used_at: number
  /** When its page was last looked at, and when in the visit before this one. */
  seen_at: number | null
  seen_before: number | null
}

type PlanEntriesTable = {
  plan_id: string
  entry_id: string
  wish: string
  pin: string | null
  /** When it was to begin as it was starred. */
  starts_at: number | null
  at: number
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

/** Where somebody is told: a mail address, or a browser's push endpoint. Removed when nothing is left to tell. */
type SubscribersTable = {
  id: string
  channel: 'mail' | 'push'
  address: string
  /** Of one mailbox, however it is written, or of one endpoint. */
  address_key: string
  /** What a push message is encrypted with. */
  keys: Json
  language: string
  zone: string
  awake: string
  digest_hour: number
  /** `asked`: nobody has opened the link yet; `bounced`: nothing can be delivered there. */
  state: 'asked' | 'confirmed' | 'bounced'
  /** How often it was asked to confirm since it last did, and when last. */
  asks: number
  asked_at: number
  bounces: number
  bounced_at: number | null
  made_at: number
}

type SubscriptionsTable = {
  id: string
  subscriber_id: string
  what: string
  /** Id of the edition, the entry, the plan or the series. */
  target: string
  wants: string
  asked_at: number
  confirmed_at: number | null
  /** Of a digest: when the next is due, and when the last was. */
  next_at: number | null
  last_at: number | null
}

type NoticesTable = {
  id: string
  subscriber_id: string
  subscription_id: string
  channel: 'mail' | 'push'
  kind: string
  /** What it is told at: of one subscriber each once. */
  occasion: string
  /** Id of what it is of: an entry, an edition. */
  subject: string
  data: Json
  state: 'waiting' | 'sent' | 'dropped' | 'failed'
  due_at: number
  /** After this it is of no use any more. */
  until_at: number | null
  attempts: number
  worker: string | null
  leased_until: number | null
  made_at: number
  settled_at: number | null
  error: Json
}

/** Changes of an entry that are not told yet: more may follow. */
type OpenNewsTable = {
  entry_id: string
  edition_id: string
  first_number: number
  last_number: number
  first_at: number
  last_at: number
}

/** A mail that came in, each once. `client`: who handed it over, until it is looked at. */
type IncomingMailsTable = {
  id: string
  key: string
  door: 'mailbox' | 'listener'
  came_at: number
  recipient: string
  sender: string | null
  client: Json
  is_whole: number
  state: 'waiting' | 'taken' | 'left'
  why: string | null
  /** Keyed hash of the mailbox that it says it is from. */
  mail_key: string | null
  /** For which it is proven to be written. */
  domain: string | null
  /** Digest of what its domain signed it with: who hands on a mail of somebody else has the same. */
  signature: Generated<string | null>
  proof: Json
  edition_id: string | null
  suggestion_id: string | null
  answered_at: number | null
  settled_at: number | null
}

type OrganiserChangesTable = {
  id: string
  organisation_id: string
  edition_id: string
  entry_id: string
  mail: string
  at: number
  told: string
  state: 'waiting' | 'live' | 'accepted' | 'declined'
  /** Of the edition, that made it. */
  revision: number | null
  settled_at: number | null
  settled_by: string | null
}
