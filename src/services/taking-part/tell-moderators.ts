import { isModerator, moderatedBy } from '../../domain/curator.ts'
import type { NoticeWords } from '../../outlet/notice/write-letter.ts'
import { writeQueueMail } from '../../outlet/notice/write-queue-mail.ts'
import { queueMail } from '../../storage/mails.ts'
import { countQueue } from '../../storage/moderation.ts'
import {
  listNewlyWaiting,
  listQueueMails,
  noteQueueTold,
  type QueueMail,
  stopQueueMails,
  writeQueueMails,
} from '../../storage/queue-mails.ts'
import type { Store } from '../../storage/store.ts'
import { ownToken, readOwnToken } from '../own-token.ts'

/** Nobody gets more than one mail in this time, whatever comes. */
export const quietMs = 3_600_000

const shown = 3
const purpose = 'queue mails'

/**
 * Writes to those who asked for it that comments wait for them: what came since the last mail and is decided by nobody
 * yet, of the series they moderate, once, whoever else is at this work and wherever it breaks off.
 */
export async function tellModerators(
  store: Store,
  by: { words: (language: string) => Promise<NoticeWords>; baseUrl: string },
  now: number,
): Promise<void> {
  for (const asked of await listQueueMails(store.db)) {
    if (asked.toldAt > now - quietMs || !isModerator(asked.curator)) continue
    await tell(store, asked, by, now)
  }
}

async function tell(
  store: Store,
  { curator, language, toldAt }: QueueMail,
  { words, baseUrl }: Parameters<typeof tellModerators>[1],
  now: number,
): Promise<void> {
  const said = await words(language)
  await store.db.transaction().execute(async db => {
    const scope = moderatedBy(curator)
    const first = await listNewlyWaiting(db, scope, { after: toldAt, limit: shown })
    if (first.length === 0) return
    if (!(await noteQueueTold(db, curator.id, { before: toldAt, at: now }))) return
    const count = await countQueue(db, scope, 'waiting')
    const token = await ownToken(db, purpose, curator.id)
    const mail = writeQueueMail(said, { baseUrl, count, first, token })
    await queueMail(db, { ...mail, to: curator.email, purpose: 'queue', at: now })
  })
}

/** Whether a curator is told by mail from now on. What waits already is in front of them as they ask. */
export function wishQueueMails(
  store: Store,
  accountId: string,
  wish: { wants: boolean; language: string; at: number },
): Promise<void> {
  return writeQueueMails(store.db, accountId, wish)
}

/** By the link in a mail, without signing in. @returns false for what the site did not make */
export async function stopByLink(store: Store, token: string): Promise<boolean> {
  const accountId = await readOwnToken(store.db, purpose, token)
  if (accountId === null) return false
  await stopQueueMails(store.db, accountId)
  return true
}

/** Whether a link is one of ours. */
export async function isStopLink(store: Store, token: string): Promise<boolean> {
  return (await readOwnToken(store.db, purpose, token)) !== null
}
