import type { Pin } from '../../domain/plan/starred.ts'
import { findPlan, putStars, readStars, takePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf } from '../sign-in/one-time.ts'

/**
 * Decides how something that is starred is to be seen, whatever the solution says; null leaves it to the solution.
 *
 * @returns the revision of the plan; null where there is no such plan or no such star
 */
export function pinEntry(
  plans: Store,
  { entryId, pin }: { entryId: string; pin: Pin | null },
  { token, at }: { token: string; at: number },
): Promise<number | null> {
  return plans.db.transaction().execute(async db => {
    const plan = await findPlan(db, hashOf(token))
    const revision = plan && (await takePlan(db, plan.id, at))
    const star = plan && (await readStars(db, plan.id)).find(each => each.entryId === entryId)
    if (!plan || revision === null || !star) return null
    await putStars(db, plan.id, [{ ...star, pin }])
    return revision
  })
}
