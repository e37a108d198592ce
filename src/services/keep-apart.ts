import { insertApart } from '../storage/apart.ts'
import type { Act } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/** Two entries look like one event and are two: nobody is asked about them again. @throws Refusal when one is gone */
export function keepApart(
  store: Store,
  editionId: string,
  [one, other]: readonly [string, string],
  act: Act,
): Promise<void> {
  return inEdition(store, editionId, async db => {
    for (const id of [one, other]) await takeEntry(db, id, editionId)
    await insertApart(db, [one, other], act)
  })
}
