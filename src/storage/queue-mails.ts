import type { Curator } from '../domain/curator.ts'
import { listAccounts } from './accounts.ts'
import { inQueue, type Scope } from './moderation.ts'
import type { Db } from './tables.ts'

/** Somebody who wants to be told by mail that comments wait for them. */
export type QueueMail = { curator: Curator; language: string; toldAt: number }

export async function listQueueMails(db: Db): Promise<QueueMail[]> {
  const rows = await db.selectFrom('queue_mails').where('wants', '=', 1).selectAll().execute()
  if (rows.length === 0) return []
  const accounts = new Map((await listAccounts(db)).map(account => [account.id, account]))
  return rows.flatMap(({ account_id, language, told_at }) => {
    const curator = accounts.get(account_id)
    return curator ? [{ curator, language, toldAt: Number(told_at) }] : []
  })
}

export async function wantsQueueMails(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('queue_mails')
    .where('account_id', '=', accountId)
    .select('wants')
    .executeTakeFirst()
  return row?.wants === 1
}

/** @param at what came before is told of no more */
export async function writeQueueMails(
  db: Db,
  accountId: string,
  { wants, language, at }: { wants: boolean; language: string; at: number },
): Promise<void> {
  const told = { wants: wants ? 1 : 0, language, told_at: at }
  await db
    .insertInto('queue_mails')
    .values({ account_id: accountId, ...told })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet(told))
    .execute()
}

export async function stopQueueMails(db: Db, accountId: string): Promise<void> {
  await db.updateTable('queue_mails').set({ wants: 0 }).where('account_id', '=', accountId).execute()
}

/** @returns false where somebody else has told them meanwhile, or they want it no more */
export async function noteQueueTold(
  db: Db,
  accountId: string,
  { before, at }: { before: number; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('queue_mails')
    .set({ told_at: at })
    .where('account_id', '=', accountId)
    .where('told_at', '=', before)
    .where('wants', '=', 1)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The first of those that wait and came, or were told of by readers, after a moment; the newest first. */
export async function listNewlyWaiting(
  db: Db,
  scope: Scope,
  { after, limit }: { after: number; limit: number },
): Promise<{ name: string | null; text: string }[]> {
  return inQueue(db, scope, 'waiting')
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('comments.at', '>', after),
        exists(
          selectFrom('reports')
            .whereRef('reports.comment_id', '=', 'comments.id')
            .where('reports.settled_at', 'is', null)
            .where('reports.at', '>', after)
            .select('reports.id'),
        ),
      ]),
    )
    .orderBy('comments.at', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .select(['comments.author_name as name', 'comments.text'])
    .execute()
}
