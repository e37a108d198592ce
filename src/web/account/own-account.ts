import { findAccount, readPassword } from '../../storage/accounts.ts'
import { listPasskeys, type Passkey } from '../../storage/passkeys.ts'
import { listSignIns, type SignIn } from '../../storage/sign-ins.ts'
import { theVisitor } from '../middleware/curator.ts'
import type { Parts, Visit, Visitor } from '../show.ts'

/** Everything the page of an account shows. */
export type OwnAccount = Visitor & {
  hasPassword: boolean
  hasCodes: boolean
  passkeys: Passkey[]
  signIns: SignIn[]
}

export async function ownAccount(c: Visit, { store: { db }, now }: Parts): Promise<OwnAccount> {
  const visitor = await theVisitor(c)
  const { id } = visitor.curator
  const account = await findAccount(db, id)
  return {
    ...visitor,
    hasPassword: (await readPassword(db, id)) !== null,
    hasCodes: account?.hasCodes ?? false,
    passkeys: await listPasskeys(db, id),
    signIns: await listSignIns(db, id, now()),
  }
}

/**
 * Whether a way to sign in may be added or taken away on this device. Where there is a second factor it has to be
 * shown before another is added: a password that was found out must not be enough to put one’s own in.
 */
export function mayChangeFactors({ signIn, hasCodes, passkeys }: OwnAccount): boolean {
  return signIn.isStrong || (!hasCodes && passkeys.length === 0)
}
