import type { FC } from 'hono/jsx'
import type { MailProof } from '../../domain/mail-in/proof.ts'
import { type MailTrust, trustIn } from '../../domain/mail-in/trust.ts'
import { findMailOfSuggestion } from '../../storage/incoming-mails.ts'
import { knowDomain } from '../../storage/organisation-domains.ts'
import type { Db } from '../../storage/tables.ts'
import type { Showing } from '../ui/showing.ts'

export type TrustShown = { proof: MailProof; trust: MailTrust }

/** What is proven of the mail that a suggestion came by; null where it came by none. */
export async function trustOf(db: Db, suggestionId: string): Promise<TrustShown | null> {
  const mail = await findMailOfSuggestion(db, suggestionId)
  if (!mail) return null
  const { proof, mailKey } = mail
  const known = proof.domain === null ? null : await knowDomain(db, proof.domain, mailKey)
  return { proof, trust: trustIn(proof, known) }
}

/** For whom somebody is proven to write, and by what: whoever decides is told the reason. */
export const MailTrustLine: FC<{ shown: TrustShown; showing: Showing }> = ({ shown, showing: { say } }) => {
  const { proof, trust } = shown
  const { level, domain, known } = trust
  const names = known.organisations.map(({ name }) => name).join(', ')
  const dkim =
    proof.dkim.map(({ result, domain: by }) => (by ? `${result} (${by})` : result)).join(', ') || 'none'
  return (
    <p class="hint">
      {level === 'none'
        ? say(proof.isHandedOn ? 'mail-trust.handed-on' : 'mail-trust.none')
        : level === 'mailbox'
          ? say('mail-trust.mailbox', { domain: domain! })
          : say('mail-trust.organisation', { names, domain: domain!, count: known.accepted })}{' '}
      <small dir="ltr" translate="no">
        SPF {proof.spf} · DKIM {dkim} · DMARC {proof.dmarc} · ARC {proof.arc}
      </small>
    </p>
  )
}
