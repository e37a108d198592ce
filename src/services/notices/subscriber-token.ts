import type { Db } from '../../storage/tables.ts'
import { ownToken, readOwnToken } from '../own-token.ts'

const purpose = 'subscriptions'

/** What stands in every mail to a subscriber and opens their page. */
export function tokenOf(db: Db, subscriberId: string): Promise<string> {
  return ownToken(db, purpose, subscriberId)
}

/** Whose it is; null for what the site did not make. */
export function readToken(db: Db, token: string): Promise<string | null> {
  return readOwnToken(db, purpose, token)
}
