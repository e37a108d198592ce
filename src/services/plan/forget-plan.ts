import { deletePlan, findPlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf } from '../sign-in/one-time.ts'

/** Removes a plan for good, with all addresses that lead to it. */
export function forgetPlan(plans: Store, token: string): Promise<void> {
  return plans.db.transaction().execute(async db => {
    const plan = await findPlan(db, hashOf(token))
    if (plan) await deletePlan(db, plan.id)
  })
}
