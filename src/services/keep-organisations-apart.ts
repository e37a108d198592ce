import { insertOrganisationsApart } from '../storage/organisations.ts'
import type { Store } from '../storage/store.ts'
import { takeOrganisation } from './merge-organisations.ts'

/**
 * Two organisations that look like one are two: they are suggested no more.
 *
 * @throws Refusal when one of them is gone
 */
export function keepOrganisationsApart(
  store: Store,
  [one, other]: readonly [string, string],
  act: { by: string; at: number },
): Promise<void> {
  return store.db.transaction().execute(async db => {
    await takeOrganisation(db, one)
    await takeOrganisation(db, other)
    if (one !== other) await insertOrganisationsApart(db, [one, other], act)
  })
}
