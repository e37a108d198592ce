import { type Actor, recordAudit } from '../../storage/audit.ts'
import { deletePasskey } from '../../storage/passkeys.ts'
import type { Store } from '../../storage/store.ts'

/** Forgets a passkey of an account. @returns false where it has none of this id */
export async function removePasskey(
  store: Store,
  who: Actor & { id: string },
  { id, at }: { id: string; at: number },
): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const name = await deletePasskey(db, who.id, id)
    if (name === null) return false
    await recordAudit(db, { at, who, act: 'passkey-removed', details: { name } })
    return true
  })
}
