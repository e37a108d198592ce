import { createECDH } from 'node:crypto'
import { insertSetting, readSetting } from '../../storage/settings.ts'
import type { Db } from '../../storage/tables.ts'
import { seal, unseal } from '../seal.ts'

const name = 'push-keys'

/** The pair by which push services know the site (VAPID, RFC 8292), in base64url. */
export type SitePushKeys = { publicKey: string; privateKey: string }

/** Made when first needed, and kept: with other keys, every browser would have to ask anew. The private one is sealed. */
export async function pushKeysOf(db: Db): Promise<SitePushKeys> {
  const known = await readSetting(db, name)
  if (known === null) {
    const curve = createECDH('prime256v1')
    const publicKey = curve.generateKeys('base64url')
    const privateKey = Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url')
    await insertSetting(db, name, JSON.stringify({ publicKey, sealed: await seal(db, privateKey, name) }))
    return pushKeysOf(db)
  }
  const { publicKey, sealed } = JSON.parse(known) as { publicKey: string; sealed: string }
  const privateKey = await unseal(db, sealed, name)
  if (privateKey === null) throw new Error('The keys for push messages were sealed by another site.')
  return { publicKey, privateKey }
}
