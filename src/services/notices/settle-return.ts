import { readReturn } from '../../intake/mail/read-return.ts'
import { failSentNotice } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { noteBounce } from './keep-subscriber.ts'

/** Takes in what a server sent back: of a notice of ours that was sent, each once. What waits for another try is left. */
export async function settleReturn(store: Store, mail: Uint8Array, at: number): Promise<void> {
  const returned = await readReturn(mail)
  if (!returned?.isFinal) return
  const { ids, status } = returned
  for (const id of ids)
    await store.db.transaction().execute(async db => {
      const error = { code: 'mail-refused', values: { server: '', said: status ?? '' } } as const
      const subscriberId = await failSentNotice(db, id, { at, error })
      if (subscriberId !== null) await noteBounce(db, subscriberId, { code: status, at })
    })
}
