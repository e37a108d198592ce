import type { Store } from './store.ts'

/** Where a path leads that an entry, an edition or an older site had before; null where it is no such path. */
export async function findRedirect(store: Store, from: string): Promise<string | null> {
  const row = await store.db.selectFrom('redirects').where('from', '=', from).select('to').executeTakeFirst()
  return row?.to ?? null
}
