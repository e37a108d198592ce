import { countOwners } from '../../storage/grants.ts'
import { readSetting, writeSetting } from '../../storage/settings.ts'
import type { Store } from '../../storage/store.ts'
import { hashOf, newToken } from './one-time.ts'

/** The hash of the token that claims the site. */
export const claimSetting = 'claim'

/**
 * Makes the token by which the site is claimed, while it has no owner; one that was made before opens nothing any more.
 *
 * @returns null where there is an owner
 */
export async function offerClaim(store: Store): Promise<string | null> {
  return store.db.transaction().execute(async db => {
    if ((await countOwners(db)) > 0) return null
    const token = newToken()
    await writeSetting(db, claimSetting, hashOf(token))
    return token
  })
}

/** Whether this token claims the site, now. */
export async function isClaimOpen(store: Store, token: string): Promise<boolean> {
  return (await readSetting(store.db, claimSetting)) === hashOf(token) && (await countOwners(store.db)) === 0
}
