import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import { isMailAddress, type Mail, type MailPurpose } from '../domain/mail.ts'
import { Refusal } from '../domain/refusal.ts'
import { among } from './dialects/among.ts'
import { findOpenJobs, queueJob } from './jobs.ts'
import type { Db, Tables } from './tables.ts'

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

export async function findMail(db: Db, id: string): Promise<Mail | null> {
  const row = await db.selectFrom('mails').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? (await withJobs(db, [row]))[0]! : null
}

/** To whom these mails are, by their ids. */
export async function findReceivers(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('mails')
    .where(among(db, 'id', ids))
    .select(['id', 'to'])
    .execute()
  return new Map(rows.map(({ id, to }) => [id, to]))
}

/** The newest first. @param before the id of the last mail seen */
export async function listMails(
  db: Db,
  { before, limit }: { before?: string; limit: number },
): Promise<Mail[]> {
  const last =
    before === undefined
      ? undefined
      : await db.selectFrom('mails').where('id', '=', before).select('created_at').executeTakeFirst()
  const rows = await db
    .selectFrom('mails')
    .$if(last !== undefined, query =>
      query.where(({ eb, or, and }) =>
        or([
          eb('created_at', '<', last!.created_at),
          and([eb('created_at', '=', last!.created_at), eb('id', '<', before!)]),
        ]),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute()
  return withJobs(db, rows)
}

/** Says that a mail was sent or is kept. @param forget its words are not kept any longer */
export async function settleMail(
  db: Db,
  id: string,
  { state, at, forget }: { state: 'sent' | 'kept'; at: number; forget: boolean },
): Promise<void> {
  await db
    .updateTable('mails')
    .set({ state, settled_at: at, ...(forget ? { text: null, html: null } : {}) })
    .where('id', '=', id)
    .execute()
}

/** Lets a mail wait to be sent once more. */
export async function reopenMail(db: Db, id: string, at: number): Promise<void> {
  await db.updateTable('mails').set({ state: 'waiting', settled_at: null }).where('id', '=', id).execute()
  await queueJob(db, { kind: 'send-mail', key: id, data: { mail: id }, dueAt: at })
}

/** Mails that asked an address whether it is to be told something: they go with it. */
export async function removeAskingMails(db: Db, to: string): Promise<void> {
  await db.deleteFrom('mails').where('to', '=', to).where('purpose', '=', 'subscription').execute()
}

/**
 * Mails of these kinds to an address go, with the work that would send them and with what servers said of them.
 *
 * @param token where nobody has proved to read that mailbox: of what is not sent yet, only what this stands in
 */
export async function removeMailsTo(
  db: Db,
  to: string,
  purposes: readonly MailPurpose[],
  token: string | null = null,
): Promise<void> {
  const rows = await db
    .deleteFrom('mails')
    .where(({ eb, fn }) => eb(fn<string>('lower', ['to']), '=', to.toLowerCase()))
    .where('purpose', 'in', [...purposes])
    .$if(token !== null, query =>
      query.where(({ eb, or }) => or([eb('state', '=', 'sent'), eb('text', 'like', `%${token}%`)])),
    )
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  await db
    .deleteFrom('jobs')
    .where('kind', '=', 'send-mail')
    .where(among(db, 'key', ids))
    .execute()
}

export async function removeMailsBefore(db: Db, moment: number): Promise<void> {
  await db.deleteFrom('mails').where('created_at', '<', moment).execute()
}

async function withJobs(db: Db, rows: Selectable<Tables['mails']>[]): Promise<Mail[]> {
  const jobs = await findOpenJobs(
    db,
    'send-mail',
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, to, subject, text, html, purpose, state, created_at, settled_at }) => {
    const job = jobs.get(id)
    return {
      id,
      to,
      subject,
      text,
      html,
      purpose: purpose as MailPurpose,
      state,
      createdAt: created_at,
      settledAt: settled_at,
      job: job ? { state: job.state, attempts: job.attempts, dueAt: job.dueAt, setback: job.setback } : null,
    }
  })
}
