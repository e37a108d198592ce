import type { ImportReport } from './import.ts'
import type { Problem } from './problem.ts'
import type { ToldRefusal } from './refusal.ts'

/** An export of an older site, from its being handed in until everything of it is brought in. */
export type Archive = {
  id: string
  state: ArchiveState
  /** The site it was made of, by its host and path. */
  site: string | null
  head: {
    title?: string
    url?: string
    authors: { login: string; name: string }[]
    /** What events name by numbers: venues and organisers. */
    named?: Record<string, string>
  }
  settings: ArchiveSettings
  /**
   * `edition`: the one that is being brought in, by the number of its post; `events`: those that are stored and wait for
   * what hangs on them, by theirs.
   */
  progress: {
    done: number
    of: number
    edition?: BegunEdition & { number: number }
    events?: Record<number, CountedEvent>
  } | null
  report: ArchiveReport | null
  problems: Problem[]
  by: string
  createdAt: number
  updatedAt: number
}

/** An edition of which some entries have been brought in, with the report of that. */
export type BegunEdition = { done: number; report: ImportReport }

/** What storing an event of a calendar plugin came to. */
export type CountedEvent = { entries: number; outcome: 'new' | 'changed' | 'unchanged' }

/** `taking`: it is being handed in; `review`: somebody has to look at it; `done`: everything decided is brought in. */
type ArchiveState = 'taking' | 'reading' | 'review' | 'bringing' | 'done' | 'failed'

export type ArchiveSettings = {
  /** Slug of the series that round-ups become editions of; null: they become posts. */
  series: string | null
  /** Home zone (IANA) of editions whose posts do not tell one. */
  zone: string | null
  /** Whether editions are shown to readers at once. */
  publish: boolean
  rules: ArchiveRule[]
}

export const destinations = ['edition', 'post', 'page', 'out'] as const
/** What becomes of an item: an edition of a series, an own post, a page; or it is left out. */
export type Destination = { to: 'edition'; series: string } | { to: 'post' | 'page' | 'out' }

/** A correction that holds for all that are alike in this. */
export type ArchiveRule = { id: string; field: RuleField; value: string; destination: Destination }
export const ruleFields = ['category', 'tag', 'author', 'title', 'type'] as const
export type RuleField = (typeof ruleFields)[number]

/** One item of an export, as it is told in the review. */
export type ArchiveItem = {
  number: number
  /** By what the site itself knows it: the same in every export of it. */
  key: string
  /** `post`, `page`, or what a plugin calls it. */
  type: string
  /** `publish`, `draft`, `private` … */
  status: string
  title: string
  day: string | null
  author: string | null
  categories: string[]
  tags: string[]
  comments: number
  found: Found
  destination: Destination
  /** Slug of the edition it becomes. */
  edition: string | null
  decided: 'default' | 'rule' | 'hand'
  rule: string | null
  state: 'waiting' | 'done' | 'failed'
  /** The path where it stands now. */
  target: string | null
  /** What was refused, to be said in any language; in English, what failed within Daylong. */
  error: ToldRefusal | string | null
}

/** What was found in its text. */
export type Found = {
  entries: number
  events: number
  /** Whether it lists many things, as a year's round-up does. */
  isList: boolean
  /** It is an event of a calendar plugin itself. */
  isEvent?: true
  /** The first of them. */
  first: { title: string; start?: string }[]
  /** How it begins. */
  words: string
  /** Scheduled there: when it was to come out, in epoch milliseconds. */
  due?: number
  /** BCP 47, where it is told. */
  language?: string
  /** What it and its translations have in common, within its site; and the title of the first of them, of another one. */
  translations?: string
  translationOf?: string
  /** Shortcodes and blocks that nothing was made of. */
  dropped: string[]
}

export type ArchiveReport = {
  posts: number
  pages: number
  editions: number
  entries: number
  comments: number
  left: number
  unchanged: number
  failed: number
  redirects: number
  attachments: number
  /** Fields that were changed here and stay, though the export says otherwise. */
  kept: { title: string; field: string }[]
}
