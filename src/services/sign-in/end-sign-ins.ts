import { type Actor, recordAudit } from '../../storage/audit.ts'
import { endSignIns as end } from '../../storage/sign-ins.ts'
import type { Store } from '../../storage/store.ts'

/**
 * Ends sign-ins of an account: one’s own, or as an owner somebody else’s.
 *
 * @param of whose they are; @param which as in storage: `id` that one, `except` all but that one, neither all
 * @returns how many there were
 */
export async function endSignIns(
  store: Store,
  who: Actor,
  { of, which, at }: { of: Actor & { id: string }; which?: { id?: string; except?: string }; at: number },
): Promise<number> {
  return store.db.transaction().execute(async db => {
    const ended = await end(db, of.id, which)
    if (ended > 0)
      await recordAudit(db, { at, who, act: 'sign-ins-ended', subject: of.name, details: { ended } })
    return ended
  })
}
