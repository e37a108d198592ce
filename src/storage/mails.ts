import { randomUUIDv7 } from 'node:crypto'
import { isMailAddress, type MailPurpose } from '../domain/mail.ts'
import { Refusal } from '../domain/refusal.ts'
import { queueJob } from './jobs.ts'
import type { Db } from './tables.ts'

export type NewMail = {
  to: string
  subject: string
  text: string
  html?: string
  purpose: MailPurpose
  /** Epoch milliseconds. */
  at: number
}

/**
 * Queues a mail, in the transaction of the change that causes it. It is sent soon after; on a machine without a
 * mail server it is kept for the owner to read in the outbox.
 *
 * @returns its id
 * @throws Refusal when `to` is not one address
 */
export async function queueMail(db: Db, mail: NewMail): Promise<string> {
  const { to, text, html = null, purpose, at } = mail
  if (!isMailAddress(to))
    throw new Refusal('mail-address-wrong', { to }, `“${to}” is not the address of a mailbox.`)
  // A subject is one line, whatever a title in it holds.
  const subject = mail.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const id = randomUUIDv7()
  await db
    .insertInto('mails')
    .values({ id, to, subject, text, html, purpose, state: 'waiting', created_at: at, settled_at: null })
    .execute()
  await queueJob(db, { kind: 'send-mail', key: id, data: { mail: id }, dueAt: at })
  return id
}
