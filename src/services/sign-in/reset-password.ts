import { findAccount, writePassword } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import { endSignIns } from '../../storage/sign-ins.ts'
import { takeLink } from './links.ts'
import { type AuthSite, openAuth, withAuth } from './with-auth.ts'

/**
 * Gives an account a new password by a link that was sent to it. Whoever was signed in with the old one is so no more.
 *
 * @returns false where the link opens nothing any more
 */
export async function resetPassword(
  site: AuthSite,
  { token, password, at }: { token: string; password: string; at: number },
): Promise<boolean> {
  const hash = await (await (await openAuth(site)).$context).password.hash(password)
  return withAuth(site, async (db, auth) => {
    const accountId = await takeLink(auth, 'password', { token, at })
    const account = accountId && (await findAccount(db, accountId))
    if (!account) return false
    await writePassword(db, account.id, { hash, at })
    const ended = await endSignIns(db, account.id)
    await recordAudit(db, { at, who: account, act: 'password-reset', details: { ended } })
    return true
  })
}
