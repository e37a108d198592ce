import { renameAccount as rename } from '../../storage/accounts.ts'
import { type Actor, recordAudit } from '../../storage/audit.ts'
import type { Store } from '../../storage/store.ts'

/** Calls an account by another name from here on; what was recorded keeps the one of its time. */
export async function renameAccount(
  store: Store,
  who: Actor & { id: string },
  { name, at }: { name: string; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    await rename(db, who.id, { name, at })
    await recordAudit(db, { at, who, act: 'renamed', subject: name })
  })
}
