import { randomUUIDv7 } from 'node:crypto'
import type { Grant, Role } from '../domain/curator.ts'
import type { Db } from './tables.ts'

/** What was granted to an account, or to all; the role for the whole site comes first. */
export async function listGrants(db: Db, accountId?: string): Promise<(Grant & { accountId: string })[]> {
  const rows = await db
    .selectFrom('grants')
    .select(['account_id', 'series_id', 'role'])
    .$if(accountId !== undefined, query => query.where('account_id', '=', accountId!))
    .orderBy('account_id')
    .orderBy(({ fn, val }) => fn.coalesce('series_id', val('')))
    .execute()
  return rows.map(({ account_id, series_id, role }) => ({ accountId: account_id, seriesId: series_id, role }))
}

/** Puts this role in the place of the one the account had there. */
export async function grantRole(
  db: Db,
  { accountId, seriesId, role, at }: { accountId: string; seriesId: string | null; role: Role; at: number },
): Promise<void> {
  await withdrawRole(db, { accountId, seriesId })
  await db
    .insertInto('grants')
    .values({ id: randomUUIDv7(), account_id: accountId, series_id: seriesId, role, granted_at: at })
    .execute()
}

/** @returns the role that was withdrawn; null where there was none */
export async function withdrawRole(
  db: Db,
  { accountId, seriesId }: { accountId: string; seriesId: string | null },
): Promise<Role | null> {
  const row = await db
    .deleteFrom('grants')
    .where('account_id', '=', accountId)
    .where('series_id', seriesId === null ? 'is' : '=', seriesId)
    .returning('role')
    .executeTakeFirst()
  return row?.role ?? null
}

/** Owners are counted to keep the last one. */
export async function countOwners(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('grants')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Takes the owners for this transaction: whoever else wants to make or unmake one waits until it ends, so that two who
 * withdraw each other's role at once do not leave the site to nobody.
 *
 * @returns ids of their accounts
 */
export async function takeOwners(db: Db): Promise<string[]> {
  const rows = await db
    .updateTable('grants')
    .set(({ ref }) => ({ role: ref('role') }))
    .where('role', '=', 'owner')
    .returning('account_id')
    .execute()
  return rows.map(({ account_id }) => account_id)
}
