import { Refusal } from '../domain/refusal.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'

/**
 * One act on an edition: in one transaction, with the edition taken, so that whoever else writes to it waits.
 *
 * @throws Refusal when there is no such edition
 */
export function inEdition<T>(
  store: Store,
  editionId: string,
  act: (db: Db, edition: EditionRow) => Promise<T>,
): Promise<T> {
  return store.db.transaction().execute(async db => {
    const found = await findEditionById(db, editionId)
    if (!found) throw new Refusal('edition-gone', {}, 'There is no such edition any more.')
    const revision = await takeEdition(db, editionId)
    return act(db, { ...found, revision })
  })
}
