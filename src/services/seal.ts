import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Db } from '../storage/tables.ts'
import { secretOf } from './site-secret.ts'

/**
 * Encrypts what only the site itself is to read (AES-256-GCM, with a key made of the site's secret for this purpose).
 *
 * @param purpose what it is and whose: sealed for another, it does not open
 */
export async function seal(db: Db, words: string, purpose: string): Promise<string> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(db, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed; null where it was sealed by another site, for something else, or was changed. */
export async function unseal(db: Db, sealed: string, purpose: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(db, purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** A key of the site for one purpose alone. */
export async function keyOf(db: Db, purpose: string): Promise<Buffer> {
  const secret = await secretOf(db)
  const name = `${secret} ${purpose}`
  const kept = keys.get(name)
  if (kept) return kept
  const key = Buffer.from(hkdfSync('sha256', secret, '', `daylong ${purpose}`, 32))
  keys.set(name, key)
  return key
}

/** To make one takes longer than what is then done with it. */
const keys = new LRUCache<string, Buffer>({ max: 20 })
