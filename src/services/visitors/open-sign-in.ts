import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '../../storage/tables.ts'
import { deleteVisitorSignIn, insertVisitorSignIn } from '../../storage/visitors.ts'
import { hashOf, newToken } from '../sign-in/one-time.ts'

/**
 * From now on this device is known as a visitor's; what it held before opens nothing any more, so that no cookie that
 * somebody else put there can become one of a sign-in.
 *
 * @returns what its cookie is to hold; only the hash is stored
 */
export async function openVisitorSignIn(
  db: Db,
  {
    visitorId,
    former,
    device = null,
    at,
  }: { visitorId: string; former: string | null; device?: string | null; at: number },
): Promise<string> {
  if (former !== null) await deleteVisitorSignIn(db, hashOf(former))
  const token = newToken()
  await insertVisitorSignIn(db, {
    ...{ token: hashOf(token), id: randomUUIDv7(), device: device?.slice(0, 400) ?? null },
    ...{ visitorId, at },
  })
  return token
}
