import { covers, mayGrant } from '../../domain/curator.ts'
import { type Account, findAccountByMail, insertAccount, writePassword } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import { grantRole, listGrants } from '../../storage/grants.ts'
import { deleteInvitation, findInvitation, type Invitation } from '../../storage/invitations.ts'
import type { Store } from '../../storage/store.ts'
import type { Db } from '../../storage/tables.ts'
import { type Entered, enterWithin } from '../sign-in/enter.ts'
import { hashOf } from '../sign-in/one-time.ts'
import { type AuthSite, openAuth, withAuth } from '../sign-in/with-auth.ts'

/**
 * The invitation of a link, and whether its address has an account. Null where the link opens nothing: it was accepted
 * or withdrawn, is too old, or whoever sent it may not give that role any more.
 */
export async function openInvitation(
  store: Store,
  { token, at }: { token: string; at: number },
): Promise<{ invitation: Invitation; account: Account | null } | null> {
  const invitation = await findOpen(store.db, { token, at })
  return invitation && { invitation, account: await findAccountByMail(store.db, invitation.email) }
}

/**
 * Makes an account for whoever was invited, with the role they were offered, and signs them in.
 *
 * @param told password: null where a passkey comes next
 * @returns null where the link opens nothing any more, or its address has an account by now
 */
export async function acceptInvitation(
  site: AuthSite,
  told: { token: string; name: string; password: string | null },
  { headers, at }: { headers: Headers; at: number },
): Promise<Entered | null> {
  const { token, name, password } = told
  const hash =
    password === null ? null : await (await (await openAuth(site)).$context).password.hash(password)
  return withAuth(site, async (db, auth) => {
    const invitation = await takeOpen(db, { token, at })
    const account = invitation && (await insertAccount(db, { name, email: invitation.email, at }))
    if (!account) return null
    if (hash !== null) await writePassword(db, account.id, { hash, at })
    await take(db, account, invitation, at)
    return enterWithin(db, auth, account, { means: 'invitation', headers, at })
  })
}

/**
 * Gives the role to somebody who has an account already and is signed in with it. A greater one they have stays.
 *
 * @returns false where the link opens nothing any more, or is another account's
 */
export async function joinByInvitation(
  store: Store,
  who: { id: string; name: string; email: string },
  { token, at }: { token: string; at: number },
): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const open = await findOpen(db, { token, at })
    if (open?.email !== who.email || !(await deleteInvitation(db, open.id))) return false
    await take(db, who, open, at)
    return true
  })
}

async function take(
  db: Db,
  account: { id: string; name: string },
  { role, series, email }: Invitation,
  at: number,
): Promise<void> {
  const seriesId = series?.id ?? null
  const former = (await listGrants(db, account.id)).find(each => each.seriesId === seriesId)?.role
  if (former === undefined || covers(role, former))
    await grantRole(db, { accountId: account.id, seriesId, role, at })
  await recordAudit(db, {
    at,
    who: account,
    act: 'invitation-accepted',
    subject: email,
    details: { role, series: series?.title ?? null },
  })
}

async function takeOpen(db: Db, told: { token: string; at: number }): Promise<Invitation | null> {
  const invitation = await findOpen(db, told)
  return invitation && (await deleteInvitation(db, invitation.id)) ? invitation : null
}

async function findOpen(db: Db, { token, at }: { token: string; at: number }): Promise<Invitation | null> {
  const invitation = await findInvitation(db, { token: hashOf(token) })
  if (!invitation || invitation.expiresAt <= at || !invitation.by) return null
  const grants = await listGrants(db, invitation.by.id)
  const offered = { role: invitation.role, seriesId: invitation.series?.id ?? null }
  return mayGrant({ grants }, offered) ? invitation : null
}
