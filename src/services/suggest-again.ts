import { deleteApart } from '../storage/apart.ts'
import type { Store } from '../storage/store.ts'
import { takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Takes back that two entries are two: they are asked about again, if they look alike.
 *
 * @returns whether anybody had said so
 * @throws Refusal when one is gone
 */
export function suggestAgain(
  store: Store,
  editionId: string,
  pair: readonly [string, string],
): Promise<boolean> {
  return inEdition(store, editionId, async db => {
    for (const id of pair) await takeEntry(db, id, editionId)
    return deleteApart(db, pair)
  })
}
