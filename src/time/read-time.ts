import { withoutClosings } from './closing-days.ts'
import type { Doubt } from './doubt.ts'
import { gather } from './gather.ts'
import { withoutMovedDays } from './moved-days.ts'
import { withoutMovedHours } from './moved-hours.ts'
import type { Part } from './part.ts'
import { longestPlace } from './place-zones.ts'
import { withoutLooseHours } from './plain-hours.ts'
import { partsOf } from './scan.ts'
import { type Reading, settle } from './settle.ts'
import { type Token, tokensOf } from './tokens.ts'
import { unreadHour, unreadLink } from './unread-hours.ts'
import { withoutWeeklyHours } from './weekly-hours.ts'

/**
 * What is known around a phrase: `published`, the ISO date it came out on (missing years and bare weekdays are
 * counted from it); `year`, told above for all days that name none; `zone`, the IANA zone of times that name none;
 * `language`, an ISO code.
 */
export type TimeContext = { published?: string; year?: number; zone?: string; language?: string }

/**
 * Readings are strings as in `domain/finding.ts`, likeliest first, several only where the words allow several.
 * `sessions`: all of them, where the phrase tells several days or hours; the readings are of the first. `time`: a
 * clock time ("14:00") where no day is told and none can be. What is unsure carries a doubt; nothing told is no
 * reading and no doubt.
 */
export type TimeAnswer = {
  phrase: string
  readings: Reading[]
  sessions?: { start: string; end: string | null }[]
  time?: string
  doubts: Doubt[]
}

/** A phrase has no more; what stands behind is of no single time. */
const mostLetters = 10_000
const mostParts = 96

/** The time a phrase tells, all of it taken as one (its first 10,000 characters). Never throws. */
export function readTime(phrase: string, context: TimeContext = {}): TimeAnswer {
  const tokens = tokensOf(phrase.slice(0, mostLetters))
  const parts = partsOf(tokens).slice(0, mostParts)
  const answer = answerOf(tokens, parts, context)
  const unread = answer.sessions ? unreadLink(tokens, parts) : unreadHour(tokens, parts, parts)
  return { phrase, ...withUnread(answer, unread) }
}

/** A day that was read, with the hour beside it that was not. */
export function withUnread<A extends Omit<TimeAnswer, 'phrase'>>(answer: A, doubt: Doubt | null): A {
  return doubt && answer.readings.length ? { ...answer, doubts: [...answer.doubts, doubt] } : answer
}

/** Parts that belong together, settled into an answer. */
export function answerOf(tokens: Token[], parts: Part[], context: TimeContext): Omit<TimeAnswer, 'phrase'> {
  const meant = withoutClosings(tokens, withoutMovedHours(tokens, withoutMovedDays(tokens, parts)))
  const said = gather(tokens, withoutWeeklyHours(tokens, withoutLooseHours(tokens, meant)))
  if (!said.dates.length && !said.moments.length) return { readings: [], doubts: [] }
  let near: string[] | undefined
  return settle(said, { ...context, hints: () => (near ??= placesNear(tokens, parts)) })
}

/** Zones of places named in the words around the parts: they tell which IST is meant. */
function placesNear(tokens: Token[], parts: Part[]): string[] {
  const from = Math.max(0, (parts[0]?.from ?? 0) - 12)
  const to = Math.min(tokens.length, (parts.at(-1)?.to ?? 0) + 12)
  const zones = besideLetters(parts)
  for (let at = from; at < to; at++) {
    const inside = parts.some(part => part.from <= at && at < part.to)
    const token = tokens[at]
    if (inside || token?.kind !== 'word' || token.raw.length < 3 || !/^\p{Lu}/u.test(token.raw)) continue
    const place = longestPlace(tokens, at)
    if (place) zones.push(...place.part.choices.map(choice => choice.zone))
  }
  return zones
}

/** "5 PM AST, 12 December (Riyadh)": a place told beside letters says which of their zones is meant. */
function besideLetters(parts: Part[]): string[] {
  const zones = parts.filter(part => part.kind === 'zone')
  if (!zones.some(zone => zone.sort === 'abbreviation')) return []
  return zones.flatMap(zone =>
    zone.sort === 'place' ? zone.choices.slice(0, 1).map(choice => choice.zone) : [],
  )
}
