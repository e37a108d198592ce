import { hash } from 'node:crypto'
import { type MailProof, type MailResult, registrableDomain, unproven } from '../domain/mail-in/proof.ts'
import type { AskDns } from './ask-dns.ts'
import { trustedResults } from './trusted-results.ts'

/** What is known of how a mail came. `client`: who handed it over, where that was not one's own server. */
export type Handover = { sender: string | null; client: { ip: string; helo: string } | null }

/**
 * Looks where a mail came from: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 9989) and ARC (RFC 8617). Of a mail that
 * another host took in, SPF is what that host says, where the host is trusted; what anybody else says is not read.
 *
 * @param given trustedHost: whose `Authentication-Results` are believed (its authserv-id)
 */
export async function proveMail(
  bytes: Uint8Array,
  { sender, client }: Handover,
  { dns, host, trustedHost }: { dns: AskDns; host: string; trustedHost: string | null },
): Promise<MailProof> {
  const { authenticate } = await import('mailauth')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = await authenticate(buffer, {
    mta: host,
    resolver: bounded(dns),
    disableBimi: true,
    rejectRsaSha1: true,
    ...(client && { ip: client.ip, helo: client.helo, sender: sender ?? '' }),
  }).catch(() => null)
  if (!seen) return unproven
  const dkim = seen.dkim.results.slice(0, 5).map(({ signingDomain = '', status }) => ({
    result: resultOf(status.result),
    domain: signingDomain.slice(0, 255),
  }))
  const from = seen.dkim.headerFrom[0]?.toLowerCase() ?? null
  const isOne = seen.dkim.fromFields === 1 && seen.dkim.headerFrom.length === 1
  const told: MailProof = {
    ...unproven,
    from: isOne ? from : null,
    spf: client && seen.spf ? resultOf(seen.spf.status.result) : 'none',
    dkim,
    dmarc: seen.dmarc ? resultOf(seen.dmarc.status.result) : 'none',
    arc: seen.arc ? resultOf(seen.arc.status.result) : 'none',
    seenBy: host,
  }
  const domain = from === null ? null : registrableDomain(from.slice(from.lastIndexOf('@') + 1))
  if (!isOne || !domain || !isPlain(seen.dkim.headers?.parsed ?? [])) return told
  // What the domain's own policy does not let pass is proven by nothing.
  if (seen.dmarc && told.dmarc !== 'pass' && told.dmarc !== 'none') return { ...told, ...(await byHost()) }
  const signed = seen.dkim.results.find(
    ({ status, signingDomain, signingHeaders }) =>
      status.result === 'pass' &&
      status.aligned &&
      !status.underSized &&
      !status.testing &&
      registrableDomain(signingDomain ?? '') === domain &&
      /(?:^|:)\s*subject\s*(?::|$)/i.test(signingHeaders?.keys ?? ''),
  )
  if (signed) {
    const signature = hash('sha256', String(signed.signature ?? '').replace(/\s+/g, ''), 'base64url')
    const isSigned = (name: string) =>
      new RegExp(`(?:^|:)\\s*${name}\\s*(?::|$)`, 'i').test(signed.signingHeaders?.keys ?? '')
    const hasCopies = seen.dkim.headers?.parsed.some(({ key }) => key === 'cc') ?? false
    // Who sends it on could write another line of receivers into it, where the signature knows of none.
    const isOfReceiver = isSigned('to') && (!hasCopies || isSigned('cc'))
    return { ...told, domain, by: 'dkim', signature, isOfReceiver }
  }
  // Without a policy of the domain, whoever shares a server with it could write in its name.
  const isSent =
    told.dmarc === 'pass' &&
    told.spf === 'pass' &&
    registrableDomain(seen.spf ? seen.spf.domain : '') === domain &&
    seen.dmarc &&
    Boolean(seen.dmarc.alignment.spf.result)
  if (isSent) return { ...told, domain, by: 'spf' }
  return { ...told, ...(await byHost()) }

  /** What the host says that took the mail in: it alone knew from where it came. */
  async function byHost(): Promise<Partial<MailProof>> {
    if (client || !trustedHost) return {}
    const results = await trustedResults(seen!.dkim.headers?.parsed ?? [], trustedHost)
    if (!results) return {}
    const { spf, dmarc } = results
    const isProven = dmarc.result === 'pass' && registrableDomain(dmarc.from) === domain
    const own = { spf: spf.result, dmarc: dmarc.result, seenBy: trustedHost }
    return isProven ? { ...own, domain, by: 'host', isOfReceiver: true } : own
  }
}

/** What stands twice is read one way by who proves it, and another way by who shows it. */
const once = [
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'sender',
  'message-id',
  'content-type',
  'mime-version',
  'reply-to',
]

function isPlain(headers: readonly { key: string }[]): boolean {
  return once.every(name => headers.filter(({ key }) => key === name).length <= 1)
}

/** A mail with a thousand signatures asks for no thousand names. */
function bounded(dns: AskDns): AskDns {
  let asked = 0
  return async (name, type) => {
    if (++asked > 60) throw Object.assign(new Error('Enough was asked for one mail.'), { code: 'ETIMEOUT' })
    return dns(name, type)
  }
}

function resultOf(told: string): MailResult {
  const known = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror'] as const
  return known.find(result => result === told) ?? (told === 'temperr' ? 'temperror' : 'none')
}
