import type { Candidate } from './candidate.ts'
import { firstFrom } from './first-from.ts'
import { isWorthLess, nothing, plus, type Worth } from './worth.ts'

/**
 * Those of the candidates, given in their order, that are watched live: no two overlap, except a whole and its
 * sessions; together they are worth the most; of several such choices the one that has the first candidate in which
 * they differ. Weighted interval scheduling, from the last to the first; a whole weighs as much as itself and the
 * best of its sessions. O(n log n); proof in docs/decisions/028-the-plan.md.
 */
export function bestLive(candidates: readonly Candidate[]): Candidate[] {
  const given = new Set(candidates)
  const within = new Map<Candidate, Best>()
  for (const candidate of candidates) {
    const own = candidate.sessions.filter(session => given.has(session))
    if (own.length > 0) within.set(candidate, bestOf(own, worthAlone))
  }
  const { chosen } = bestOf(candidates, candidate => {
    const inside = within.get(candidate)
    return inside ? plus(candidate.worth, inside.worth) : candidate.worth
  })
  return chosen.flatMap(candidate => [candidate, ...(within.get(candidate)?.chosen ?? [])])
}

type Best = { worth: Worth; chosen: Candidate[] }

function worthAlone({ worth }: Candidate): Worth {
  return worth
}

function bestOf(candidates: readonly Candidate[], worthOf: (candidate: Candidate) => Worth): Best {
  const count = candidates.length
  const best: Worth[] = new Array(count + 1)
  best[count] = nothing
  const next = new Int32Array(count)
  const taken = new Uint8Array(count)
  for (let index = count - 1; index >= 0; index--) {
    const candidate = candidates[index]!
    next[index] = firstFrom(candidates, candidate.end, index + 1)
    const withIt = plus(worthOf(candidate), best[next[index]!]!)
    const isTaken = !isWorthLess(withIt, best[index + 1]!)
    taken[index] = Number(isTaken)
    best[index] = isTaken ? withIt : best[index + 1]!
  }
  const chosen: Candidate[] = []
  for (let index = 0; index < count; ) {
    if (taken[index]) {
      chosen.push(candidates[index]!)
      index = next[index]!
    } else index++
  }
  return { worth: best[0]!, chosen }
}
