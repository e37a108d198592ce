import type { Choice } from './decision.ts'
import { type Plan, type PlanFor, solvePlan } from './solve-plan.ts'
import type { Pin, Starred } from './starred.ts'

/** `changes`: what becomes of the others that it does not leave as they are, in the order of the plan. */
export type Alternative = { plan: Plan; changes: { id: string; from: Choice; to: Choice }[] }

/** What would come of a plan if the reader pinned one of what is starred, or (null) let go of it. O(n log n). */
export function whatIf(
  starred: readonly Starred[],
  plan: Plan,
  { id, pin }: { id: string; pin: Pin | null },
  planFor: PlanFor,
): Alternative {
  const other = solvePlan(
    starred.map(item => (item.id === id ? { ...item, pin } : item)),
    planFor,
  )
  const now = new Map(plan.decisions.map(decision => [decision.id, decision.choice]))
  const changes = other.decisions.flatMap(({ id: each, choice }) => {
    const from = now.get(each)!
    return each === id || from === choice ? [] : [{ id: each, from, to: choice }]
  })
  return { plan: other, changes }
}
