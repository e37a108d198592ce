import { pauseAfter } from '../back-off.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What the next look at the recording of an event depends on. Moments are epoch milliseconds. */
export type LookPacing = {
  now: number
  start: number
  /** Its end, or the one that is assumed. */
  end: number
  /** Whether a stream of it is known. */
  isStreamed: boolean
  /**
   * - `open` nobody knows of a recording yet; `known` there is one
   * - `unsure` it seems to be gone, which a second look has to confirm; `making` it is being made
   */
  standing: 'open' | 'known' | 'unsure' | 'making'
  isLive: boolean
  /** How many looks in a row have seen nothing. */
  failures: number
  /** In seconds, as a provider asked for. */
  retryAfter: number | null
  /** From 0 to 1. */
  chance: number
}

/** How long before its start a stream is looked for. */
export const earlyMs = 5 * minute
/** How long after the end the first look for a recording is. */
const lateMs = 10 * minute

/** When something seems to be gone, the look that confirms it comes no sooner. */
export const unsureMs = 6 * hour

/**
 * When to look next: every few minutes while it should be live, soon after its end, then ever more rarely, for ever.
 * Where nothing could be seen, later, and not before the provider asked for.
 */
export function nextLook(pacing: LookPacing): number {
  const { now, start, end, isStreamed, failures, retryAfter, chance } = pacing
  if (now < start - earlyMs && isStreamed) return start - earlyMs
  if (now < end && !isStreamed) return end + lateMs
  const wait = waitOf(pacing)
  const patience = failures > 0 ? Math.min(day, pauseAfter(failures, chance)) : 0
  const asked = Math.min((retryAfter ?? 0) * 1000, 7 * day)
  return Math.round(now + Math.max(wait * (0.9 + chance / 5), patience, asked))
}

function waitOf({ now, end, standing, isLive }: LookPacing): number {
  const since = now - end
  if (since < lateMs || (isLive && since < 12 * hour)) return 5 * minute
  if (standing === 'unsure') return unsureMs
  if (standing === 'making' && since < 2 * day) return 30 * minute
  const steps = standing === 'known' ? whenKnown : whenOpen
  return steps.find(([until]) => since < until)![1]
}

type Step = [until: number, wait: number]

const whenOpen: Step[] = [
  [3 * hour, 20 * minute],
  [day, 2 * hour],
  [7 * day, 12 * hour],
  [30 * day, 2 * day],
  [180 * day, 14 * day],
  [Infinity, 60 * day],
]

/** What is there may be made longer, or taken away. */
const whenKnown: Step[] = [
  [day, 6 * hour],
  [3 * day, day],
  [30 * day, 7 * day],
  [365 * day, 30 * day],
  [Infinity, 90 * day],
]
