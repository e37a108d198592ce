import type { Db } from './tables.ts'

/** A device on which an account is signed in. */
export type SignIn = {
  id: string
  means: string
  isStrong: boolean
  userAgent: string | null
  ipAddress: string | null
  since: number
  /** To the hour. */
  seenAt: number
}

/** Where an account is signed in at a moment, the last seen first. */
export async function listSignIns(db: Db, accountId: string, at: number): Promise<SignIn[]> {
  const rows = await db
    .selectFrom('sign_ins')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_at', '>', at)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    means: row.means,
    isStrong: row.is_strong === 1,
    userAgent: row.user_agent || null,
    ipAddress: row.ip_address || null,
    since: row.created_at,
    seenAt: row.updated_at,
  }))
}

/**
 * Ends these sign-ins of an account.
 *
 * @param which `id`: that one alone; `except`: all but that one; neither: all
 * @returns how many there were
 */
export async function endSignIns(
  db: Db,
  accountId: string,
  which: { id?: string; except?: string } = {},
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_ins')
    .where('account_id', '=', accountId)
    .$if(which.id !== undefined, query => query.where('id', '=', which.id!))
    .$if(which.except !== undefined, query => query.where('id', '<>', which.except!))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** What was shown on this device is as good as a second factor. */
export async function strengthenSignIn(db: Db, id: string): Promise<void> {
  await db.updateTable('sign_ins').set({ is_strong: 1 }).where('id', '=', id).execute()
}

/** Removes what let somebody in and does so no more: sign-ins, links and codes. Nothing can be done with any of it. */
export async function removeExpired(db: Db, at: number): Promise<void> {
  await db.deleteFrom('sign_ins').where('expires_at', '<=', at).execute()
  await db.deleteFrom('verifications').where('expires_at', '<=', at).execute()
}
