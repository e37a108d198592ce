import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { readWithdrawals } from '../storage/history.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Brings back a withdrawn entry as it was before: published or a draft. One of which that is not known becomes a
 * draft. An entry that is not withdrawn stays as it is.
 *
 * @throws Refusal when it is gone, or may not be touched
 */
export function bringBackEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  return inEdition(store, editionId, async (db, edition) => {
    const row = await takeEntry(db, id, editionId)
    const unchanged = { revision: edition.revision, changed: false }
    if (row.entry.state !== 'withdrawn') return unchanged
    const withdrawal = (await readWithdrawals(db, [id])).get(id)
    const was = withdrawal?.before?.state as EntryFields['state'] | undefined
    const next: EntryFields = { ...fieldsOfEntry(row), state: was === 'published' ? 'published' : 'draft' }
    const change = await changeEntry(db, knownNames(), row, next, { ...act, name: 'bring-back' })
    if (!change) return unchanged
    return { revision: await recordRevision(db, editionId, [change], act), changed: true }
  })
}
