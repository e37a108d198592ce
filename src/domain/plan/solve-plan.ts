import { bestLive } from './best-live.ts'
import { areRelated, type Candidate, isPinned } from './candidate.ts'
import type { Decision } from './decision.ts'
import { explain } from './explain.ts'
import type { Hours } from './free-time.ts'
import { overlapsOf } from './overlaps.ts'
import { sortOut } from './sort-out.ts'
import type { Starred } from './starred.ts'

/**
 * `decisions`: one for each, by start, then id; what has no time last. `seen` counts what can be seen, live, later or
 * whenever the reader likes; of these, `expected` hang on a recording that is only expected.
 */
export type Plan = {
  decisions: Decision[]
  seen: { musts: number; likes: number; expected: number; live: number }
}

/** When the reader can watch, and the moment from which on (epoch milliseconds). */
export type PlanFor = Hours & { at: number }

/**
 * What to watch live and what later, exactly: as many musts seen as can be, then as many likes, then as few as can be
 * that hang on an expected recording, then as many live; ties by start, then id. What the reader pinned is as they
 * pinned it, at night too, and where two that are pinned overlap. Ids are distinct. O(n log n).
 */
export function solvePlan(starred: readonly Starred[], { at, ...hours }: PlanFor): Plan {
  const { decisions, candidates } = sortOut(starred, at, hours)
  const pinned = candidates.filter(isPinned)
  const live = new Set([...pinned, ...bestLive(withoutClashing(candidates, pinned))])
  decisions.push(...explain(candidates, live))
  return { decisions: decisions.sort(byStart), seen: seenIn(decisions) }
}

/** Those that are not pinned, and do not overlap what is. */
function withoutClashing(candidates: readonly Candidate[], pinned: readonly Candidate[]): Candidate[] {
  if (pinned.length === 0) return [...candidates]
  const overlaps = overlapsOf(pinned)
  return candidates.filter(
    candidate =>
      !isPinned(candidate) &&
      overlaps.first(candidate, 1, other => !areRelated(other, candidate)).length === 0,
  )
}

function byStart(a: Decision, b: Decision): number {
  const difference = startOf(a) - startOf(b)
  return difference || (a.id < b.id ? -1 : 1)
}

function startOf({ span }: Decision): number {
  return span === null ? Number.MAX_SAFE_INTEGER : span.start
}

function seenIn(decisions: readonly Decision[]): Plan['seen'] {
  const seen = { musts: 0, likes: 0, expected: 0, live: 0 }
  for (const { choice, wish, recording } of decisions) {
    if (choice !== 'live' && choice !== 'later' && choice !== 'open') continue
    seen[wish === 'must' ? 'musts' : 'likes']++
    if (choice === 'live') seen.live++
    if (choice === 'later' && recording === 'expected') seen.expected++
  }
  return seen
}
