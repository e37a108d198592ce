import type { Doubt } from '../time/doubt.ts'
import type { Problem } from './problem.ts'

/**
 * What intake reads out of a file before a curator accepts it. The shape is the public one of
 * `daylong inspect`: fields that are not known are left out, never null or empty.
 *
 * Times are RFC 9557 strings: `2020-12-18T14:00:00+01:00[Europe/Berlin]`; with a fixed offset
 * `…+08:00[+08:00]`; without a zone (nobody told it, or `floating`) `2020-12-18T14:00:00`; a day
 * `2020-12-18`, whose `end` is the last day, included. A day with `allDay` lasts the whole day;
 * without it only the day is told and the hour is not.
 */
export type Finding = {
  kind: Kind
  title: string
  /** The address of the thing itself: the event's page, the statement's page. */
  url?: string
  published?: string
  summary?: string
  /** What the curator wrote around it, in their own words. */
  note?: string
  start?: string
  end?: string
  /** A clock time (`14:00`) where no day is told. */
  time?: string
  allDay?: boolean
  floating?: boolean
  status?: EventStatus
  /** Why it was cancelled, postponed or moved. */
  statusReason?: string
  attendance?: Attendance
  place?: FoundPlace
  organisations?: FoundOrganisation[]
  people?: FoundPerson[]
  languages?: string[]
  interpretation?: string[]
  captions?: string[]
  signLanguages?: string[]
  tags?: string[]
  image?: string
  /** What the picture shows. */
  imageAlt?: string
  /** In which its title, summary and note are written (BCP 47), and what they are in others. */
  language?: string
  translations?: Record<string, { title?: string; summary?: string; note?: string }>
  links?: FoundLink[]
  recording?: RecordingState
  registrationUntil?: string
  /** The source's own identifier, kept with the source and never given out as ours. */
  uid?: string
  recurrence?: string
  recurrenceId?: string
  sessions?: Finding[]
  /** Where each field came from. */
  from?: Record<string, Provenance>
  /** The source's own words for a field that was read out of words: `start`: “Friday 26 June – 13:30 (CET)”. */
  told?: Record<string, string>
  doubts?: FieldDoubt[]
}

export const kinds = ['event', 'statement', 'video', 'article', 'campaign', 'toolkit'] as const
export type Kind = (typeof kinds)[number]

/** schema.org EventStatusType, without its prefix. */
export type EventStatus = 'scheduled' | 'postponed' | 'rescheduled' | 'cancelled' | 'movedOnline'

/** schema.org EventAttendanceModeEnumeration, without its suffix. */
export type Attendance = 'online' | 'offline' | 'mixed'

export const linkRoles = [
  'source',
  'programme',
  'registration',
  'join',
  'livestream',
  'recording',
  'slides',
  'archive',
] as const
export type LinkRole = (typeof linkRoles)[number]

export type RecordingState = 'unknown' | 'none' | 'expected' | 'available' | 'removed'

export type FoundPlace = { name?: string; address?: string; country?: string; lat?: number; lon?: number }
export type FoundOrganisation = { name: string; url?: string; role?: string }
export type FoundPerson = { name: string; role?: string; url?: string; affiliation?: string }
export type FoundLink = { role: LinkRole; url: string; title?: string }
export type Provenance =
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'microformats'
  | 'open-graph'
  | 'oembed'
  | 'calendar'
  | 'feed'
  | 'wordpress'
  | 'mail'
  | 'schedule'
  | 'table'
  | 'text'
  /** Whoever suggested it said so. */
  | 'sender'
  /** The file itself, or its name. */
  | 'file'
/**
 * The first of its `choices` is the finding's own time; `settleDoubt` takes another one. `said`: the organiser's own
 * words that leave the doubt (`Finding.told`), kept with the entry.
 */
export type FieldDoubt = Doubt & { field: string; said?: string }

/** What a post, a schedule or an export says of itself: the first line of `daylong inspect`. */
export type ProgrammeHead = {
  title?: string
  text?: string
  url?: string
  published?: string
  authors?: { name: string; url?: string; bio?: string }[]
  hashtags?: string[]
  categories?: string[]
  tags?: string[]
  /** In which its title and text are written (BCP 47), and what they are in others. */
  language?: string
  translations?: Record<string, { title?: string; text?: string }>
  timeZone?: string
}

/** One line of `daylong inspect`, without the file's name. */
export type InspectLine = { programme: ProgrammeHead } | { finding: Finding } | { problem: Problem }
