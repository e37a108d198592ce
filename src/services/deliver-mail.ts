import { opensDoors } from '../domain/mail.ts'
import type { SendMail } from '../outside/mail.ts'
import { findMail, settleMail } from '../storage/mails.ts'
import type { Store } from '../storage/store.ts'

/**
 * Sends a mail that waits; where nothing sends mails, it is kept for the owner to read, and told on the terminal as
 * well: on a bare machine there is no other way to the first link that lets somebody in. One that was sent or kept
 * already is left alone.
 *
 * @param by send: null where there is no mail server; tell: lines for whoever sits at the machine
 * @throws Setback when it cannot be sent for now
 */
export async function deliverMail(
  store: Store,
  id: string,
  by: { send: SendMail | null; tell: (words: string) => void; now: () => number; signal: AbortSignal },
): Promise<void> {
  const mail = await findMail(store.db, id)
  if (mail?.state !== 'waiting' || mail.text === null) return
  const { to, subject, text, html, purpose } = mail
  if (by.send) await by.send({ id, to, subject, text, html, isAnswer: purpose === 'answer' }, by.signal)
  else by.tell(asLines(`Mail to ${to}: ${subject}`, text))
  const state = by.send ? 'sent' : 'kept'
  await settleMail(store.db, id, { state, at: by.now(), forget: state === 'sent' && opensDoors(purpose) })
}

/** What came from outside must not move the cursor or colour the terminal. */
function asLines(head: string, text: string): string {
  const lines = [
    head,
    ...text
      .trimEnd()
      .split(/\r?\n/)
      .map(line => `    ${line}`.trimEnd()),
  ]
  return `${lines.map(line => line.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')).join('\n')}\n`
}
