import { readEntryState } from '../storage/entries.ts'
import type { Db } from '../storage/tables.ts'

/** Events among these that readers do not see: they are told nothing of their sessions either. */
export async function unseenEvents(db: Db, parentIds: (string | null)[]): Promise<Set<string>> {
  const unseen = new Set<string>()
  for (const id of new Set(parentIds))
    if (id !== null && (await readEntryState(db, id))?.state !== 'published') unseen.add(id)
  return unseen
}
