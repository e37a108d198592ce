import type { RecordingState } from '../finding.ts'
import type { Span } from '../phase.ts'
import type { Pin, Wish } from './starred.ts'

/**
 * What becomes of something starred: `live`; `later` as a recording that is there or expected; `missed`, which
 * cannot be seen; `open`, which waits for the reader (whole days, what lasts for days, what is there to be read);
 * `untimed`, whose hour nobody has told; `off`, which does not take place.
 */
export type Choice = 'live' | 'later' | 'missed' | 'open' | 'untimed' | 'off'

export type Decision = {
  id: string
  wish: Wish
  pin: Pin | null
  /** False where the reader pinned it and it cannot be so: it is over, has no hour, or is off. */
  held: boolean
  choice: Choice
  reason: Reason
  /** Null where no time is told. For a reader in the plan's zone. */
  span: Span | null
  /** As it is at the moment of the plan: nothing is `available` before its end. */
  recording: RecordingState
}

/**
 * Why, in one code and what belongs to it.
 *
 * - `free` (live): nothing else that is starred could be watched then
 * - `overlap` (live): `others` give way to it; (later, missed): it gives way to `others`, which are live; `because` says
 *   what it is about those that are live. Others are then those that it holds of
 * - `chosen`: the reader pinned it; `others` are live at the same time all the same
 * - `asleep`, `pause`: not wholly within waking hours, or into a pause
 * - `over`: it has been
 * - `whole-day`, `for-days`, `anytime` (open); `not-told`, `hour-not-told` (untimed, or later with a recording that is
 *   there); `cancelled`, `postponed` (off)
 */
export type Reason = {
  code: ReasonCode
  because: Because | null
  /** In order of their start, no more than `mostNamed`. */
  others: Other[]
  /** How many more there are. */
  more: number
}

export type ReasonCode =
  | 'free'
  | 'overlap'
  | 'chosen'
  | 'asleep'
  | 'pause'
  | 'over'
  | 'whole-day'
  | 'for-days'
  | 'anytime'
  | 'not-told'
  | 'hour-not-told'
  | 'cancelled'
  | 'postponed'

/**
 * What tips the scales for those that are live: it is a `must`, or something one would `like` to see, that has no
 * recording; its recording is only `expected`; `more` can be seen live this way; nothing but their `order` in time;
 * the reader has `chosen` it.
 */
export type Because = 'must' | 'like' | 'expected' | 'more' | 'order' | 'chosen'

/** Another one starred, and the overlap from `from` until `to`; `possible` where the end of one is not told. */
export type Other = { id: string; from: number; to: number; possible: boolean }

export const mostNamed = 5
