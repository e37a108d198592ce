import type { NodemailerError } from 'nodemailer'
import { Setback } from '../domain/setback.ts'
import type { Mailbox, MailServer } from './mail-server.ts'

type OutgoingMail = { id: string; to: string; subject: string; text: string; html: string | null }

/** @throws Setback when the server cannot be reached or does not take the mail */
export type SendMail = (mail: OutgoingMail, signal: AbortSignal) => Promise<void>

/** In milliseconds; a server that is slower than this is asked again later. */
export type Patience = { connecting: number; greeting: number; silence: number }
const usual: Patience = { connecting: 10_000, greeting: 15_000, silence: 30_000 }

/** Hands mails over to a server. A mail that is sent again has the same Message-ID, by which mailboxes know it. */
export function createMailer(server: MailServer, from: Mailbox, patience: Patience = usual): SendMail {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return async (mail, signal) => {
    const transport = await openTransport(server, patience)
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html ?? undefined,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
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
 * Whether a server lets us in, without sending anything.
 *
 * @throws Setback when it does not
 */
export async function greetMailServer(server: MailServer, patience: Patience = usual): Promise<void> {
  const transport = await openTransport(server, patience)
  try {
    await transport.verify()
  } catch (error) {
    throw setbackOf(error, `${server.host}:${server.port}`)
  } finally {
    transport.close()
  }
}

async function openTransport(server: MailServer, patience: Patience) {
  // Most processes send no mail: they do not load what sends it.
  const { createTransport } = await import('nodemailer')
  return createTransport({
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
