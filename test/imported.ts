import { readProgramme } from '../src/storage/programmes.ts'
import type { Store } from '../src/storage/store.ts'

/** What an import tells that found nothing. */
export const none = { new: 0, changed: 0, unchanged: 0, refused: [], notes: [], kept: [], missing: [] }

/** What `importInto` has brought in. */
export async function programmeOf(store: Store) {
  const programme = await readProgramme(store, 'migrants-day', '2020')
  if (!programme) throw new Error('There is no programme')
  return programme
}

/** A change as a curator makes it, on every entry. */
export async function edit(store: Store, change: { title?: string }): Promise<void> {
  await store.db
    .updateTable('entries')
    .set({ ...change, updated_at: Date.now() })
    .execute()
}
