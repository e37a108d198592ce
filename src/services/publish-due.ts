import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { findEditionById } from '../storage/editions.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { findWritingById, takeWriting } from '../storage/writings.ts'
import { changeEdition } from './change-edition.ts'
import { changeEntry } from './change-entry.ts'
import { changeWriting } from './change-writing.ts'
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
  what: Publishable,
  at: number,
): Promise<{ published: boolean }> {
  if ('writing' in what) return publishWriting(store, what.writing, at)
  const { edition: editionId, entry } = what
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

function publishWriting(store: Store, id: string, at: number): Promise<{ published: boolean }> {
  return store.db.transaction().execute(async db => {
    await takeWriting(db, id)
    const writing = await findWritingById(db, id)
    if (writing?.state !== 'draft' || writing.publishAt === null || writing.publishAt > at)
      return { published: false }
    const told = { state: 'published', publishedAt: writing.publishAt } as const
    return { published: await changeWriting(db, writing, told, { by: 'schedule', at, act: 'publish' }) }
  })
}
