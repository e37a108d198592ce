import { recordAudit } from '../../storage/audit.ts'
import { type AuthSite, ask, withAuth } from './with-auth.ts'

/** Ends the sign-in of this device. @returns cookies to hand on, which forget it */
export async function signOut(
  site: AuthSite,
  { headers, at }: { headers: Headers; at: number },
): Promise<string[]> {
  return withAuth(site, async (db, auth) => {
    const former = await auth.api.getSession({ headers, query: { disableRefresh: true } })
    const { cookies } = await ask(auth.api.signOut({ headers, returnHeaders: true }))
    if (former)
      await recordAudit(db, { at, who: { id: former.user.id, name: former.user.name }, act: 'sign-out' })
    return cookies
  })
}
