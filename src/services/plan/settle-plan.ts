import type { KeptPlan } from '../../domain/plan/kept-plan.ts'
import { findPlan, takePlan, updatePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf } from '../sign-in/one-time.ts'

/**
 * Keeps where a reader is, when they are awake and what they keep free.
 *
 * @returns whether there is such a plan
 */
export function settlePlan(
  plans: Store,
  told: Partial<Pick<KeptPlan, 'zone' | 'waking' | 'pauses'>>,
  { token, at }: { token: string; at: number },
): Promise<boolean> {
  return plans.db.transaction().execute(async db => {
    const plan = await findPlan(db, hashOf(token))
    if (!plan || (await takePlan(db, plan.id, at)) === null) return false
    await updatePlan(db, plan.id, told)
    return true
  })
}
