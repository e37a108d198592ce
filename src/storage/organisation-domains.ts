import { isFreeHost } from '../domain/mail-in/free-hosts.ts'
import { registrableDomain } from '../domain/mail-in/proof.ts'
import type { DomainKnown } from '../domain/mail-in/trust.ts'
import type { Db } from './tables.ts'

/** A domain whose mails speak for an organisation. `site`: its site is there, and nobody has said otherwise. */
export type OwnDomain = { domain: string; state: 'site' | 'confirmed' | 'refused'; by: string | null }

/** Which domains are an organisation's, by name. */
export async function readDomainsOf(
  db: Db,
  { id, url }: { id: string; url: string | null },
): Promise<OwnDomain[]> {
  const told = await db
    .selectFrom('organisation_domains')
    .where('organisation_id', '=', id)
    .orderBy('domain')
    .select(['domain', 'state', 'by'])
    .execute()
  const own = domainOfSite(url)
  if (own === null || told.some(({ domain }) => domain === own)) return told
  return [{ domain: own, state: 'site', by: null }, ...told]
}

/** Of a page on a host where anybody has one, nothing follows. */
function domainOfSite(url: string | null): string | null {
  const host = url === null ? null : URL.parse(url)?.hostname
  const domain = host ? registrableDomain(host) : null
  return domain === null || isFreeHost(domain) ? null : domain
}

/** Says of a domain that it is an organisation's, or is not. */
export async function putDomain(
  db: Db,
  told: { organisationId: string; domain: string; state: 'confirmed' | 'refused'; at: number; by: string },
): Promise<void> {
  const { organisationId, domain, state, at, by } = told
  await db
    .insertInto('organisation_domains')
    .values({ organisation_id: organisationId, domain, state, at, by })
    .onConflict(conflict => conflict.columns(['organisation_id', 'domain']).doUpdateSet({ state, at, by }))
    .execute()
}

/**
 * What a domain is known for: whose it is, and what came from there.
 *
 * @param domain a registrable one
 * @param mailKey of the mailbox there that is asked about
 */
export async function knowDomain(db: Db, domain: string, mailKey: string | null): Promise<DomainKnown> {
  const told = await db
    .selectFrom('organisation_domains')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .where('domain', '=', domain)
    .where('merged_into', 'is', null)
    .select(['organisations.id', 'name', 'state'])
    .execute()
  const near = await db
    .selectFrom('organisations')
    .where('merged_into', 'is', null)
    .where('url', 'like', `%${domain.replace(/[\\%_]/g, '')}%`)
    .select(['id', 'name', 'url'])
    .limit(500)
    .execute()
  const sites = near.filter(
    ({ id, url }) => domainOfSite(url) === domain && !told.some(each => each.id === id),
  )
  const rows = await db
    .selectFrom('suggestions')
    .innerJoin('incoming_mails', 'suggestion_id', 'suggestions.id')
    .where('domain', '=', domain)
    .where('incoming_mails.state', '=', 'taken')
    .where('suggestions.state', 'in', ['accepted', 'spam'])
    .groupBy(['suggestions.state', 'incoming_mails.mail_key'])
    .select(['suggestions.state', 'incoming_mails.mail_key', ({ fn }) => fn.countAll<number>().as('count')])
    .execute()
  const count = (state: string, key?: string | null) =>
    rows
      .filter(row => row.state === state && (key === undefined || (key !== null && row.mail_key === key)))
      .reduce((sum, row) => sum + Number(row.count), 0)
  return {
    organisations: [
      ...told.flatMap(({ id, name, state }) =>
        state === 'confirmed' ? [{ id, name, by: 'curator' as const }] : [],
      ),
      ...sites.map(({ id, name }) => ({ id, name, by: 'site' as const })),
    ],
    accepted: count('accepted'),
    spam: count('spam'),
    mailbox: { accepted: count('accepted', mailKey), spam: count('spam', mailKey) },
  }
}
