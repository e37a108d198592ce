import type { EventTime, Instants } from './event-time.ts'
import type { Attendance, EventStatus, FieldDoubt, Kind, LinkRole, RecordingState } from './finding.ts'
import type { TextShown } from './links/kept-text.ts'
import type { EntryWord, Translations } from './translation.ts'

/** One item of an edition, as it is read for a page, a calendar or a feed. */
export type Entry = Instants & {
  /** Our UID: a UUIDv7, given once, never changed. */
  id: string
  slug: string
  kind: Kind
  title: string
  /** Whether readers see it. */
  state: EntryState
  /** When a draft is to be published by itself (epoch milliseconds). */
  publishAt: number | null
  summary: string | null
  /** The curator's own words about it (Markdown). */
  note: string | null
  time: EventTime
  status: EventStatus
  /** Why it was cancelled, postponed or moved, in the curator's words. */
  statusReason: string | null
  attendance: Attendance | null
  place: Place | null
  organisations: OrganisationRef[]
  people: PersonRef[]
  links: Link[]
  recording: RecordingState
  registrationUntil: string | null
  languages: string[]
  interpretation: string[]
  captions: string[]
  signLanguages: string[]
  tags: Tag[]
  image: string | null
  /** What the picture shows, for those who do not see it. */
  imageAlt: string | null
  doubts: FieldDoubt[]
  /** ISO date on which a statement, video or article came out. */
  published: string | null
  /** In which its title, summary and note are written (BCP 47); null: that of the edition. */
  language: string | null
  translations: Translations<EntryWord>
  /** In which language each is said, where this is how a reader sees it. */
  saidIn?: Partial<Record<EntryWord, string | null>>
  /** Why readers may see the text that was kept of it. */
  textShown?: TextShown | null
  /** Raised with every change a calendar has to hear of (RFC 5545 SEQUENCE). */
  sequence: number
  createdAt: number
  updatedAt: number
  /** Events inside this event, in order of time. */
  sessions: Entry[]
}

/**
 * Draft: only those who may write see it. Withdrawn: readers do not see it any more; it is kept and can be brought
 * back. An event that does not take place is cancelled (`status`), not withdrawn.
 */
export const entryStates = ['draft', 'published', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

/** What an organisation has to do with an entry; null: it holds it, or is one of several that do. */
export const organisationRoles = ['host', 'partner', 'supporter', 'speaker'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

export type Link = {
  role: LinkRole
  url: string
  title: string | null
  health: LinkHealth
  visibility: 'public' | 'near-start'
}
type LinkHealth = 'unknown' | 'fine' | 'moved' | 'gone' | 'changed-hands'
/** `slug`: of the page across editions, where there is one; a person's may have been taken away by a curator. */
export type OrganisationRef = {
  id: string
  slug?: string | null
  name: string
  url: string | null
  role: OrganisationRole | null
}
export type PersonRef = {
  id: string
  slug?: string | null
  name: string
  url: string | null
  role: string | null
  affiliation: string | null
}
export type Place = {
  name: string | null
  address: string | null
  country: string | null
  lat: number | null
  lon: number | null
}
export type Tag = { slug: string; name: string }
