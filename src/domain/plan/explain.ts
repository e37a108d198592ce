import { areRelated, type Candidate, isPinned } from './candidate.ts'
import { type Because, type Decision, mostNamed, type Other, type Reason } from './decision.ts'
import { type Overlaps, overlapsOf } from './overlaps.ts'

const parts = ['must', 'like', 'expected'] as const

/**
 * The decisions on candidates, once it is known which of them are live. One that is not live gives way to those live
 * ones that it overlaps: they are worth at least as much together, or else it would be live in their stead. So either
 * one of them is worth more by itself, or there are several, or it is their order in time.
 */
export function explain(candidates: readonly Candidate[], live: ReadonlySet<Candidate>): Decision[] {
  const liveAt = overlapsOf([...live])
  const pinnedAt = overlapsOf([...live].filter(isPinned))
  const liveBy = parts.map((_, part) => overlapsOf([...live].filter(({ worth }) => worth[part]! > 0)))
  const restAt = overlapsOf(candidates.filter(candidate => !live.has(candidate)))

  function whyLive(candidate: Candidate): Reason {
    if (isPinned(candidate)) return naming('chosen', null, candidate, liveAt)
    const because = parts[candidate.worth.findIndex(value => value > 0)] ?? 'more'
    const reason = naming('overlap', because, candidate, restAt)
    return reason.others.length > 0 ? reason : { ...reason, code: 'free', because: null }
  }

  function whyNot(candidate: Candidate): Reason {
    if (countOf(pinnedAt, candidate) > 0) return naming('overlap', 'chosen', candidate, pinnedAt)
    for (const [part, because] of parts.entries()) {
      if (candidate.worth[part]! > 0) break
      if (countOf(liveBy[part]!, candidate) > 0) return naming('overlap', because, candidate, liveBy[part]!)
    }
    return naming('overlap', countOf(liveAt, candidate) > 1 ? 'more' : 'order', candidate, liveAt)
  }

  return candidates.map(candidate => {
    const { otherwise } = candidate
    if (!live.has(candidate)) return { ...otherwise, reason: whyNot(candidate) }
    return { ...otherwise, held: true, choice: 'live', reason: whyLive(candidate) }
  })
}

function naming(
  code: Reason['code'],
  because: Because | null,
  candidate: Candidate,
  among: Overlaps<Candidate>,
): Reason {
  const others = among
    .first(candidate, mostNamed, other => other !== candidate && !areRelated(other, candidate))
    .map(other => overlapOf(candidate, other))
  return { code, because, others, more: countOf(among, candidate) - others.length }
}

/** How many overlap a candidate and clash with it: neither itself nor its whole or its sessions. */
function countOf(among: Overlaps<Candidate>, candidate: Candidate): number {
  const { whole, sessions } = candidate
  let count = among.count(candidate)
  if (among.has(candidate)) count--
  if (whole && among.has(whole)) count--
  for (const session of sessions) if (among.has(session)) count--
  return count
}

function overlapOf(candidate: Candidate, other: Candidate): Other {
  return {
    id: other.id,
    from: Math.max(candidate.start, other.start),
    to: Math.min(candidate.end, other.end),
    possible: candidate.assumed || other.assumed,
  }
}
