import { standingOf } from '../domain/mail.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { forgetFailedJobs } from '../storage/jobs.ts'
import { findMail, reopenMail } from '../storage/mails.ts'
import type { Store } from '../storage/store.ts'

/**
 * Lets a mail be sent once more, soon; one that waits already, at once.
 *
 * @throws Refusal when it is gone, or its words are not kept any longer
 */
export async function sendMailAgain(
  store: Store,
  id: string,
  { who, at }: { who: Actor; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const mail = await findMail(db, id)
    if (!mail) throw new Refusal('mail-gone', {}, 'This mail is gone.')
    if (mail.text === null)
      throw new Refusal('mail-forgotten', {}, 'The words of this mail are not kept once it is sent.')
    if (standingOf(mail) === 'waiting' && mail.job?.state === 'running') return
    await forgetFailedJobs(db, 'send-mail', id)
    await reopenMail(db, id, at)
    await recordAudit(db, { at, who, act: 'mail-again', subject: mail.to })
  })
}
