import {
  contentOfFields,
  deadAmong,
  type EntryFields,
  fieldsChanged,
  fieldsOfEntry,
  only,
} from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type EntryRow, readEntries, readEntryState } from '../storage/entries.ts'
import { readWithdrawals, wasPublished } from '../storage/history.ts'
import type { KnownNames } from '../storage/names.ts'
import type { Act, Change } from '../storage/revisions.ts'
import type { Db } from '../storage/tables.ts'
import { raiseSequences, updateEntry, updateStanding } from '../storage/write-entries.ts'
import { followMerging, settleMerging } from './settle-merging.ts'
import { publishAtOf, settlePublication } from './settle-publication.ts'

/** Who acts, and whether only drafts may be touched: a contributor's work is not seen before an editor publishes it. */
export type CuratorAct = Act & { onlyDrafts?: boolean }

/** @throws Refusal when it is not there, or not in this edition */
export async function takeEntry(db: Db, id: string, editionId?: string): Promise<EntryRow> {
  const [row] = await readEntries(db, { ids: [id] })
  if (!row || (editionId !== undefined && row.editionId !== editionId))
    throw new Refusal('entry-gone', {}, 'There is no such entry any more.')
  return row
}

/**
 * Puts fields in the place of an entry's own, inside a transaction that has taken its edition. The change is to be
 * recorded; null where nothing differs.
 *
 * @param name of the act, as history tells it: `edit`, `cancel`, `restore` …
 * @throws Refusal when only drafts may be touched and this is none, or it is to be one with what is withdrawn
 */
export async function changeEntry(
  db: Db,
  known: KnownNames,
  row: EntryRow,
  told: EntryFields,
  { name, at, by, onlyDrafts = false }: CuratorAct & { name: string },
): Promise<Change | null> {
  const before = fieldsOfEntry(row)
  const deadLinks = deadAmong(told.deadLinks, told.links)
  const whole = { ...told, publishAt: publishAtOf(before, told, at), deadLinks }
  let next = await settleMerging(db, row, before, whole)
  let changed = fieldsChanged(before, next)
  if (changed.length === 0) return null
  const parent = row.parentId === null ? null : await readEntryState(db, row.parentId)
  if (onlyDrafts && !(await isOfContributors(db, row, before, next, by)))
    throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see, or are to see.')
  const content = contentOfFields(next)
  const said = fieldsChanged(contentOfFields(before), content)
  const stands = (['state', 'slug', 'parentId'] as const).filter(field => changed.includes(field))
  // Its place in the story is nothing a calendar has to hear of.
  if (said.length > 0 || stands.length > 0 || changed.includes('deadLinks'))
    await updateEntry(db, known, row.entry.id, content, said, at)
  await updateStanding(db, row.entry.id, next)
  if (stands.length > 0) await raiseSequences(db, { sessionsOf: row.entry.id }, at)
  await followMerging(db, row, before, next)
  // Names may be stored as somebody else wrote them first: what is recorded must be what is there, or no undo finds it.
  if (said.some(field => named.has(field))) {
    next = fieldsOfEntry(await takeEntry(db, row.entry.id))
    changed = fieldsChanged(before, next)
    if (changed.length === 0) return null
  }
  if (changed.includes('publishAt'))
    await settlePublication(db, { edition: row.editionId, entry: row.entry.id }, next.publishAt)
  return {
    entryId: row.entry.id,
    act: name,
    before: only(before, changed),
    after: only(next, changed),
    of: { title: next.title, state: next.state },
    // Of a session of what readers do not see nothing is told.
    ...(parent !== null && parent.state !== 'published' && { untold: true }),
  }
}

const named = new Set<keyof EntryFields>(['organisations', 'people', 'tags', 'place'])

/**
 * Whether a change is a contributor's to make: of a draft that stays one, or is put away, or is brought back by who put
 * it away. A session is seen where its event is, and is a draft as long as that is one.
 */
async function isOfContributors(
  db: Db,
  { entry, parentId }: EntryRow,
  before: EntryFields,
  next: EntryFields,
  by: string,
): Promise<boolean> {
  const parent = parentId === null ? null : await readEntryState(db, parentId)
  if (parentId !== null && parent)
    return next.publishAt === null && (isOpenDraft(parent) || (await isPutAway(db, parentId, parent, by)))
  if (isOpenDraft(before)) {
    const isTakenAway = next.state === 'withdrawn' && !(await wasPublished(db, entry.id))
    return isOpenDraft(next) || isTakenAway
  }
  return isOpenDraft(next) && (await isPutAway(db, entry.id, before, by))
}

/** Whether somebody has put away a draft of which readers have never heard, and nobody else has decided so. */
async function isPutAway(
  db: Db,
  id: string,
  { state }: Pick<Standing, 'state'>,
  by: string,
): Promise<boolean> {
  if (state !== 'withdrawn' || (await wasPublished(db, id))) return false
  return (await readWithdrawals(db, [id])).get(id)?.by === by
}

type Standing = Pick<EntryFields, 'state' | 'publishAt'>

/** One that readers are to see by itself is past a contributor's hands: nobody would look at what they add. */
export function isOpenDraft({ state, publishAt }: Standing): boolean {
  return state === 'draft' && publishAt === null
}
