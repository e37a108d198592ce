import { randomUUIDv7 } from 'node:crypto'
import { clean } from '../domain/content.ts'
import { contentOfFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { instantsOf } from '../domain/instants-of.ts'
import { Refusal } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { wholeOf } from '../domain/whole-of.ts'
import { type EntryRow, readEntries } from '../storage/entries.ts'
import { type Change, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { readStory } from '../storage/story.ts'
import { insertEntries, type NewEntry } from '../storage/write-entries.ts'
import { type CuratorAct, changeEntry, isOpenDraft } from './change-entry.ts'
import { namingInEdition } from './in-edition.ts'

/**
 * Makes several events the sessions of a new one, in the order of time: a series of meetings, the parts of a day. The
 * whole says what all of them say, stands where the first of them stood, and is seen where any of them was.
 *
 * @returns the whole; its revision takes all of it back
 * @throws Refusal for fewer than two, what is no event, withdrawn, or has sessions or a whole itself; without a title;
 *   and when only drafts may be touched and one is none
 */
export async function gatherEntries(
  store: Store,
  editionId: string,
  { ids, title: told }: { ids: string[]; title: string },
  act: CuratorAct,
): Promise<{ revision: number; id: string; slug: string; count: number }> {
  const title = clean(told)
  const [gathered] = await namingInEdition(store, editionId, act, async (db, edition, names) => {
    if (title === '') throw new Refusal('title-missing', {}, 'An entry needs a title.')
    const rows = (await readEntries(db, { ids })).filter(row => row.editionId === edition.id)
    const parts = inTime(rows)
    await refuseOthers(parts, async id => (await readEntries(db, { sessionsOf: id })).length > 0, act)
    const isSeen = parts.some(({ entry }) => entry.state === 'published')
    const story = await readStory(db, edition.id)
    const content = wholeOf(
      title,
      parts.map(row => contentOfFields(fieldsOfEntry(row))),
    )
    const whole: NewEntry = {
      id: randomUUIDv7(),
      editionId: edition.id,
      parentId: null,
      position: Math.min(...parts.map(({ position }) => position)),
      slug: freeSlug(slugOf(title), taken => story.slugs.has(taken)),
      state: isSeen ? 'published' : 'draft',
      publishAt: null,
      content,
      instants: instantsOf(content.time),
    }
    await insertEntries(db, names, [whole], act.at)
    const { id, slug, position, state } = whole
    const after = { ...content, state, publishAt: null, slug, position, parentId: null }
    const changes: Change[] = [{ entryId: id, act: 'gather', before: null, after }]
    for (const [place, row] of parts.entries()) {
      const next = { ...fieldsOfEntry(row), parentId: id, position: place }
      const change = await changeEntry(db, names, row, next, { ...act, onlyDrafts: false, name: 'gather' })
      if (change) changes.push({ ...change, untold: true })
    }
    const revision = await recordRevision(db, edition.id, changes, act)
    return { revision, id, slug, count: parts.length }
  })
  return gathered
}

function inTime(rows: EntryRow[]): EntryRow[] {
  const at = ({ entry }: EntryRow) => entry.startsAt ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted((a, b) => at(a) - at(b) || a.position - b.position)
}

async function refuseOthers(
  parts: EntryRow[],
  hasSessions: (id: string) => Promise<boolean>,
  act: CuratorAct,
): Promise<void> {
  if (parts.length < 2) throw new Refusal('gather-few', {}, 'Choose two events or more.')
  for (const { entry, parentId } of parts) {
    const { title } = entry
    if (act.onlyDrafts && !isOpenDraft(entry))
      throw new Refusal('only-drafts', {}, 'Only an editor may change what readers see.')
    if (
      entry.kind !== 'event' ||
      entry.state === 'withdrawn' ||
      parentId !== null ||
      (await hasSessions(entry.id))
    )
      throw new Refusal(
        'gather-other',
        { title },
        `“${title}” cannot become a session: it is no event, is withdrawn, or has sessions of its own.`,
      )
  }
}
