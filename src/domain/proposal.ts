import { type Content, keyOf } from './content.ts'
import type { EventTime } from './event-time.ts'
import { instantsOf } from './instants-of.ts'
import { mergeContent } from './merge.ts'
import { same } from './merge-fields.ts'

/**
 * What a source says today otherwise than the entry does, one field at a time. `source`: nobody here has changed it, so
 * the source's word is newer; `both`: somebody here has, and the source says something new all the same.
 */
export type Proposal = { field: keyof Content; now: unknown; told: unknown; by: 'source' | 'both' }

/**
 * Compares three: what the source said last (`base`; null where that is not known), what the entry says, and what the
 * source says today. What the source said before already is proposed no second time.
 */
export function proposalsOf(base: Content | null, current: Content, told: Content): Proposal[] {
  const { content, changed, conflicts } = mergeContent(base ?? ({} as Content), current, told)
  const proposals: Proposal[] = []
  for (const field of Object.keys(told) as (keyof Content)[]) {
    // Doubts belong to the time; a picture's words are always ours.
    if (field === 'doubts' || field === 'imageAlt' || field === 'statusReason') continue
    const isConflict = conflicts.includes(field) && !isSilent(told[field])
    if (!changed.includes(field) && !isConflict) continue
    if (base === null && isSilent(told[field])) continue
    const value = isConflict ? withTold(field, content[field], told[field]) : content[field]
    if (same(value, current[field]) || (field === 'time' && isSameMoment(current.time, told.time))) continue
    proposals.push({ field, now: current[field], told: value, by: isConflict ? 'both' : 'source' })
  }
  return proposals
}

/** The entry with the proposals of these fields accepted; with a time come the doubts about it. */
export function acceptProposals(
  current: Content,
  told: Content,
  proposals: Proposal[],
  fields: readonly string[],
): Content {
  const next: Record<string, unknown> = { ...current }
  for (const { field, told: value } of proposals) if (fields.includes(field)) next[field] = value
  if (fields.includes('time') && proposals.some(({ field }) => field === 'time')) next.doubts = told.doubts
  return next as Content
}

/** In a list the source's members stand in the place of those of the same key. */
function withTold(field: keyof Content, merged: unknown, told: unknown): unknown {
  if (!(field in keyOf)) return told
  const key = keyOf[field as keyof typeof keyOf] as (member: unknown) => string
  const says = new Map((told as unknown[]).map(member => [key(member), member]))
  return (merged as unknown[]).map(member => says.get(key(member)) ?? member)
}

/** The same hour under another name of its zone is no news. */
function isSameMoment(one: EventTime, other: EventTime): boolean {
  return one.precision === other.precision && same(instantsOf(one), instantsOf(other))
}

function isSilent(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}
