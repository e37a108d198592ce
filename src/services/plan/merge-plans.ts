import { findPlan, mergePlan, putStars, readStars, takePlan, updatePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { starsToAdd } from './star-entries.ts'

/**
 * Uses a plan on a device: what the device had is taken into it, and the addresses of what it had lead to it from now
 * on. Nothing that was starred is lost, even where that makes more than one may star.
 *
 * @param own token of the device
 * @returns the revision of the plan; null where it is gone
 */
export function mergePlans(
  plans: Store,
  { token, own, at }: { token: string; own: string | null; at: number },
): Promise<number | null> {
  return plans.db.transaction().execute(async db => {
    const into = await findPlan(db, hashOf(token))
    const from = own && own !== token ? await findPlan(db, hashOf(own)) : null
    if (!into) return null
    if (!from || from.id === into.id) return into.revision
    // Two who do this with the same two plans at once take them in the same order.
    const taken = new Map<string, number | null>()
    for (const id of [into.id, from.id].sort()) taken.set(id, await takePlan(db, id, at))
    const revision = taken.get(into.id) ?? null
    if (revision === null || taken.get(from.id) === null) return null
    await putStars(db, into.id, starsToAdd(await readStars(db, from.id), await readStars(db, into.id)))
    await updatePlan(db, into.id, {
      zone: into.zone ?? from.zone,
      waking: into.waking ?? from.waking,
      pauses: into.pauses.length ? into.pauses : from.pauses,
    })
    await mergePlan(db, from.id, into.id)
    return revision
  })
}
