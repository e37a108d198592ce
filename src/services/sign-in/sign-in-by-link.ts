import { findAccount } from '../../storage/accounts.ts'
import { type Entered, enterWithin } from './enter.ts'
import { takeLink } from './links.ts'
import { type AuthSite, withAuth } from './with-auth.ts'

/**
 * Signs in who brings a link that was sent to them, or that the host made. The host, who could read the store itself,
 * vouches for whom they give it: no second factor is asked for then, which may be what was lost.
 *
 * @returns null where the link opens nothing any more
 */
export async function signInByLink(
  site: AuthSite,
  { token, purpose }: { token: string; purpose: 'sign-in' | 'host' },
  { headers, at }: { headers: Headers; at: number },
): Promise<Entered | null> {
  return withAuth(site, async (db, auth) => {
    const accountId = await takeLink(auth, purpose, { token, at })
    const account = accountId && (await findAccount(db, accountId))
    if (!account) return null
    const means = purpose === 'host' ? 'host-link' : 'mail-link'
    return enterWithin(db, auth, account, { means, isStrong: purpose === 'host', headers, at })
  })
}
