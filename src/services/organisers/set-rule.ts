import type { OrganiserRule } from '../../domain/organiser.ts'
import { type Actor, recordAudit } from '../../storage/audit.ts'
import { putOrganiserRule } from '../../storage/organisers.ts'
import type { Store } from '../../storage/store.ts'
import { takeOrganisation } from '../merge-organisations.ts'

/**
 * Says what becomes of what an organisation's people change. Null: the first waits, and what follows shows at once.
 *
 * @throws Refusal when the organisation is gone
 */
export async function setOrganiserRule(
  store: Store,
  organisationId: string,
  rule: OrganiserRule | null,
  { who, at }: { who: Actor; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const { name } = await takeOrganisation(db, organisationId)
    await putOrganiserRule(db, organisationId, rule)
    const details = { organisers: rule ?? 'first-waits' }
    await recordAudit(db, { at, who, act: 'organisation-edited', subject: name, details })
  })
}
