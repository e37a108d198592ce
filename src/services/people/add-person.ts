import type { Role } from '../../domain/curator.ts'
import { isMailAddress } from '../../domain/mail.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Account, findAccountByMail, insertAccount } from '../../storage/accounts.ts'
import { host, recordAudit } from '../../storage/audit.ts'
import { findSeries } from '../../storage/series.ts'
import type { Db } from '../../storage/tables.ts'
import { makeLink } from '../sign-in/links.ts'
import { type AuthSite, withAuth } from '../sign-in/with-auth.ts'
import { changeRoleWithin } from './change-role.ts'

export type HostLink = { account: Account; token: string }

/**
 * Gives somebody an account, if they have none, and a role; both on the host's word. The link that comes of it signs
 * them in once, within a day.
 *
 * @param told name: what they are called, where the account is new; series: slug of the one series the role is for
 * @throws Refusal when `email` is no address, or there is no such series
 */
export async function addPerson(
  site: AuthSite,
  told: { email: string; name: string | null; role: Role; series: string | null; at: number },
): Promise<HostLink> {
  const { email, name, role, series: slug, at } = told
  if (!isMailAddress(email.trim()))
    throw new Refusal('mail-address-wrong', {}, `“${email}” is no mail address.`)
  if (role === 'owner' && slug !== null)
    throw new Refusal('owner-of-series', {}, 'Owners own the whole site; leave --series out.')
  return withAuth(site, async (db, auth) => {
    const series = slug === null ? null : await findSeries(db, slug)
    if (slug !== null && !series)
      throw new Refusal('series-unknown', { series: slug }, `There is no series “${slug}”.`)
    const account = (await findAccountByMail(db, email)) ?? (await newAccount(db, { email, name, at }))
    await changeRoleWithin(db, 'host', { accountId: account.id, seriesId: series?.id ?? null, role, at })
    return { account, token: await makeLink(auth, 'host', { accountId: account.id, at }) }
  })
}

/**
 * Makes a link that signs somebody in once, within a day: the way back in for whoever lost their password, their
 * second factor, or their mail.
 *
 * @throws Refusal when there is no such account
 */
export async function makeHostLink(
  site: AuthSite,
  { email, at }: { email: string; at: number },
): Promise<HostLink> {
  return withAuth(site, async (db, auth) => {
    const account = await findAccountByMail(db, email)
    if (!account)
      throw new Refusal('account-unknown', {}, `Nobody has an account with the address “${email}”.`)
    await recordAudit(db, { at, who: host, act: 'host-link-made', subject: account.email })
    return { account, token: await makeLink(auth, 'host', { accountId: account.id, at }) }
  })
}

async function newAccount(
  db: Db,
  { email, name, at }: { email: string; name: string | null; at: number },
): Promise<Account> {
  const account = (await insertAccount(db, { email, name: name ?? email.split('@', 1)[0]!, at }))!
  await recordAudit(db, { at, who: host, act: 'account-added', subject: account.email })
  return account
}
