import { addDays } from '../time/days.ts'
import type { Content } from './content.ts'
import type { Problem } from './problem.ts'
import type { Edition } from './programme.ts'

/**
 * What becomes of what a watched source tells:
 * - `propose` new events and changes wait for a curator
 * - `accept-new` new events become entries, changes wait
 * - `accept-changes` changes are taken over, new events wait
 * - `mirror` both, and what it cancels is cancelled
 * What others told first, or a person wrote, is changed by none of them without asking.
 */
export const sourcePolicies = ['propose', 'accept-new', 'accept-changes', 'mirror'] as const
export type SourcePolicy = (typeof sourcePolicies)[number]

/** Why an address was not read, or what is odd about what it told: a code with the sentence for the curator. */
export type SourceError = Problem<
  Problem['code'] | 'tells-nothing' | 'tells-less' | 'tells-half' | 'tells-page'
>

/** Something that entries of an edition are told from, read again and again. Moments are epoch milliseconds. */
export type WatchedSource = {
  id: string
  editionId: string
  /** By this name entries know it: the address at which it was first found. */
  name: string
  address: string
  kind: string | null
  title: string | null
  state: 'watching' | 'paused'
  pausedBecause: 'curator' | 'failures' | 'refused' | null
  policy: SourcePolicy
  newAs: 'draft' | 'published'
  /** Fields that are the curator's: the source is not asked about them. */
  ours: (keyof Content)[]
  daysAround: number
  /** Whether what comes again and again is an entry each time, or one with its dates. */
  repeated: 'each' | 'one'
  foundAt: string | null
  etag: string | null
  lastModified: string | null
  checksum: string | null
  told: number
  pace: number
  nextAt: number | null
  lastReadAt: number | null
  changedAt: number | null
  failures: number
  failingSince: number | null
  error: SourceError | null
  addedBy: string
  addedByAccount: string | null
  addedAt: number
}

/** What a curator may choose of a source. */
export type SourceWish = Pick<WatchedSource, 'policy' | 'newAs' | 'ours' | 'daysAround' | 'repeated'>

/** What an import may do by itself; what it may not waits for a curator. */
export type Taking = {
  new: 'propose' | 'draft' | 'published'
  changes: 'propose' | 'accept'
  /** Whether an event is cancelled because the source says so. */
  cancels: boolean
  /** Whether it changes by itself only what it told first: what others told, or a person wrote, is asked about. */
  onlyOwn?: boolean
  ours: readonly (keyof Content)[]
  /** First and last day of what is of interest where nothing is known of it yet; null: everything. */
  days: { events: Days; others: Days } | null
}
type Days = { from: string; to: string }

export function takingOf(
  { policy, newAs, ours, daysAround }: SourceWish,
  { startsOn, endsOn }: Pick<Edition, 'startsOn' | 'endsOn'>,
): Taking {
  const takesNew = policy === 'accept-new' || policy === 'mirror'
  const around = (days: number) => ({ from: addDays(startsOn, -days), to: addDays(endsOn, days) })
  return {
    new: takesNew ? newAs : 'propose',
    changes: policy === 'accept-changes' || policy === 'mirror' ? 'accept' : 'propose',
    cancels: policy === 'mirror',
    onlyOwn: true,
    ours,
    days: { events: around(daysAround), others: around(Math.max(daysAround, daysAroundTexts)) },
  }
}

/** Statements and films come out before the day and long after it. */
const daysAroundTexts = 31
export const usualDaysAround = 7
export const mostDaysAround = 366

/** What is wished of a source before anybody has said: the calmest there is. */
export const usualWish: SourceWish = {
  policy: 'propose',
  newAs: 'draft',
  ours: [],
  daysAround: usualDaysAround,
  repeated: 'each',
}

/** Whether something new is of the days that are of interest. What tells no day may be. */
export function isWithin({ kind, time, published }: Content, days: Taking['days']): boolean {
  if (!days) return true
  if (kind === 'event') {
    if (time.start === null) return true
    return (
      (time.end ?? time.start).slice(0, 10) >= days.events.from && time.start.slice(0, 10) <= days.events.to
    )
  }
  const day = published?.slice(0, 10)
  return !day || !/^\d{4}-\d\d-\d\d$/.test(day) || (day >= days.others.from && day <= days.others.to)
}

/** What a source says, with the curator's own fields as they were settled: nothing is proposed about these. */
export function theirsOf(told: Content, base: Content, ours: readonly (keyof Content)[]): Content {
  const kept = [...ours, 'note' as const].map(field => [field, base[field] ?? emptyOf(told[field])])
  return { ...told, ...Object.fromEntries(kept) }
}

/** What was said before there was such a field. */
function emptyOf(value: unknown): unknown {
  return Array.isArray(value) ? [] : null
}

/** Fields that a curator may keep for themselves, in the order of the form. */
export const fieldsToKeep = [
  'title',
  'summary',
  'time',
  'place',
  'organisations',
  'people',
  'links',
  'languages',
  'tags',
  'image',
] as const satisfies (keyof Content)[]
