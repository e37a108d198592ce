import type { Entry } from '../../domain/entry.ts'
import type { Key } from './words.ts'

/** Says a message of the catalogues in the language of the calendar. */
export type Say = (key: Key, values?: Record<string, string | number>) => string

/** What a calendar is written in, and as of when: that alone decides which recordings can be there, and how soon to ask again. */
export type CalendarReader = { say: Say; locale: string; now: number }

/** What a calendar says of itself. Addresses are absolute. */
export type CalendarHead = {
  /** Never changes, whatever the calendar is called or wherever it moves (RFC 7986 UID). */
  id: string
  /** Null: it is an event in a file, and no calendar of its own. */
  name: string | null
  /** Plain text. */
  about: string | null
  /** The page of the same. */
  page: string
  /** The address of the calendar itself; null: it is a file, and nobody is told to ask for it again. */
  source: string | null
  /** `#rrggbb` */
  accent: string | null
  /** In which its name is (BCP 47). */
  language: string | null
  /** When what it holds last changed (epoch milliseconds). */
  changedAt: number
}

/** An event, or a session of one, in a calendar. */
export type CalendarItem = {
  entry: Entry
  /** The event that a session belongs to. */
  of: Entry | null
  /** Its page, absolute. */
  page: string
  /** The site's own address, that pictures kept here lie below. */
  baseUrl: string
  /** In which it is written where it does not say so itself (BCP 47). */
  language: string | null
  /** For how long an event without an end counts as on: nothing that is written, only when it is over. */
  assumedMinutes: number
  /** What stands first in its description: a word on the reader's own plan. */
  lead?: string
  /** Whether its sessions are told in its description, because they are not in the calendar themselves. */
  tellsSessions?: boolean
}

/**
 * What was published once and is not any more, without its words: whoever took it back may have had a reason. Calendars
 * that have it learn that it is gone.
 */
export type GoneItem = Pick<
  Entry,
  'id' | 'time' | 'startsAt' | 'endsAt' | 'sequence' | 'createdAt' | 'updatedAt'
>
