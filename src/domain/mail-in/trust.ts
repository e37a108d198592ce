import { isFreeHost } from './free-hosts.ts'
import type { MailProof } from './proof.ts'

/** What a domain is known for, from which a mail is proven to come. */
export type DomainKnown = {
  /** Whose it is: by their site, or because a curator said so. */
  organisations: { id: string; name: string; by: 'site' | 'curator' }[]
  /** What became of suggestions that came from it. */
  accepted: number
  spam: number
}

/**
 * What may be thought of who wrote a mail, with its reason. `none`: nothing is proven; `mailbox`: it is theirs, and says
 * nothing of whom they write for; `organisation`: they write for one that is known; `trusted`: and what came from there
 * before was good.
 */
export type MailTrust = {
  level: 'none' | 'mailbox' | 'organisation' | 'trusted'
  domain: string | null
  known: DomainKnown
}

const nothingKnown: DomainKnown = { organisations: [], accepted: 0, spam: 0 }

export function trustIn({ domain }: Pick<MailProof, 'domain'>, known: DomainKnown | null): MailTrust {
  if (domain === null || known === null) return { level: 'none', domain, known: nothingKnown }
  if (isFreeHost(domain) || known.organisations.length === 0)
    return { level: 'mailbox', domain, known: { ...known, organisations: [] } }
  const isGood = known.accepted > 0 && known.spam === 0
  return { level: isGood ? 'trusted' : 'organisation', domain, known }
}
