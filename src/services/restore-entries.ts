import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { asOf } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'
import { keepOldAddress } from './keep-old-address.ts'

/**
 * Makes an entry again what it was at a revision of its edition. Its address stays the one it has.
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

/**
 * Takes back what one revision did to entries. Fields that were changed again since stay as they are, since somebody
 * has meant that; entries that the revision added are withdrawn.
 *
 * @returns `kept`: fields in which a later change stands
 */
export function undoRevision(
  store: Store,
  editionId: string,
  number: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number; kept: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const made = (await readRevisions(db, editionId, { number })).filter(({ entryId }) => entryId !== null)
    const rows = await readEntries(db, { ids: made.map(({ entryId }) => entryId!) })
    const known = knownNames()
    const changes: Change[] = []
    let kept = 0
    for (const row of rows) {
      const now = fieldsOfEntry(row)
      const { before, after } = made.find(({ entryId }) => entryId === row.entry.id)!
      const next = before === null ? { ...now, state: 'withdrawn' as const } : { ...now }
      for (const [field, value] of Object.entries(before ?? {})) {
        if (same(now[field as keyof EntryFields], after?.[field])) Object.assign(next, { [field]: value })
        else kept++
      }
      const change = await changeEntry(db, known, row, next, { ...act, name: 'undo' })
      if (!change) continue
      if (next.slug !== now.slug) await keepOldAddress(db, edition, now.slug, next.slug)
      changes.push(change)
    }
    const revision = changes.length ? await recordRevision(db, editionId, changes, act) : edition.revision
    return { revision, changed: changes.length, kept }
  })
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
