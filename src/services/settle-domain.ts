import { isFreeHost } from '../domain/mail-in/free-hosts.ts'
import { registrableDomain } from '../domain/mail-in/proof.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { touchBlog } from '../storage/blog.ts'
import { putDomain } from '../storage/organisation-domains.ts'
import type { Store } from '../storage/store.ts'
import { takeOrganisation } from './merge-organisations.ts'

/**
 * Says of a domain whether mails from it speak for an organisation.
 *
 * @throws Refusal when the organisation is gone, or anybody may have a mailbox there
 */
export async function settleDomain(
  store: Store,
  organisationId: string,
  told: { domain: string; state: 'confirmed' | 'refused' },
  { who, at }: { who: Actor; at: number },
): Promise<void> {
  const host = told.domain.trim().replace(/^.*@|^https?:\/\/|[/?#].*$/g, '')
  const domain = host.length > 253 ? null : registrableDomain(host)
  if (domain === null || isFreeHost(domain))
    throw new Refusal('domain-wrong', { domain: told.domain.slice(0, 80) }, 'That is no domain of their own.')
  await store.db.transaction().execute(async db => {
    const { name } = await takeOrganisation(db, organisationId)
    await putDomain(db, { organisationId, domain, state: told.state, at, by: who.name })
    const details = { domain, state: told.state }
    await recordAudit(db, { at, who, act: 'organisation-edited', subject: name, details })
    // Pages of entries ask their organisers, or do so no more.
    await touchBlog(db)
  })
}
