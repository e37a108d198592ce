import { hash } from 'node:crypto'
import { Setback } from '../../domain/setback.ts'
import { type CameMail, insertIncomingMail, sizeOfWaitingMails } from '../../storage/incoming-mails.ts'
import { queueJob } from '../../storage/jobs.ts'
import type { Store } from '../../storage/store.ts'

/** However many send: what waits to be read has no more bytes than this, or it would fill the disk of the site. */
const mostWaiting = 1024 ** 3

/**
 * Keeps a mail that came in, by whichever door; it is read afterwards (`settleMail`). Once this is fulfilled, it is kept
 * for good: the server that handed it over may forget it. What comes twice is taken in once.
 *
 * @param options most: bytes that may wait
 * @returns whether it is new
 * @throws Setback while too much waits: whoever hands it over keeps it, and tries again
 */
export async function takeInMail(
  store: Store,
  mail: Omit<CameMail, 'key'>,
  at: number,
  { most = mostWaiting }: { most?: number } = {},
): Promise<boolean> {
  const key = keyOfMail(mail.bytes, mail.recipient)
  return store.db.transaction().execute(async db => {
    if ((await sizeOfWaitingMails(db)) + mail.bytes.length > most) throw new Setback('mail-nowhere')
    const id = await insertIncomingMail(db, { ...mail, key }, at)
    if (id === null) return false
    await queueJob(db, { kind: 'settle-mail', key: id, data: { mail: id }, dueAt: at })
    return true
  })
}

/**
 * By its Message-ID, who says they wrote it, and all that stands below its head: on its way a mail gets more headers. One
 * without an id is known by all of it.
 */
function keyOfMail(bytes: Uint8Array, recipient: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const crlf = buffer.indexOf('\r\n\r\n')
  const end = crlf >= 0 ? crlf : buffer.indexOf('\n\n')
  const head = buffer
    .subarray(0, Math.min(end < 0 ? buffer.length : end, 256 * 1024))
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const id = field('Message-ID')
  const told = id && end >= 0 ? `${id}\n${field('From')}\n${field('Subject')}` : ''
  const body = told ? buffer.subarray(end) : buffer
  return hash('sha256', `${recipient.toLowerCase()}\n${told}\n${hash('sha256', body, 'hex')}`, 'base64url')
}
