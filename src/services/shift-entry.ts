import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { moveAlong } from '../domain/move-along.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Moves an event so many minutes on its own clocks, and its sessions with it; it takes place all the same. What tells
 * no hour stays where it is.
 *
 * @throws Refusal when it is gone, or may not be touched
 */
export function shiftEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  minutes: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const row = await takeEntry(db, id, editionId)
    const before = fieldsOfEntry(row)
    const to = { ...before.time, start: before.time.start && shifted(before.time.start, minutes) }
    if (before.time.precision !== 'moment' || to.start === null)
      return { revision: edition.revision, changed: 0 }
    const move = (fields: EntryFields) => moveAlong(fields, before.time, to)
    const changes: Change[] = []
    for (const each of [row, ...(await readEntries(db, { sessionsOf: id }))]) {
      const named = { ...act, name: 'edit' }
      const change = await changeEntry(db, knownNames(), each, move(fieldsOfEntry(each)), named)
      if (change) changes.push(change)
    }
    if (changes.length === 0) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, changes, act), changed: changes.length }
  })
}

function shifted(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 19)
}
