import type { Db } from './tables.ts'

/** Whether there is anything of somebody’s own in a store: an account, or a series. */
export async function hasBegun(db: Db): Promise<boolean> {
  for (const table of ['accounts', 'series'] as const)
    if (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) return true
  return false
}
