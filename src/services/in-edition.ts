import { Refusal } from '../domain/refusal.ts'
import { type EditionRow, findEditionById } from '../storage/editions.ts'
import { addAddresses, type KnownNames, knownNames } from '../storage/names.ts'
import { takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import type { CuratorAct } from './change-entry.ts'

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
    // What was read before the edition was taken may be somebody else's to change.
    const revision = await takeEdition(db, editionId)
    const edition = revision === null ? null : await findEditionById(db, editionId)
    if (!edition) throw new Refusal('edition-gone', {}, 'There is no such edition any more.')
    return act(db, edition)
  })
}

/**
 * The same for an act that names organisations and people: addresses that it tells of those who had none are added
 * once it is stored, where whoever acts may publish and no other series names them.
 *
 * @returns what the act gave, and whether addresses were added
 */
export async function namingInEdition<T>(
  store: Store,
  editionId: string,
  { by, at, onlyDrafts = false }: CuratorAct,
  act: (db: Db, edition: EditionRow, names: KnownNames) => Promise<T>,
): Promise<[T, boolean]> {
  const names = knownNames(!onlyDrafts)
  const [done, seriesId] = await inEdition(store, editionId, async (db, edition) => [
    await act(db, edition, names),
    edition.seriesId,
  ])
  if (onlyDrafts) return [done, false]
  return [done, await store.db.transaction().execute(db => addAddresses(db, names, { by, at, seriesId }))]
}
