import type { Pin } from '../../domain/plan/starred.ts'
import { findPlan, putStars, readStars, takePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf } from '../sign-in/one-time.ts'

/**
 * Decides how something that is starred is to be seen, whatever the solution says; null leaves it to the solution.
 *
 * @param wish entryIds: several where what was starred has become one
 * @returns the revision of the plan; null where there is no such plan or no such star
 */
export function pinEntries(
  plans: Store,
  { entryIds, pin }: { entryIds: readonly string[]; pin: Pin | null },
  { token, at }: { token: string; at: number },
): Promise<number | null> {
  return plans.db.transaction().execute(async db => {
    const plan = await findPlan(db, hashOf(token))
    const revision = plan && (await takePlan(db, plan.id, at))
    const stars = plan ? await readStars(db, plan.id) : []
    const pinned = stars.filter(({ entryId }) => entryIds.includes(entryId))
    if (!plan || revision === null || pinned.length === 0) return null
    await putStars(
      db,
      plan.id,
      pinned.map(star => ({ ...star, pin })),
    )
    return revision
  })
}
