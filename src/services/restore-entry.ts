import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { asOf, goneBack } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { type KnownNames, knownNames } from '../storage/names.ts'
import { type Change, readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
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
    const known = knownNames()
    const restoring = { ...act, name: 'restore' }
    const own = await changeEntry(db, known, row, next, restoring)
    const numbers = new Set(since.map(({ number }) => number))
    const sessions = own ? await restoreSessions(db, known, { row, number, numbers }, restoring) : []
    const changes = own ? [own, ...sessions] : []
    if (changes.length === 0) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, changes, act), changed: changes.length }
  })
}

/** What was done to sessions in the same acts as to their event – cancelled, moved with it – is taken back with it. */
async function restoreSessions(
  db: Db,
  known: KnownNames,
  { row, number, numbers }: { row: EntryRow; number: number; numbers: ReadonlySet<number> },
  act: CuratorAct & { name: string },
): Promise<Change[]> {
  const changes: Change[] = []
  for (const session of await readEntries(db, { sessionsOf: row.entry.id })) {
    const since = await readRevisions(db, row.editionId, { entryId: session.entry.id, after: number })
    let back = fieldsOfEntry(session)
    for (const { before, after } of since.filter(change => numbers.has(change.number)))
      if (before) back = { ...back, ...goneBack(back, before, after).fields }
    const change = await changeEntry(db, known, session, back, act)
    if (change) changes.push({ ...change, untold: true })
  }
  return changes
}
