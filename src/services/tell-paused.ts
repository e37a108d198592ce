import { type Curator, isOwner } from '../domain/curator.ts'
import type { NoticeWords } from '../outlet/notice/write-letter.ts'
import { type Paused, writePausedMail } from '../outlet/notice/write-paused-mail.ts'
import { listAccounts } from '../storage/accounts.ts'
import { queueMail } from '../storage/mails.ts'
import type { Db } from '../storage/tables.ts'

/**
 * Tells whoever added a source, and the owners, that it is read no more by itself, each in the language they read the
 * desk in; in the transaction that pauses it.
 *
 * @param usual the language for who was never seen at the desk
 */
export async function tellPaused(
  db: Db,
  paused: Paused & { addedByAccount: string | null },
  { words, usual, at }: { words: (language: string) => Promise<NoticeWords>; usual: string; at: number },
): Promise<void> {
  const isTold = (account: Curator) => isOwner(account) || account.id === paused.addedByAccount
  for (const { email, language } of (await listAccounts(db)).filter(isTold)) {
    const mail = writePausedMail(await words(language ?? usual), paused)
    await queueMail(db, { to: email, ...mail, purpose: 'notice', at })
  }
}
