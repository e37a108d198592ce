import type { Store } from './store.ts'
import type { Db } from './tables.ts'

/** Where a path leads that an entry, an edition or an older site had before; null where it is no such path. */
export async function findRedirect(store: Store, from: string): Promise<string | null> {
  const row = await store.db.selectFrom('redirects').where('from', '=', from).select('to').executeTakeFirst()
  return row?.to ?? null
}

/** From now on `from` leads to `to`, and so does whatever led to `from`; `to` itself leads nowhere else. */
export async function putRedirect(db: Db, from: string, to: string): Promise<void> {
  await db.deleteFrom('redirects').where('from', '=', to).execute()
  await db.updateTable('redirects').set({ to }).where('to', '=', from).execute()
  await db
    .insertInto('redirects')
    .values({ from, to })
    .onConflict(conflict => conflict.column('from').doUpdateSet({ to }))
    .execute()
}
