import type { Channel } from './notice/subscription.ts'
import type { ToldSetback } from './setback.ts'

/** Every kind of work that can be due, with what a job of it is told. */
export type JobData = {
  'send-mail': { mail: string }
  'clean-up': null
  /** A draft that is to be published by itself: an entry of the edition, (null) the edition, or a post or page. */
  publish: { edition: string; entry: string | null } | { writing: string }
  read: { reading: string }
  'read-source': { source: string }
  /** A source of a figure, by the id of its watch. */
  'read-figure': { watch: string }
  import: { import: string }
  /** Exports of older sites: each is read and brought in a minute at a time. */
  'read-archive': { archive: string }
  'bring-in-archive': { archive: string }
  'fetch-attachments': { archive: string }
  /** The post of a blog that is kept like an edition. */
  'write-blog-post': { edition: string }
  /** Finds the events whose recordings are to be looked at. */
  'foresee-recordings': null
  'look-at-recording': { entry: string }
  /** All links that are due, batch by batch; one job for all of them. */
  'look-at-links': null
  /** All pages that an archive is to be asked to save. */
  'save-pages': null
  /** Looks, each minute, for what readers are to be told. */
  'make-notices': null
  /** Tells them what is due, by one of several ways at the same time. */
  'send-notices': { channel: Channel; lane: number }
  /** Reads what mail servers sent back. */
  'read-returns': null
  /** Reads what anybody sent to the mailbox for suggestions. */
  'read-mailbox': null
  /** A mail that came in, by whichever door. */
  'settle-mail': { mail: string }
  /** Tells sites that texts of this one link to them; one job for all of them. */
  'send-mentions': null
  /** Looks at pages that are said to link here; one job for all of them. */
  'read-mentions': null
  /** Asks a service outside what it holds of a text; tells it what a curator made of that. */
  'ask-spam-service': { what: 'comment' | 'suggestion'; id: string }
  'tell-spam-service': { what: 'comment' | 'suggestion'; id: string }
  /** Pictures of those who take part; one job for all of them. */
  'fetch-faces': null
  /** Writes to those who asked to be told that comments wait for them. */
  'tell-moderators': null
}
export type JobKind = keyof JobData

/**
 * - `attempts`: how often it is tried before it is kept as failed
 * - `seconds`: how long one attempt may take
 * - `atOnce`: how many of its kind one process runs at the same time
 * - `longestPause`: between two attempts, in milliseconds, where that is not to grow to hours
 * - `isPressing`: somebody waits for it, or it has its moment: it goes before all else, and room is kept for it
 */
export type JobRule = {
  attempts: number
  seconds: number
  atOnce: number
  longestPause?: number
  isPressing?: true
}

export const jobRules: Record<JobKind, JobRule> = {
  'send-mail': { attempts: 12, seconds: 60, atOnce: 4, isPressing: true },
  'clean-up': { attempts: 5, seconds: 120, atOnce: 1 },
  publish: { attempts: 12, seconds: 60, atOnce: 2, isPressing: true },
  read: { attempts: 5, seconds: 90, atOnce: 2, isPressing: true },
  'read-source': { attempts: 5, seconds: 180, atOnce: 2 },
  'read-figure': { attempts: 5, seconds: 120, atOnce: 1 },
  // It goes on from where it was: a larger one takes several attempts, and one that is lost is soon taken up.
  import: { attempts: 20, seconds: 120, atOnce: 1 },
  'read-archive': { attempts: 8, seconds: 180, atOnce: 1 },
  'bring-in-archive': { attempts: 8, seconds: 180, atOnce: 1 },
  'fetch-attachments': { attempts: 8, seconds: 180, atOnce: 1 },
  'write-blog-post': { attempts: 8, seconds: 90, atOnce: 1 },
  'foresee-recordings': { attempts: 3, seconds: 60, atOnce: 1 },
  'look-at-recording': { attempts: 5, seconds: 240, atOnce: 3 },
  // It begins no batch after 100 seconds.
  'look-at-links': { attempts: 5, seconds: 240, atOnce: 1 },
  'save-pages': { attempts: 5, seconds: 240, atOnce: 1 },
  'make-notices': { attempts: 5, seconds: 120, atOnce: 1, isPressing: true },
  // A server that is down is asked for as long as there is something to tell.
  'send-notices': { attempts: 100_000, seconds: 120, atOnce: 4, longestPause: 600_000, isPressing: true },
  'read-returns': { attempts: 3, seconds: 120, atOnce: 1 },
  'read-mailbox': { attempts: 3, seconds: 240, atOnce: 1 },
  'settle-mail': { attempts: 12, seconds: 120, atOnce: 2 },
  // They begin no batch after 100 seconds, as do faces.
  'send-mentions': { attempts: 5, seconds: 240, atOnce: 1 },
  'read-mentions': { attempts: 5, seconds: 240, atOnce: 1 },
  // What it says counts while a curator has not decided: after some hours it is asked no more.
  'ask-spam-service': { attempts: 8, seconds: 60, atOnce: 2 },
  'tell-spam-service': { attempts: 8, seconds: 60, atOnce: 1 },
  'fetch-faces': { attempts: 5, seconds: 240, atOnce: 1 },
  'tell-moderators': { attempts: 3, seconds: 60, atOnce: 1 },
}

/** How many jobs one process runs at the same time, and of these how many only if they are pressing. */
export const roomForJobs = { all: 8, keptForPressing: 3 }

/** A job as it is stored. Moments are epoch milliseconds. */
export type Job = {
  id: string
  kind: string
  key: string | null
  data: unknown
  state: 'waiting' | 'running' | 'done' | 'failed'
  dueAt: number
  /** How often it was begun. */
  attempts: number
  worker: string | null
  startedAt: number | null
  leasedUntil: number | null
  endedAt: number | null
  /** What kept it from being done the last time. */
  setback: ToldSetback | null
}

/** A job that a worker has taken: until the lease ends, nobody else runs it. The attempt makes the lease its own. */
export type Lease = {
  id: string
  kind: string
  data: unknown
  dueAt: number
  worker: string
  attempt: number
}
