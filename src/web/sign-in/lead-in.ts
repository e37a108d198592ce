import { isOwner } from '../../domain/curator.ts'
import type { Entered } from '../../services/sign-in/enter.ts'
import { listGrants } from '../../storage/grants.ts'
import { listPasskeys } from '../../storage/passkeys.ts'
import { leadOn } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Parts, Visit } from '../show.ts'

/**
 * Leads on who has shown a first factor: to the code where one is due, and owners who have no second factor to where
 * they add one, which they may put off on their own machine.
 */
export async function leadIn(
  c: Visit,
  { store: { db } }: Parts,
  { accountId, cookies, isChallenged }: Entered,
  back: string,
): Promise<Response> {
  if (isChallenged) return leadOn(c, paths.signInCode(back), cookies)
  const isBare =
    isOwner({ grants: await listGrants(db, accountId) }) && (await listPasskeys(db, accountId)).length === 0
  return leadOn(c, isBare ? paths.secondFactor(back) : back, cookies)
}
