import { randomBytes } from 'node:crypto'
import { insertSetting, readSetting } from '../storage/settings.ts'
import type { Db } from '../storage/tables.ts'

const secretName = 'auth-secret'

/** Made when it is first needed; whoever knows it can sign in as anybody, and open what is sealed. */
export async function secretOf(db: Db): Promise<string> {
  const known = await readSetting(db, secretName)
  if (known !== null) return known
  await insertSetting(db, secretName, randomBytes(48).toString('base64url'))
  return (await readSetting(db, secretName))!
}
