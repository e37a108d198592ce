import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '../storage/tables.ts'
import { keyOf } from './seal.ts'

/**
 * What opens the own page of somebody who has no account: the id of what is theirs (a UUID), sealed by the site for one
 * purpose. Nothing of it is stored, and nobody makes one up.
 */
export async function ownToken(db: Db, purpose: string, ofId: string): Promise<string> {
  const id = Buffer.from(ofId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, await sealOf(db, purpose, id)]).toString('base64url')
}

/** The id in it; null for what the site did not make for this purpose. */
export async function readOwnToken(db: Db, purpose: string, token: string): Promise<string | null> {
  if (!/^[\w-]{48}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), await sealOf(db, purpose, id))) return null
  const hex = id.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function sealOf(db: Db, purpose: string, id: Uint8Array): Promise<Buffer> {
  return createHmac('sha256', await keyOf(db, purpose))
    .update(id)
    .digest()
    .subarray(0, 20)
}
