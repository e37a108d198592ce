import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * One change made to several entries at once, as one revision that is undone as one: publishing, withdrawing,
 * cancelling, tagging. Ids that are not in the edition are passed over.
 *
 * @param change the fields an entry shall have; it may give back what it was given
 * @returns the edition's revision, and how many entries changed
 */
export function changeEntries(
  store: Store,
  editionId: string,
  ids: string[],
  change: (fields: EntryFields, row: EntryRow) => EntryFields,
  act: CuratorAct & { name: string },
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const rows = (await readEntries(db, { ids })).filter(row => row.editionId === editionId)
    const known = knownNames()
    const changes: Change[] = []
    for (const row of rows) {
      const changed = await changeEntry(db, known, row, change(fieldsOfEntry(row), row), act)
      if (changed) changes.push(changed)
    }
    const revision = changes.length > 0 ? await recordRevision(db, editionId, changes, act) : edition.revision
    return { revision, changed: changes.length }
  })
}
