import { contentOfFields, type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { joinContents, type SingleField } from '../domain/join.ts'
import { Refusal } from '../domain/refusal.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { type KnownNames, knownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/** Of two entries that are one event: which stays, and whose word counts where both say something else. */
export type Merging = {
  keep: string
  other: string
  chosen: Partial<Record<SingleField, 'other' | 'both'>>
}

/**
 * Makes one entry of two: the kept one gets the organisations, people, links, tags and sessions of the other, which is
 * withdrawn and whose address leads to the kept one. One revision, which can be undone.
 *
 * @throws Refusal when one of them is gone or withdrawn, both are the same, or only drafts may be touched and one is none
 */
export function mergeEntries(
  store: Store,
  editionId: string,
  { keep, other, chosen }: Merging,
  act: CuratorAct,
): Promise<{ revision: number; slug: string }> {
  return inEdition(store, editionId, async db => {
    if (keep === other) throw new Refusal('merge-itself', {}, 'An entry cannot be merged with itself.')
    const kept = await takeEntry(db, keep, editionId)
    const gone = await takeEntry(db, other, editionId)
    if ([kept, gone].some(({ entry }) => entry.state === 'withdrawn'))
      throw new Refusal(
        'merge-withdrawn',
        {},
        'One of the two is withdrawn, or merged into another one already.',
      )
    const sessions = await readEntries(db, { sessionsOf: other })
    if (kept.parentId !== null && (sessions.length > 0 || gone.entry.id === kept.parentId))
      throw new Refusal('merge-into-session', {}, 'An event with sessions cannot become a session.')
    const known = knownNames()
    const changes = [
      await changeEntry(db, known, kept, joinedFields(kept, gone, chosen), { ...act, name: 'merge' }),
      ...(await moveSessions(db, known, sessions, keep, act)),
      await withdrawMerged(db, known, gone, keep, act),
    ].filter(change => change !== null)
    return { revision: await recordRevision(db, editionId, changes, act), slug: kept.entry.slug }
  })
}

function joinedFields(kept: EntryRow, gone: EntryRow, chosen: Merging['chosen']): EntryFields {
  const [own, its] = [fieldsOfEntry(kept), fieldsOfEntry(gone)]
  // What readers have seen stays where they can see it.
  const isSeen = own.state === 'draft' && its.state === 'published'
  const { content } = joinContents(contentOfFields(own), contentOfFields(its), chosen)
  return { ...own, ...content, ...(isSeen && { state: its.state }) }
}

/** Sessions of the other come behind those that are there. */
async function moveSessions(
  db: Db,
  known: KnownNames,
  sessions: EntryRow[],
  keep: string,
  act: CuratorAct,
): Promise<(Change | null)[]> {
  const changes: (Change | null)[] = []
  const last = (await readEntries(db, { sessionsOf: keep })).at(-1)?.position ?? -1
  for (const [place, row] of sessions.entries()) {
    const next = { ...fieldsOfEntry(row), parentId: keep, position: last + 1 + place }
    const change = await changeEntry(db, known, row, next, { ...act, onlyDrafts: false, name: 'merge' })
    changes.push(change && { ...change, untold: true })
  }
  return changes
}

/** Its address leads to the kept one from now on; when this is undone, it gets it back. */
async function withdrawMerged(
  db: Db,
  known: KnownNames,
  gone: EntryRow,
  keep: string,
  act: CuratorAct,
): Promise<Change | null> {
  const next: EntryFields = { ...fieldsOfEntry(gone), state: 'withdrawn', publishAt: null, mergedInto: keep }
  const change = await changeEntry(db, known, gone, next, { ...act, name: 'merged' })
  // Readers are told of the entry that stays.
  return change && { ...change, untold: true }
}
