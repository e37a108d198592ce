import { type Curator, isOwner } from '../domain/curator.ts'
import { listAccounts } from '../storage/accounts.ts'
import { queueMail } from '../storage/mails.ts'
import type { Db } from '../storage/tables.ts'

/** Tells by mail the owners, and whoever added what it is of; in the transaction of what it tells. @param at epoch milliseconds */
export async function tellOwners(
  db: Db,
  addedBy: string | null,
  mail: { subject: string; text: string; at: number },
): Promise<void> {
  const isTold = (account: Curator) => isOwner(account) || account.id === addedBy
  for (const { email } of (await listAccounts(db)).filter(isTold))
    await queueMail(db, { to: email, purpose: 'notice', ...mail })
}
