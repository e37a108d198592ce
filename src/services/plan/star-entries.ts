import { randomUUIDv7 } from 'node:crypto'
import { mostStars, type Star } from '../../domain/plan/kept-plan.ts'
import type { Wish } from '../../domain/plan/starred.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findPlan, insertPlan, putStars, readStars, removeStars, takePlan } from '../../storage/plans.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { hashOf, newToken } from '../sign-in/one-time.ts'

/** What is wanted of one entry; null: it is wanted no more. */
export type Starring = { entryId: string; wish: Wish | null; startsAt: number | null }

/**
 * Stars entries, or takes stars away. The plan is made with the first star; one that is gone is made anew under a token
 * of ours, never under one that came from outside. What was pinned stays so.
 *
 * @param plans where plans are kept
 * @returns the token that opens the plan, and its revision; null where there is none and nothing to be starred
 * @throws Refusal when a plan holds as many as it may
 */
export function starEntries(
  plans: Store,
  wishes: readonly Starring[],
  { token, zone, at }: { token: string | null; zone: string | null; at: number },
): Promise<{ token: string; revision: number } | null> {
  return plans.db.transaction().execute(async db => {
    const known = token && (await findPlan(db, hashOf(token)))
    if (!known && !wishes.some(({ wish }) => wish !== null)) return null
    const opened = known ? { id: known.id, token: token! } : await makePlan(db, { zone, at })
    const revision = await takePlan(db, opened.id, at)
    if (revision === null) return null
    const before = new Map((await readStars(db, opened.id)).map(star => [star.entryId, star]))
    const after = new Map(before)
    for (const { entryId, wish, startsAt } of wishes) {
      if (wish === null) after.delete(entryId)
      else after.set(entryId, { pin: null, startsAt, at, ...before.get(entryId), entryId, wish })
    }
    if (after.size > mostStars && after.size > before.size)
      throw new Refusal('plan-full', { most: mostStars }, `A plan holds ${mostStars} entries at most.`)
    await removeStars(
      db,
      opened.id,
      [...before.keys()].filter(id => !after.has(id)),
    )
    await putStars(
      db,
      opened.id,
      [...after.values()].filter(star => star !== before.get(star.entryId)),
    )
    return { token: opened.token, revision }
  })
}

async function makePlan(db: Db, { zone, at }: { zone: string | null; at: number }) {
  const made = { id: randomUUIDv7(), token: newToken() }
  await insertPlan(db, { ...made, token: hashOf(made.token), zone, at })
  return made
}

/** Those of one plan that another has not, or wants less. */
export function starsToAdd(from: readonly Star[], to: readonly Star[]): Star[] {
  const known = new Map(to.map(star => [star.entryId, star]))
  return from.flatMap(star => {
    const own = known.get(star.entryId)
    if (!own) return [star]
    return own.wish === 'like' && star.wish === 'must' ? [{ ...own, wish: 'must' as const }] : []
  })
}
