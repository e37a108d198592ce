import type { Db } from './tables.ts'

export type Passkey = { id: string; name: string; createdAt: number | null; isSynced: boolean }

/** The passkeys of an account, the newest first. */
export async function listPasskeys(db: Db, accountId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at', 'is_backed_up'])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, created_at, is_backed_up }) => ({
    id,
    name: name ?? '',
    createdAt: created_at,
    isSynced: is_backed_up === 1,
  }))
}

export async function namePasskey(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('passkeys').set({ name }).where('id', '=', id).execute()
}

/** @returns its name; null where the account has none of this id */
export async function deletePasskey(db: Db, accountId: string, id: string): Promise<string | null> {
  const row = await db
    .deleteFrom('passkeys')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row ? (row.name ?? '') : null
}
