import type { NodemailerError } from 'nodemailer'
import { ownHeader } from '../domain/mail-in/machine-mail.ts'
import { Setback } from '../domain/setback.ts'
import type { Mailbox, MailServer } from './mail-server.ts'

/** `isAnswer`: a machine answers a mail: nobody is to answer that by a machine (RFC 3834). */
type OutgoingMail = {
  id: string
  to: string
  subject: string
  text: string
  html: string | null
  isAnswer?: boolean
}

/** By which receivers know that a mail is ours (RFC 6376): the domain of the sender, and a private key in PEM. */
export type Dkim = { selector: string; key: string }

/** A mail of a list: where one POST ends it, and what the list is. */
type OutgoingNotice = OutgoingMail & { end: string; list: { id: string; name: string } }

/**
 * What became of a mail: taken; or refused for this address, for good or for now, with what the server said. `code`: the
 * enhanced status (RFC 3463) where one was told.
 */
type Delivered =
  | { ok: true }
  | { ok: false; isPermanent: boolean; isAddress: boolean; code: string | null; said: string }

/** Many mails over one connection. */
export type MailRun = {
  /** @throws Setback when the server does not answer, or takes nothing at all */
  send: (mail: OutgoingNotice) => Promise<Delivered>
  close: () => void
}

/** @throws Setback when the server cannot be reached or does not take the mail */
export type SendMail = (mail: OutgoingMail, signal: AbortSignal) => Promise<void>

/** In milliseconds; a server that is slower than this is asked again later. */
export type Patience = { connecting: number; greeting: number; silence: number }
const usual: Patience = { connecting: 10_000, greeting: 15_000, silence: 30_000 }

/** Hands mails over to a server. A mail that is sent again has the same Message-ID, by which mailboxes know it. */
export function createMailer(
  server: MailServer,
  from: Mailbox,
  { patience = usual, dkim = null }: { patience?: Patience; dkim?: Dkim | null } = {},
): SendMail {
  const domain = domainOf(from)
  return async (mail, signal) => {
    const transport = await openTransport(server, { patience, dkim: dkim && { ...dkim, domain } })
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html ?? undefined,
        messageId: `<${mail.id}@${domain}>`,
        ...(mail.isAnswer && { envelope: { from: '', to: mail.to } }),
        headers: {
          'Auto-Submitted': mail.isAnswer ? 'auto-replied' : 'auto-generated',
          [ownHeader]: domain,
        },
        signal,
      })
    } catch (error) {
      throw setbackOf(error, `${server.host}:${server.port}`)
    } finally {
      transport.close()
    }
  }
}

/**
 * Opens one connection for many mails of lists. Each has the same Message-ID however often it is sent, so that mailboxes
 * know one that comes twice.
 *
 * @param by returns: the address to which receivers send back what they cannot deliver
 */
export async function openMailRun(
  server: MailServer,
  from: Mailbox,
  {
    patience = usual,
    dkim = null,
    returns = null,
  }: { patience?: Patience; dkim?: Dkim | null; returns?: string | null } = {},
): Promise<MailRun> {
  const domain = domainOf(from)
  const transport = await openTransport(server, { patience, dkim: dkim && { ...dkim, domain } }, true)
  return {
    async send({ id, to, subject, text, html, end, list }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          envelope: { from: returns ?? from.address, to },
          subject,
          text,
          html: html ?? undefined,
          messageId: `<${id}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            [ownHeader]: domain,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
          list: { unsubscribe: end, id: { url: list.id, comment: list.name } },
        })
        return { ok: true }
      } catch (error) {
        return refusalOf(error) ?? Promise.reject(setbackOf(error, `${server.host}:${server.port}`))
      }
    },
    close: () => transport.close(),
  }
}

function domainOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** What concerns this mail alone; null where the server would take no other either. */
function refusalOf(error: unknown): Extract<Delivered, { ok: false }> | null {
  const { code, command, responseCode, response } = error as NodemailerError
  const said = String(response ?? (error as Error).message)
    .replace(/\s+/g, ' ')
    .slice(0, 300)
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? null
  const isOfReceiver = command === 'RCPT TO'
  const isOfMail = command === 'DATA' || code === 'EMESSAGE'
  if (!responseCode || responseCode === 421) {
    // An address that this server cannot be told of at all (letters beyond ASCII before the @, RFC 6531).
    return code === 'EENVELOPE' && !responseCode && /recipient/i.test(said)
      ? { ok: false, isPermanent: true, isAddress: true, code: '5.6.7', said }
      : null
  }
  if (!isOfReceiver && !isOfMail) return null
  // What comes to nobody is told at the end of a mail by some: then it is of the address, too.
  const isAddress = isOfReceiver ? !/^5\.7\./.test(status ?? '') : /^5\.1\./.test(status ?? '')
  return { ok: false, isPermanent: responseCode >= 500, isAddress, code: status, said }
}

/**
 * Whether a server lets us in, without sending anything.
 *
 * @throws Setback when it does not
 */
export async function greetMailServer(server: MailServer, patience: Patience = usual): Promise<void> {
  const transport = await openTransport(server, { patience, dkim: null })
  try {
    await transport.verify()
  } catch (error) {
    throw setbackOf(error, `${server.host}:${server.port}`)
  } finally {
    transport.close()
  }
}

async function openTransport(
  server: MailServer,
  { patience, dkim }: { patience: Patience; dkim: (Dkim & { domain: string }) | null },
  pool = false,
) {
  // Most processes send no mail: they do not load what sends it.
  const { createTransport } = await import('nodemailer')
  return createTransport({
    // Sent again is what nobody knows to be taken, by whoever can write that down: never by the pool itself.
    ...(pool && { pool: true as const, maxConnections: 1, maxMessages: 1e9, maxRequeues: 0 }),
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: !server.isSecure && !server.mayBePlain,
    // Where a mail may go unencrypted, it may go encrypted for a server that nobody vouches for.
    tls: { rejectUnauthorized: !server.mayBePlain },
    auth: server.login ? { user: server.login.user, pass: server.login.password } : undefined,
    connectionTimeout: patience.connecting,
    dnsTimeout: patience.connecting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** What the server said is told to the owner; what we said to it, which may hold a password, is not. */
function setbackOf(error: unknown, server: string): Setback {
  const { code = '', responseCode, response } = error as NodemailerError
  const said = String(response ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
  const values = { server, said }
  const more = { cause: error }
  if (code === 'EAUTH' || code === 'ENOAUTH') return new Setback('mail-login', values, more)
  if (code === 'ETLS') return new Setback('mail-unsafe', { server }, more)
  // A certificate that is not to be trusted ends the handshake with the name of what is wrong.
  if (/CERT|SIGNATURE|ERR_TLS|ERR_SSL/.test(`${code} ${codeOfCause(error)}`))
    return new Setback('mail-unsafe', { server }, more)
  if (responseCode) return new Setback('mail-refused', values, { ...more, again: responseCode < 500 })
  if (code === 'ETIMEDOUT' || code === 'EABORT') return new Setback('mail-slow', { server }, more)
  if (code.startsWith('E')) return new Setback('mail-unreachable', { server }, more)
  throw error
}

function codeOfCause(error: unknown): string {
  const { cause, message } = error as Error
  return `${(cause as { code?: string } | undefined)?.code ?? ''} ${message}`.toUpperCase()
}
