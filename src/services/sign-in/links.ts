import { type Account, findAccount } from '../../storage/accounts.ts'
import type { Auth } from './auth.ts'
import { newToken } from './one-time.ts'
import { type AuthSite, openAuth } from './with-auth.ts'

/** What a link that was sent opens, once. */
export type LinkPurpose = 'sign-in' | 'host' | 'password'

/** For how long, in milliseconds: what is waited for at the screen is soon used; what a host hands over may wait. */
const lasts: Record<LinkPurpose, number> = {
  'sign-in': 20 * 60_000,
  password: 60 * 60_000,
  host: 24 * 3_600_000,
}

/** Makes the token of a link for an account. Only its hash is stored. */
export async function makeLink(
  auth: Auth,
  purpose: LinkPurpose,
  { accountId, at }: { accountId: string; at: number },
): Promise<string> {
  const { internalAdapter } = await auth.$context
  const token = newToken()
  await internalAdapter.createVerificationValue({
    identifier: `${purpose}:${token}`,
    value: accountId,
    expiresAt: new Date(at + lasts[purpose]),
  })
  return token
}

/** Whose link it is, without using it; null where it opens nothing any more. */
export async function linkOwner(
  site: AuthSite,
  purpose: LinkPurpose,
  { token, at }: { token: string; at: number },
): Promise<Account | null> {
  if (site.store.isReadOnly) return null
  const { internalAdapter } = await (await openAuth(site)).$context
  const found = await internalAdapter.findVerificationValue(`${purpose}:${token}`)
  return found && found.expiresAt.getTime() > at ? findAccount(site.store.db, found.value) : null
}

/** The id of the account whose it is; from here on it opens nothing: to one of those who bring it at once, and to nobody after. */
export async function takeLink(
  auth: Auth,
  purpose: LinkPurpose,
  { token, at }: { token: string; at: number },
): Promise<string | null> {
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.consumeVerificationValue(`${purpose}:${token}`)
  return found && found.expiresAt.getTime() > at ? found.value : null
}
