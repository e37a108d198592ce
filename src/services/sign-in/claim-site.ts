import { findAccountByMail, insertAccount, writePassword } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import { countOwners, grantRole } from '../../storage/grants.ts'
import { takeSetting } from '../../storage/settings.ts'
import { type Entered, enterWithin } from './enter.ts'
import { claimSetting } from './offer-claim.ts'
import { hashOf } from './one-time.ts'
import { type AuthSite, openAuth, withAuth } from './with-auth.ts'

/**
 * Makes whoever has the token the site’s first owner and signs them in.
 *
 * @param claim password: null where a passkey comes next
 * @returns null where the token claims nothing: somebody else was first, the host named an
 *   owner, or the site was started again since
 */
export async function claimSite(
  site: AuthSite,
  claim: { token: string; name: string; email: string; password: string | null },
  { headers, at }: { headers: Headers; at: number },
): Promise<Entered | null> {
  const { token, name, email, password } = claim
  const hash =
    password === null ? null : await (await (await openAuth(site)).$context).password.hash(password)
  return withAuth(site, async (db, auth) => {
    if (!(await takeSetting(db, claimSetting, hashOf(token))) || (await countOwners(db)) > 0) return null
    const account = (await insertAccount(db, { name, email, at })) ?? (await findAccountByMail(db, email))!
    if (hash !== null) await writePassword(db, account.id, { hash, at })
    await grantRole(db, { accountId: account.id, seriesId: null, role: 'owner', at })
    await recordAudit(db, { at, who: account, act: 'claim', subject: account.email })
    return enterWithin(db, auth, account, { means: 'claim', headers, at })
  })
}
