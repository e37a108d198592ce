import { randomUUIDv7 } from 'node:crypto'
import type { MailProof } from '../domain/mail-in/proof.ts'
import { openStates } from '../domain/suggestion.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './tables.ts'

type MailDoor = 'mailbox' | 'listener'

/** A mail as it came. `client`: who handed it over, where that was not one's own server. */
export type CameMail = {
  /** By which it is known, however often and by whichever door it comes. */
  key: string
  door: MailDoor
  recipient: string
  /** Of the envelope; null where it is not known. */
  sender: string | null
  client: { ip: string; helo: string } | null
  isWhole: boolean
  bytes: Uint8Array
}

/** Keeps a mail. @returns its id; null where it is here already */
export async function insertIncomingMail(db: Db, mail: CameMail, at: number): Promise<string | null> {
  const id = randomUUIDv7()
  const inserted = await db
    .insertInto('incoming_mails')
    .values({
      id,
      key: mail.key,
      door: mail.door,
      came_at: at,
      recipient: mail.recipient,
      sender: mail.sender,
      client: toJson(mail.client),
      is_whole: mail.isWhole ? 1 : 0,
      state: 'waiting',
      why: null,
      mail_key: null,
      domain: null,
      proof: null,
      edition_id: null,
      suggestion_id: null,
      answered_at: null,
      settled_at: null,
    })
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return null
  await db.insertInto('incoming_mail_sources').values({ mail_id: id, bytes: mail.bytes }).execute()
  return id
}

/** How many bytes wait to be read. */
export async function sizeOfWaitingMails(db: Db): Promise<number> {
  const { bytes } = await db
    .selectFrom('incoming_mail_sources')
    .select(({ fn, ref }) => fn.sum<number | null>(fn<number>('octet_length', [ref('bytes')])).as('bytes'))
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/** A mail that waits to be taken in; null where that is done. */
export async function findWaitingMail(db: Db, id: string): Promise<(CameMail & { cameAt: number }) | null> {
  const row = await db
    .selectFrom('incoming_mails')
    .innerJoin('incoming_mail_sources', 'mail_id', 'id')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .selectAll()
    .executeTakeFirst()
  if (!row) return null
  const { key, door, recipient, sender, client, is_whole, bytes, came_at } = row
  const isWhole = is_whole === 1
  return { key, door, recipient, sender, client: fromJson(client), isWhole, bytes, cameAt: came_at }
}

export type SettledMail = {
  state: 'taken' | 'left'
  /** Why it was left. */
  why: string | null
  mailKey: string | null
  proof: MailProof | null
  editionId: string | null
  suggestionId: string | null
}

/**
 * Says what became of a mail. What it held is not kept any longer, nor who handed it over.
 *
 * @returns whether it still waited
 */
export async function settleIncomingMail(
  db: Db,
  id: string,
  { state, why, mailKey, proof, editionId, suggestionId }: SettledMail,
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('incoming_mails')
    .set({
      state,
      why,
      mail_key: mailKey,
      domain: proof?.domain ?? null,
      signature: proof?.signature ?? null,
      proof: toJson(proof),
      edition_id: editionId,
      suggestion_id: suggestionId,
      client: null,
      sender: null,
      settled_at: at,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await db.deleteFrom('incoming_mail_sources').where('mail_id', '=', id).execute()
  return true
}

/** Whether another mail came with the same signature before. */
export async function hasSignature(db: Db, signature: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom('incoming_mails')
    .where('signature', '=', signature)
    .where('id', '<>', except)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How often this mailbox, by its hash, was answered since a moment. */
export async function countMailAnswers(db: Db, mailKey: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('incoming_mails')
    .where('mail_key', '=', mailKey)
    .where('answered_at', '>', since)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** @returns whether it had not been answered yet */
export async function markMailAnswered(db: Db, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('incoming_mails')
    .set({ answered_at: at })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** The mail of a suggestion: what was proven of it. */
export async function findMailOfSuggestion(
  db: Db,
  suggestionId: string,
): Promise<{ proof: MailProof; recipient: string; cameAt: number; mailKey: string | null } | null> {
  const row = await db
    .selectFrom('incoming_mails')
    .where('suggestion_id', '=', suggestionId)
    .select(['proof', 'recipient', 'came_at', 'mail_key'])
    .executeTakeFirst()
  const proof = row ? fromJson<MailProof>(row.proof) : null
  if (!row || !proof) return null
  return { proof, recipient: row.recipient, cameAt: row.came_at, mailKey: row.mail_key }
}

/** When mails came that say they are from a mailbox, by its hash, and what became of them; the newest first. */
export async function listMailsFrom(
  db: Db,
  mailKey: string,
): Promise<{ at: number; state: string; why: string | null; proven: string | null }[]> {
  return db
    .selectFrom('incoming_mails')
    .where('mail_key', '=', mailKey)
    .orderBy('came_at', 'desc')
    .orderBy('id', 'desc')
    .select(['came_at as at', 'state', 'why', 'domain as proven'])
    .execute()
}

/**
 * Whose these mails were is not known any more. Those that nobody has read yet go as they came: who wrote them stands
 * in them.
 */
export async function forgetMailsFrom(
  db: Db,
  { mail, mailKey }: { mail: string; mailKey: string },
): Promise<void> {
  const own = await db
    .selectFrom('incoming_mails')
    .where('mail_key', '=', mailKey)
    .select(['id', 'proof'])
    .execute()
  await forgetSendersOf(db, own)
  const waiting = await db
    .selectFrom('incoming_mails')
    .innerJoin('incoming_mail_sources', 'mail_id', 'id')
    .where('state', '=', 'waiting')
    .select(({ fn, ref, val }) => [
      'id',
      'sender',
      fn<Uint8Array>('substr', [ref('bytes'), val(1), val(64 * 1024)]).as('head'),
    ])
    .execute()
  const address = mail.toLowerCase()
  for (const { id, sender, head } of waiting) {
    const [from = ''] = /^from:.*(?:\r?\n[ \t].*)*/im.exec(Buffer.from(head).toString('latin1')) ?? []
    const written = from
      .toLowerCase()
      .match(/[^\s<>(),;:"]+@[^\s<>(),;:"]+/g)
      ?.at(-1)
    if (sender?.toLowerCase() !== address && written !== address) continue
    await db.deleteFrom('incoming_mails').where('id', '=', id).execute()
  }
}

/** Who wrote mails of which nothing is to be decided any more. */
export async function forgetMailSenders(db: Db, settledBefore: number): Promise<void> {
  const old = await db
    .selectFrom('incoming_mails')
    .leftJoin('suggestions', 'suggestions.id', 'suggestion_id')
    .where('incoming_mails.mail_key', 'is not', null)
    .where('settled_at', '<', settledBefore)
    .where(({ eb, or }) =>
      or([
        eb('suggestions.id', 'is', null),
        eb('suggestions.state', 'not in', [...openStates]).and('changed_at', '<', settledBefore),
      ]),
    )
    .select(['incoming_mails.id', 'proof'])
    .execute()
  await forgetSendersOf(db, old)
}

/** Of its domain is known what came before; of the mailbox, nothing. */
async function forgetSendersOf(db: Db, mails: { id: string; proof: string | null }[]): Promise<void> {
  for (const { id, proof } of mails) {
    const told = fromJson<MailProof>(proof)
    await db
      .updateTable('incoming_mails')
      .set({ mail_key: null, recipient: '', proof: toJson(told && { ...told, from: null }) })
      .where('id', '=', id)
      .execute()
  }
}

/** What was done with long ago goes. By what is left of it, a mail that comes again is known. */
export async function forgetIncomingMails(db: Db, before: number): Promise<void> {
  await db
    .deleteFrom('incoming_mails')
    .where('state', '<>', 'waiting')
    .where('settled_at', '<', before)
    .execute()
}
