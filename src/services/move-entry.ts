import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Puts an entry behind another one in the story (null: first of all). Positions are fractions between their
 * neighbours; when these lie too close together, the whole story is numbered anew.
 *
 * @throws Refusal when one of them is not in the edition
 */
export function moveEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  after: string | null,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const moved = await takeEntry(db, id, editionId)
    if (after !== null) await takeEntry(db, after, editionId)
    const story = (await readEntries(db, { editionId })).filter(
      row => row.parentId === moved.parentId && row.entry.id !== id,
    )
    const index = after === null ? 0 : story.findIndex(({ entry }) => entry.id === after) + 1
    const low = story[index - 1]?.position ?? null
    const high = story[index]?.position ?? null
    const between = low === null ? (high ?? 2) - 1 : high === null ? low + 1 : (low + high) / 2
    const isFree = (low === null || between > low) && (high === null || between < high)
    const order = isFree
      ? [{ row: moved, position: between }]
      : story.toSpliced(index, 0, moved).map((row, place) => ({ row, position: place + 1 }))
    const known = knownNames()
    const changes: Change[] = []
    for (const { row, position } of order) {
      const next = { ...fieldsOfEntry(row), position }
      const change = await changeEntry(db, known, row, next, { ...act, onlyDrafts: false, name: 'move' })
      if (change) changes.push(change)
    }
    if (changes.length === 0) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, changes, act), changed: changes.length }
  })
}
