import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { findEditionById } from '../storage/editions.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { changeEdition } from './change-edition.ts'
import { changeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'
import type { Publishable } from './settle-publication.ts'

/**
 * Publishes what is to be published by itself, if that is still so and its moment has come; otherwise nothing is
 * done. Doing it again changes nothing.
 *
 * @param at epoch milliseconds
 */
export async function publishDue(
  store: Store,
  { edition: editionId, entry }: Publishable,
  at: number,
): Promise<{ published: boolean }> {
  if (!(await findEditionById(store.db, editionId))) return { published: false }
  return inEdition(store, editionId, async (db, edition) => {
    const [row] = entry === null ? [] : await readEntries(db, { ids: [entry] })
    const { state, publishAt } = entry === null ? edition : (row?.entry ?? { state: null, publishAt: null })
    if (state !== 'draft' || publishAt === null || publishAt > at) return { published: false }
    const act = { by: 'schedule', at, name: 'publish' }
    const change = row
      ? await changeEntry(db, knownNames(), row, { ...fieldsOfEntry(row), state: 'published' }, act)
      : await changeEdition(db, edition, { state: 'live' }, act)
    if (change) await recordRevision(db, editionId, [change], act)
    return { published: change !== null }
  })
}
