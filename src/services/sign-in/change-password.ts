import { readPassword, writePassword } from '../../storage/accounts.ts'
import { type Actor, recordAudit } from '../../storage/audit.ts'
import { endSignIns } from '../../storage/sign-ins.ts'
import { type AuthSite, openAuth } from './with-auth.ts'

/**
 * Gives an account a new password, or its first. Everywhere else it is signed out.
 *
 * @param told current: what it was; not looked at where there was none
 * @returns false where `current` is not what it was
 */
export async function changePassword(
  site: AuthSite,
  who: Actor & { id: string },
  { current, next, signIn, at }: { current: string; next: string; signIn: string; at: number },
): Promise<boolean> {
  const { db } = site.store
  const { password } = await (await openAuth(site)).$context
  const known = await readPassword(db, who.id)
  if (known !== null && !(await password.verify({ hash: known, password: current }))) return false
  const hash = await password.hash(next)
  await db.transaction().execute(async tx => {
    await writePassword(tx, who.id, { hash, at })
    const ended = await endSignIns(tx, who.id, { except: signIn })
    await recordAudit(tx, { at, who, act: 'password-changed', details: { ended } })
  })
  return true
}
