import { isFreeHost } from './free-hosts.ts'
import type { MailProof } from './proof.ts'

/** What a domain is known for, from which a mail is proven to come. */
export type DomainKnown = {
  /** Whose it is: by their site, or because a curator said so. */
  organisations: { id: string; name: string; by: 'site' | 'curator' }[]
  /** What became of suggestions that came from it, and from this mailbox alone. */
  accepted: number
  spam: number
  mailbox: { accepted: number; spam: number }
}

/**
 * What may be thought of who wrote a mail, with its reason. `none`: nothing is proven; `mailbox`: it is theirs, and says
 * nothing of whom they write for; `organisation`: they write for one that is known; `trusted`: and what came from them before
 * was good.
 */
export type MailTrust = {
  level: 'none' | 'mailbox' | 'organisation' | 'trusted'
  domain: string | null
  known: DomainKnown
}

const nothingKnown: DomainKnown = {
  organisations: [],
  accepted: 0,
  spam: 0,
  mailbox: { accepted: 0, spam: 0 },
}

/** So many suggestions of a domain that were taken make up for one that was spam. */
const takenForSpam = 3

/**
 * Trust is a mailbox's: somebody new at a university gains nothing by what others there sent, and costs them nothing.
 * Only where a curator has confirmed the domain as the organisation's own do its people speak for each other.
 */
export function trustIn({ domain }: Pick<MailProof, 'domain'>, known: DomainKnown | null): MailTrust {
  if (domain === null || known === null) return { level: 'none', domain, known: nothingKnown }
  if (isFreeHost(domain) || known.organisations.length === 0)
    return { level: 'mailbox', domain, known: { ...known, organisations: [] } }
  const { mailbox, accepted, spam, organisations } = known
  const isOwn = organisations.some(({ by }) => by === 'curator')
  const isKnown = mailbox.accepted > 0 || (isOwn && accepted > spam * takenForSpam)
  const isGood = mailbox.spam === 0 && isKnown
  return { level: isGood ? 'trusted' : 'organisation', domain, known }
}
