import { likenessOf } from '../identity/titles/likeness.ts'
import { titleWords } from '../identity/titles/title-words.ts'
import type { Listed } from './seen.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The event for which a recording is looked for. Moments are epoch milliseconds. */
export type Recorded = {
  title: string
  /** Of those who hold it: they stand in many titles and tell little. */
  organisers: string[]
  start: number
  end: number
  /** Whether its end is told, and not ours. */
  isEndTold: boolean
}

/** Why something may be the recording of an event, as a curator is told. */
export type Reason =
  | { code: 'same-address' | 'same-title' | 'like-title' | 'streamed-then' }
  | { code: 'published-after' | 'published-before'; minutes: number }
  | { code: 'long'; seconds: number }
  | { code: 'on-channel'; name: string }
  /** Of one that is there no more. */
  | { code: 'removed' | 'private'; since: number }

/** `sure` is taken by itself where the curator allows that. */
export const strengths = ['possible', 'likely', 'sure'] as const
export type Strength = (typeof strengths)[number]

export type Match = { strength: Strength; reasons: Reason[] }

/**
 * Whether what came out on a channel is the recording of an event: by its title, when it came out and how long it is.
 * Null where it is not. What came out before the event cannot be it, nor what is far too short.
 */
export function matchOf(event: Recorded, listed: Listed): Match | null {
  if (listed.isToCome || (listed.publishedAt !== null && listed.publishedAt < event.start - day)) return null
  const wasStreamedThen = listed.startedAt !== null && Math.abs(listed.startedAt - event.start) <= 20 * minute
  const planned = (event.end - event.start) / 1000
  const ratio = listed.seconds === null ? null : listed.seconds / planned
  if (listed.seconds !== null && (listed.seconds < 120 || (event.isEndTold && ratio! < 0.15))) return null

  const title = titleScore(event, listed.title)
  if (title.score < 2 && !wasStreamedThen) return null
  const reasons: Reason[] = []
  if (title.code) reasons.push({ code: title.code })
  if (wasStreamedThen) reasons.push({ code: 'streamed-then' })
  const when = whenOf(event, listed)
  if (when) reasons.push(when.reason)
  if (listed.seconds !== null) reasons.push({ code: 'long', seconds: listed.seconds })

  const fits = event.isEndTold && ratio !== null && ratio >= 0.4 && ratio <= 1.8
  const score = title.score + (wasStreamedThen ? 3 : 0) + (when?.score ?? 0) + (fits ? 1 : 0)
  const strength = score >= 6 ? 'sure' : score >= 4 ? 'likely' : score >= 3 ? 'possible' : null
  return strength && { strength, reasons }
}

function titleScore(
  { title, organisers }: Recorded,
  other: string,
): { score: number; code: 'same-title' | 'like-title' | null } {
  const [a, b] = [titleWords(title, organisers), titleWords(other, organisers)]
  if (a.folded === b.folded) return { score: 4, code: 'same-title' }
  // “Day 1” and “Day 2” are two.
  const areNumbered = a.numbers.length > 0 && b.numbers.length > 0
  if (areNumbered && !a.numbers.some(number => b.numbers.includes(number))) return { score: -3, code: null }
  const { short, long, shared } = likenessOf(a, b)
  if (short >= 0.85 && long >= 0.75) return { score: 4, code: 'same-title' }
  if (short >= 0.85 && shared >= 1.9) return { score: 3, code: 'like-title' }
  if (short >= 0.6 && shared >= 1.9) return { score: 2, code: 'like-title' }
  return { score: 0, code: null }
}

function whenOf(event: Recorded, { publishedAt }: Listed): { score: number; reason: Reason } | null {
  if (publishedAt === null) return null
  const after = Math.round((publishedAt - event.end) / minute)
  // Streams carry the day on which they were announced.
  if (publishedAt < event.start) return { score: 0, reason: { code: 'published-before', minutes: -after } }
  const score = publishedAt - event.end <= 2 * day ? 2 : publishedAt - event.end <= 21 * day ? 1 : 0
  return { score, reason: { code: 'published-after', minutes: Math.max(0, after) } }
}
