import type { Selectable } from 'kysely'
import { readPauses, tellPauses } from '../domain/plan/daily-pause.ts'
import type { KeptPlan, Star } from '../domain/plan/kept-plan.ts'
import type { Pin, Wish } from '../domain/plan/starred.ts'
import { readWaking, tellWaking } from '../domain/waking.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import type { Db, Tables } from './tables.ts'

/**
 * The plan that a token opens; of one that was taken into another, that one.
 *
 * @param token its hash
 */
export async function findPlan(db: Db, token: string): Promise<KeptPlan | null> {
  let row = await db.selectFrom('plans').where('token', '=', token).selectAll().executeTakeFirst()
  // What was merged leads on directly: `mergePlan` lets none lead to one that was merged itself.
  if (row?.merged_into)
    row = await db.selectFrom('plans').where('id', '=', row.merged_into).selectAll().executeTakeFirst()
  return row ? planOf(row) : null
}

export async function insertPlan(
  db: Db,
  { id, token, zone, at }: { id: string; token: string; zone: string | null; at: number },
): Promise<void> {
  await db
    .insertInto('plans')
    .values({ id, token, zone, revision: 0, made_at: at, changed_at: at, used_at: at })
    .execute()
}

/**
 * Takes a plan for a change: whoever else changes it waits until this transaction has ended.
 *
 * @returns its new revision; null where it is gone, or was taken into another
 */
export async function takePlan(db: Db, id: string, at: number): Promise<number | null> {
  const row = await db
    .updateTable('plans')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), changed_at: at, used_at: at }))
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .returning('revision')
    .executeTakeFirst()
  return row?.revision ?? null
}

/** What is kept beside the stars. */
export async function updatePlan(
  db: Db,
  id: string,
  told: Partial<Pick<KeptPlan, 'zone' | 'waking' | 'pauses' | 'usedAt' | 'seenAt' | 'seenBefore'>>,
): Promise<void> {
  const { zone, waking, pauses, usedAt, seenAt, seenBefore } = told
  await db
    .updateTable('plans')
    .set({
      zone,
      awake: waking === undefined ? undefined : waking && tellWaking(waking),
      pauses: pauses === undefined ? undefined : tellPauses(pauses) || null,
      used_at: usedAt,
      seen_at: seenAt,
      seen_before: seenBefore,
    })
    .where('id', '=', id)
    .execute()
}

/** In the order in which they were starred. */
export async function readStars(db: Db, planId: string): Promise<Star[]> {
  const rows = await db
    .selectFrom('plan_entries')
    .where('plan_id', '=', planId)
    .orderBy('at')
    .orderBy('entry_id')
    .selectAll()
    .execute()
  return rows.map(row => ({
    entryId: row.entry_id,
    wish: row.wish as Wish,
    pin: row.pin as Pin | null,
    startsAt: row.starts_at,
    at: row.at,
  }))
}

export async function putStars(db: Db, planId: string, stars: Star[]): Promise<void> {
  await removeStars(
    db,
    planId,
    stars.map(({ entryId }) => entryId),
  )
  await insertRows(
    db,
    'plan_entries',
    stars.map(({ entryId, wish, pin, startsAt, at }) => ({
      plan_id: planId,
      entry_id: entryId,
      wish,
      pin,
      starts_at: startsAt,
      at,
    })),
  )
}

export async function removeStars(db: Db, planId: string, entryIds: string[]): Promise<void> {
  if (entryIds.length === 0) return
  await db
    .deleteFrom('plan_entries')
    .where('plan_id', '=', planId)
    .where(among(db, 'entry_id', entryIds))
    .execute()
}

/** From now on the addresses of one plan, and of what was merged into it, lead to the other. */
export async function mergePlan(db: Db, from: string, into: string): Promise<void> {
  await db.deleteFrom('plan_entries').where('plan_id', '=', from).execute()
  await db
    .updateTable('plans')
    .set({ merged_into: into })
    .where(({ or, eb }) => or([eb('id', '=', from), eb('merged_into', '=', from)]))
    .execute()
}

/** With it go its stars, and the addresses that lead to it. */
export async function deletePlan(db: Db, id: string): Promise<void> {
  await db.deleteFrom('plans').where('id', '=', id).execute()
}

/** Removes those that nobody has used since. */
export async function forgetPlans(db: Db, usedBefore: number): Promise<void> {
  await db
    .deleteFrom('plans')
    .where('used_at', '<', usedBefore)
    // Those lead to another, and go with it.
    .where('merged_into', 'is', null)
    .execute()
}

function planOf(row: Selectable<Tables['plans']>): KeptPlan {
  return {
    id: row.id,
    revision: row.revision,
    zone: row.zone,
    waking: readWaking(row.awake ?? ''),
    pauses: readPauses(row.pauses ?? ''),
    changedAt: row.changed_at,
    usedAt: row.used_at,
    seenAt: row.seen_at,
    seenBefore: row.seen_before,
  }
}
