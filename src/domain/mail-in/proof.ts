import { parse } from 'tldts'

export type MailResult =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'policy'
  | 'temperror'
  | 'permerror'

/**
 * What is known of where a mail came from. `domain` is that of its From, where it is proven that whoever may send for
 * this domain did: by DKIM or SPF in line with it (DMARC, RFC 9989). Null: nothing is proven, whoever it says it is from.
 */
export type MailProof = {
  from: string | null
  domain: string | null
  by: 'dkim' | 'spf' | 'host' | null
  spf: MailResult
  dkim: { result: MailResult; domain: string }[]
  dmarc: MailResult
  arc: MailResult
  /** Of the signature that proves it, a digest: who hands on a mail of somebody else brings the same. */
  signature?: string | null
  /** Whether what proves it also tells to whom it was written. */
  isOfReceiver?: boolean
  /** Whether it was written to others, or came before: whoever sent it here is somebody else, perhaps. */
  isHandedOn?: boolean
  /** Who saw it: this site, or the host that took it in and whose word is trusted. */
  seenBy: string | null
}

export const unproven: MailProof = {
  from: null,
  domain: null,
  by: null,
  spf: 'none',
  dkim: [],
  dmarc: 'none',
  arc: 'none',
  seenBy: null,
}

/**
 * The domain that somebody registered, by the public suffix list: `news.iom.int` → `iom.int`. What belongs to many, such
 * as `github.io`, is no one's: `a.github.io` stands for itself. Null for what is no such name.
 */
export function registrableDomain(host: string): string | null {
  const { domain, isIp } = parse(host.trim().toLowerCase().replace(/\.$/, ''), { allowPrivateDomains: true })
  return isIp ? null : domain
}
