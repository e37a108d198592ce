import { randomUUIDv7 } from 'node:crypto'
import { type Content, contentOfFinding } from '../domain/content.ts'
import type { EntryState } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import type { EditionRow } from '../storage/editions.ts'
import { freeUid, insertIdentities } from '../storage/identities.ts'
import { indexable, type KnownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import { takeSource } from '../storage/sources.ts'
import type { Store } from '../storage/store.ts'
import { readStory, type Story } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'
import { insertEntries, type NewEntry } from '../storage/write-entries.ts'
import type { CuratorAct } from './change-entry.ts'
import { itemOf } from './import-item.ts'
import { namingInEdition } from './in-edition.ts'
import { publishAtOf, settlePublication } from './settle-publication.ts'

/** An entry to be added: what the curator says, and what it was read out of. */
export type EntryToAdd = {
  content: Content
  state: EntryState
  publishAt?: number | null
  /** Where it was read, word for word, to be compared when it is read again. `source`: address or name of a file. */
  origin?: { source: string; finding: Finding }
  /** Sessions of a whole-day programme. */
  sessions?: { content: Content; finding?: Finding }[]
}

export type AddedEntries = { revision: number; entries: { id: string; slug: string }[] }

/**
 * Adds entries at the end of the story, with their sessions, as one revision.
 *
 * @throws Refusal for an entry without a title, and when more than drafts would be added by one who may not
 */
export async function addEntries(
  store: Store,
  editionId: string,
  entries: EntryToAdd[],
  act: CuratorAct,
): Promise<AddedEntries> {
  const [added] = await namingInEdition(store, editionId, act, (db, edition, names) =>
    insertInto(db, edition, names, entries, act),
  )
  return added
}

/** The same inside a transaction that has taken the edition. */
export async function insertInto(
  db: Db,
  edition: EditionRow,
  names: KnownNames,
  entries: EntryToAdd[],
  act: CuratorAct,
): Promise<AddedEntries> {
  for (const { content, state, publishAt } of entries) {
    if (content.title === '') throw new Refusal('title-missing', {}, 'An entry needs a title.')
    if (act.onlyDrafts && (state !== 'draft' || publishAt))
      throw new Refusal('only-drafts', {}, 'Only an editor may publish. Keep it as a draft.')
  }
  const story = await readStory(db, edition.id)
  const tops = entries.map((entry, index) => topEntry(edition, story, entry, story.last + 1 + index, act.at))
  const sessions = entries.flatMap((entry, index) => sessionsOf(story, entry, tops[index]!))
  await insertEntries(db, names, [...tops, ...sessions.map(({ row }) => row)], act.at)
  for (const { id, publishAt = null } of tops)
    if (publishAt !== null) await settlePublication(db, { edition: edition.id, entry: id }, publishAt)
  for (const [index, entry] of entries.entries()) {
    const own = sessions.filter(({ row }) => row.parentId === tops[index]!.id)
    await keepOrigin(db, edition, entry, tops[index]!, own, act.at)
  }
  const changes = [...tops, ...sessions.map(({ row }) => row)].map(asChange)
  const revision = await recordRevision(db, edition.id, changes, act)
  return { revision, entries: tops.map(({ id, slug }) => ({ id, slug })) }
}

function topEntry(
  edition: EditionRow,
  story: Story,
  entry: EntryToAdd,
  position: number,
  at: number,
): NewEntry {
  const { content, state } = entry
  const publishAt = publishAtOf(null, { state, publishAt: entry.publishAt ?? null }, at)
  return {
    id: randomUUIDv7(),
    editionId: edition.id,
    parentId: null,
    position,
    slug: takeSlug(story, content.title),
    state,
    publishAt,
    content,
    instants: instantsOf(content.time),
  }
}

type SessionToAdd = { row: NewEntry; finding: Finding | undefined }

function sessionsOf(story: Story, { sessions = [] }: EntryToAdd, parent: NewEntry): SessionToAdd[] {
  return sessions.map(({ content, finding }, position) => ({
    finding,
    row: {
      ...parent,
      id: randomUUIDv7(),
      parentId: parent.id,
      position,
      publishAt: null,
      state: 'published',
      slug: takeSlug(story, content.title),
      content,
      instants: instantsOf(content.time),
    },
  }))
}

function takeSlug(story: Story, title: string): string {
  const slug = freeSlug(slugOf(title), taken => story.slugs.has(taken))
  story.slugs.add(slug)
  return slug
}

async function keepOrigin(
  db: Db,
  edition: EditionRow,
  { origin }: EntryToAdd,
  top: NewEntry,
  sessions: SessionToAdd[],
  at: number,
): Promise<void> {
  if (!origin) return
  const { id: sourceId } = await takeSource(db, edition.id, indexable(origin.source), at)
  for (const { row, finding } of [{ row: top, finding: origin.finding }, ...sessions]) {
    if (!finding) continue
    const content = contentOfFinding(finding, edition.homeZone)
    const { uid, urlKey, titleKey, said } = itemOf(finding, { content, instants: row.instants }, row.parentId)
    const together = said === JSON.stringify(row.content) ? at : null
    const own = uid && (await freeUid(db, sourceId, uid))
    const identity = { entryId: row.id, sourceId, uid: own, urlKey, titleKey, said }
    await insertIdentities(db, [{ ...identity, origins: finding.from ?? null }], together)
  }
}

function asChange({ id, content, slug, position, parentId, state, publishAt = null }: NewEntry): Change {
  return {
    entryId: id,
    act: 'add',
    before: null,
    after: { ...content, state, publishAt, slug, position, parentId },
  }
}
