import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { asOf } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { knownNames } from '../storage/names.ts'
import { readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Makes an entry again what it was at a revision of its edition. Its address stays the one it has, unless it was given
 * up for the merging that this takes back.
 *
 * @throws Refusal when it was not there yet
 */
export function restoreEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  number: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const row = await takeEntry(db, id, editionId)
    const now = fieldsOfEntry(row)
    const since = await readRevisions(db, editionId, { entryId: id, after: number })
    const then = asOf<EntryFields>(now, since, number)
    if (!then) throw new Refusal('not-there-yet', {}, 'The entry was not there yet at that time.')
    const next = { ...then, slug: now.slug, position: now.position, parentId: now.parentId }
    const change = await changeEntry(db, knownNames(), row, next, { ...act, name: 'restore' })
    if (!change) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, [change], act), changed: 1 }
  })
}
