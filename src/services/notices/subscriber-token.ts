import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '../../storage/tables.ts'
import { keyOf } from '../seal.ts'

const purpose = 'subscriptions'

/**
 * What stands in every mail to a subscriber and opens their page: their id, sealed by the site. Nothing of it is
 * stored, and nobody makes one up.
 */
export async function tokenOf(db: Db, subscriberId: string): Promise<string> {
  const id = Buffer.from(subscriberId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, await sealOf(db, id)]).toString('base64url')
}

/** Whose it is; null for what the site did not make. */
export async function readToken(db: Db, token: string): Promise<string | null> {
  if (!/^[\w-]{48}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), await sealOf(db, id))) return null
  const hex = id.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function sealOf(db: Db, id: Uint8Array): Promise<Buffer> {
  return createHmac('sha256', await keyOf(db, purpose))
    .update(id)
    .digest()
    .subarray(0, 20)
}
