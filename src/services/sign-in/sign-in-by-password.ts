import { findAccountByMail, readPassword } from '../../storage/accounts.ts'
import { type Entered, enter } from './enter.ts'
import { recordFailure } from './record-failure.ts'
import { type AuthSite, openAuth } from './with-auth.ts'

/**
 * Signs in who knows the password of an account. An account that is not there takes as long to be refused as a wrong
 * password.
 *
 * @param headers of the request, as the door made them; @param at epoch milliseconds
 * @returns null where address and password are not those of an account
 */
export async function signInByPassword(
  site: AuthSite,
  { email, password }: { email: string; password: string },
  { headers, at }: { headers: Headers; at: number },
): Promise<Entered | null> {
  const { store } = site
  const account = await findAccountByMail(store.db, email)
  const hash = account && (await readPassword(store.db, account.id))
  // Not in a transaction: a hash takes its time, and others read meanwhile.
  const context = await (await openAuth(site)).$context
  const isRight = hash
    ? await context.password.verify({ hash, password })
    : void (await context.password.hash(password))
  if (account && isRight) return enter(site, account, { means: 'password', headers, at })
  await store.db.transaction().execute(db => recordFailure(db, { email, at, how: 'password' }))
  return null
}
