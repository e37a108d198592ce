import type { Account } from '../../storage/accounts.ts'
import { recordAudit } from '../../storage/audit.ts'
import { endSignIns } from '../../storage/sign-ins.ts'
import type { Db } from '../../storage/tables.ts'
import type { Auth } from './auth.ts'
import type { Means } from './means.ts'
import { type AuthSite, ask, withAuth } from './with-auth.ts'

/** What the door does next: hands the cookies on, and asks for a code where one is due. */
export type Entered = { accountId: string; cookies: string[]; isChallenged: boolean }

/** Where a first factor was shown: signs the device in, or asks for the second factor. */
export async function enter(
  site: AuthSite,
  account: Pick<Account, 'id' | 'name'>,
  told: { means: Means; headers: Headers; at: number },
): Promise<Entered> {
  return withAuth(site, (db, auth) => enterWithin(db, auth, account, told))
}

/** The same as part of a larger act. `isStrong`: what was shown needs no second factor beside it. */
export async function enterWithin(
  db: Db,
  auth: Auth,
  { id, name }: Pick<Account, 'id' | 'name'>,
  {
    means,
    headers,
    at,
    isStrong = false,
  }: { means: Means; headers: Headers; at: number; isStrong?: boolean },
): Promise<Entered> {
  await endFormer(db, auth, headers)
  const entered = await ask(
    auth.api.enter({ body: { accountId: id, means, isStrong, at }, headers, returnHeaders: true }),
  )
  if ('refused' in entered) throw new Error(`An account that is there was refused: ${entered.refused}`)
  const { isChallenged } = entered.answer
  if (!isChallenged) await recordAudit(db, { at, who: { id, name }, act: 'sign-in', details: { means } })
  return { accountId: id, cookies: entered.cookies, isChallenged }
}

/** A device that signs in again leaves no sign-in behind: what its cookie was opens nothing any more. */
export async function endFormer(db: Db, auth: Auth, headers: Headers): Promise<void> {
  const former = await auth.api.getSession({ headers, query: { disableRefresh: true } })
  if (former) await endSignIns(db, former.user.id, { id: former.session.id })
}
