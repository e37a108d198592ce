import type { KeptPlan } from '../../domain/plan/kept-plan.ts'
import { updatePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'

const day = 86_400_000
/** Who comes back sooner is still on the same visit. */
const visitMs = 3 * 3_600_000
/** Looked at again within that, nothing is written. */
const roughly = 10 * 60_000

/**
 * A plan is used: it is kept for another year. Looked at by its reader, the visit is remembered, and with it the one
 * before, since which things have run.
 *
 * @param how by its reader, or by a calendar that reads it again and again
 * @returns the plan as it is now
 */
export async function visitPlan(
  plans: Store,
  plan: KeptPlan,
  how: 'seen' | 'read',
  at: number,
): Promise<KeptPlan> {
  const { seenAt, seenBefore, usedAt } = plan
  const isNew = how === 'seen' && (seenAt === null || at - seenAt > visitMs)
  const isSeen = isNew || (how === 'seen' && at - seenAt! > roughly)
  if (!isSeen && at - usedAt < day) return plan
  const told = {
    usedAt: at,
    ...(isSeen && { seenAt: at, seenBefore: isNew ? seenAt : seenBefore }),
  }
  await plans.db.transaction().execute(db => updatePlan(db, plan.id, told))
  return { ...plan, ...told }
}
