import type { Waking } from '../waking.ts'
import type { DailyPause } from './daily-pause.ts'
import type { Pin, Wish } from './starred.ts'

/** An entry, or a session, that a reader wants to see, as it is kept. */
export type Star = {
  entryId: string
  wish: Wish
  pin: Pin | null
  /** When it was to begin as it was starred (epoch milliseconds): whoever looks again is told that it moved. */
  startsAt: number | null
  /** When it was starred. */
  at: number
}

/** What one reader keeps, beside the stars. */
export type KeptPlan = {
  id: string
  /** Grows with every change. */
  revision: number
  /** Of the reader; null: nobody has told. */
  zone: string | null
  /** Null: nobody has told. */
  waking: Waking | null
  pauses: DailyPause[]
  changedAt: number
  /** To the day. */
  usedAt: number
  /** When its page was last looked at, and when in the visit before this one. */
  seenAt: number | null
  seenBefore: number | null
}

/** More than anybody can watch in a year; and what one address may cost. */
export const mostStars = 2000
