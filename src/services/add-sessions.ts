import { randomUUIDv7 } from 'node:crypto'
import type { Content } from '../domain/content.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { readEntries } from '../storage/entries.ts'
import type { KnownNames } from '../storage/names.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { readStory } from '../storage/story.ts'
import type { Db } from '../storage/tables.ts'
import { insertEntries, type NewEntry } from '../storage/write-entries.ts'
import { type CuratorAct, isOpenDraft, takeEntry } from './change-entry.ts'
import { namingInEdition } from './in-edition.ts'

/**
 * Adds sessions to a whole-day programme, behind those it has, as one revision. Readers see them where they see it.
 *
 * @throws Refusal for a session of a session, one without a title, and when only drafts may be touched and this is none
 */
export async function addSessions(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  contents: Content[],
  act: CuratorAct,
): Promise<{ revision: number; ids: string[] }> {
  const [added] = await namingInEdition(store, editionId, act, async (db, edition, names) => {
    const { entry, parentId } = await takeEntry(db, id, editionId)
    if (parentId !== null)
      throw new Refusal('session-of-session', {}, 'A session has no sessions of its own.')
    if (act.onlyDrafts && !isOpenDraft(entry))
      throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see.')
    if (contents.some(({ title }) => title === ''))
      throw new Refusal('title-missing', {}, 'An entry needs a title.')
    if (contents.length === 0) return { revision: edition.revision, ids: [] }
    const changes = await sessionsInto(db, { id, editionId }, names, contents, act.at)
    const isShown = entry.state === 'published'
    const revision = await recordRevision(db, editionId, changes, {
      ...act,
      minor: act.minor === true || !isShown,
    })
    return { revision, ids: changes.map(({ entryId }) => entryId!) }
  })
  return added
}

/** The same inside a transaction that has taken the edition. @returns what is to be recorded */
export async function sessionsInto(
  db: Db,
  { id, editionId }: { id: string; editionId: string },
  names: KnownNames,
  contents: Content[],
  at: number,
): Promise<Change[]> {
  const siblings = await readEntries(db, { sessionsOf: id })
  const first = (siblings.at(-1)?.position ?? -1) + 1
  const story = await readStory(db, editionId)
  const numbers = new Map<string, number>()
  const rows = contents.map((content, place): NewEntry => {
    const slug = freeSlug(slugOf(content.title), taken => story.slugs.has(taken), numbers)
    story.slugs.add(slug)
    return {
      id: randomUUIDv7(),
      editionId,
      parentId: id,
      position: first + place,
      slug,
      state: 'published',
      publishAt: null,
      content,
      instants: instantsOf(content.time),
    }
  })
  await insertEntries(db, names, rows, at)
  return rows.map(asChange)
}

function asChange({ id, content, slug, position, parentId, publishAt }: NewEntry): Change {
  const after = { ...content, state: 'published', publishAt, slug, position, parentId }
  return { entryId: id, act: 'add', before: null, after }
}
