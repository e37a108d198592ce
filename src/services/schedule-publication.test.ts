import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { findEditionById } from '../storage/editions.ts'
import { readRevisions } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries } from './add-entries.ts'
import { changeEntries } from './change-entries.ts'
import { publishDue } from './publish-due.ts'
import { restoreEntry } from './restore-entry.ts'
import { schedulePublication } from './schedule-publication.ts'
import { undoRevision } from './undo-revision.ts'

const now = Date.parse('2020-12-17T12:00Z')
const nine = Date.parse('2020-12-18T08:00Z')
const atNine = { wall: '2020-12-18T09:00', zone: 'Europe/Berlin' }
const anna = { by: 'Anna', at: now }

async function waiting({ db }: Store) {
  const jobs = await db.selectFrom('jobs').where('state', '=', 'waiting').selectAll().execute()
  return jobs.map(({ kind, key, data, due_at }) => ({ kind, key, data: JSON.parse(data!), due_at }))
}

describe.each(stores)('publishing later in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const { entries, revision } = await addEntries(
      store,
      edition.id,
      [{ content: content(), state: 'draft' }],
      anna,
    )
    const { id } = entries[0]!
    return { store, edition, id, revision, what: { edition: edition.id, entry: id } }
  }

  test('a draft is published when its moment comes, once, and readers are told', async () => {
    const { store, edition, id, what } = await begun()
    const { revision } = await schedulePublication(store, what, atNine, anna)
    expect(await entryOf(store, id)).toMatchObject({ state: 'draft', publishAt: nine })
    expect(await waiting(store)).toEqual([{ kind: 'publish', key: id, data: what, due_at: nine }])
    expect(await publishDue(store, what, nine - 1)).toEqual({ published: false })
    expect(await publishDue(store, what, nine)).toEqual({ published: true })
    expect(await publishDue(store, what, nine + 1)).toEqual({ published: false })
    expect(await entryOf(store, id)).toMatchObject({ state: 'published', publishAt: null })
    const acts = await readRevisions(store.db, edition.id, { entryId: id })
    expect(acts.map(({ number, by, act, before, after }) => ({ number, by, act, before, after }))).toEqual([
      {
        number: revision + 1,
        by: 'schedule',
        act: 'publish',
        before: { state: 'draft', publishAt: nine },
        after: { state: 'published', publishAt: null },
      },
      {
        number: revision,
        by: 'Anna',
        act: 'schedule',
        before: { publishAt: null },
        after: { publishAt: nine },
      },
      expect.objectContaining({ act: 'add' }),
    ])
    const told = await readUpdates(store.db, edition.id, 10)
    expect(told.map(({ at, update }) => ({ at, update }))).toEqual([{ at: nine, update: { kind: 'new' } }])
  })

  test('the moment is moved, and taken back', async () => {
    const { store, what, id } = await begun()
    await schedulePublication(store, what, atNine, anna)
    await schedulePublication(store, what, { ...atNine, zone: 'America/Lima' }, anna)
    const inLima = Date.parse('2020-12-18T14:00Z')
    expect(await waiting(store)).toMatchObject([{ due_at: inLima }])
    expect(await publishDue(store, what, nine)).toEqual({ published: false })
    await schedulePublication(store, what, null, anna)
    expect(await waiting(store)).toEqual([])
    expect(await publishDue(store, what, inLima)).toEqual({ published: false })
    expect((await entryOf(store, id)).state).toBe('draft')
  })

  test('whoever publishes or withdraws it by hand is not overruled', async () => {
    const { store, edition, id, what } = await begun()
    await schedulePublication(store, what, atNine, anna)
    const withdrawn = (fields: object) => ({ ...fields, state: 'withdrawn' }) as never
    await changeEntries(store, edition.id, [id], withdrawn, { ...anna, name: 'withdraw' })
    expect(await waiting(store)).toEqual([])
    expect(await publishDue(store, what, nine)).toEqual({ published: false })
    expect(await entryOf(store, id)).toMatchObject({ state: 'withdrawn', publishAt: null })
  })

  test('restoring or undoing brings back no moment that has passed', async () => {
    const { store, edition, id, what } = await begun()
    const { revision } = await schedulePublication(store, what, atNine, anna)
    await publishDue(store, what, nine)
    const later = { by: 'Anna', at: nine + 1000 }
    await undoRevision(store, edition.id, revision + 1, later)
    expect(await entryOf(store, id)).toMatchObject({ state: 'draft', publishAt: null })
    await restoreEntry(store, { id, editionId: edition.id }, revision, later)
    expect(await entryOf(store, id)).toMatchObject({ state: 'draft', publishAt: null })
    expect(await waiting(store)).toEqual([])
  })

  test('an edition is published by itself too', async () => {
    const store = await empty()
    const edition = await anEdition(store, { state: 'draft', publishedAt: null })
    const what = { edition: edition.id, entry: null }
    await schedulePublication(store, what, atNine, anna)
    expect(await waiting(store)).toEqual([{ kind: 'publish', key: edition.id, data: what, due_at: nine }])
    expect(await publishDue(store, what, nine)).toEqual({ published: true })
    expect(await publishDue(store, what, nine)).toEqual({ published: false })
    const published = { state: 'live', publishAt: null, publishedAt: nine }
    expect(await findEditionById(store.db, edition.id)).toMatchObject(published)
  })

  test('what is added with a moment is published then', async () => {
    const { store, edition } = await begun()
    const { entries } = await addEntries(
      store,
      edition.id,
      [
        { content: content({ title: 'Later' }), state: 'draft', publishAt: nine },
        { content: content({ title: 'Too late' }), state: 'draft', publishAt: now - 1 },
      ],
      anna,
    )
    expect(await waiting(store)).toMatchObject([{ key: entries[0]!.id, due_at: nine }])
    expect((await entryOf(store, entries[1]!.id)).publishAt).toBeNull()
  })

  test.each([
    ['moment-past', { wall: '2020-12-17T12:59', zone: 'Europe/Berlin' }],
    ['moment-wrong', { wall: '2020-12-32T09:00', zone: 'Europe/Berlin' }],
    ['zone-unknown', { wall: '2020-12-18T09:00', zone: 'Europe/Nowhere' }],
  ])('is refused for what is no moment to come (%s)', async (key, moment) => {
    const { store, what } = await begun()
    await expect(schedulePublication(store, what, moment, anna)).rejects.toMatchObject({ key })
    expect(await waiting(store)).toEqual([])
  })

  test('is for editors, and for drafts', async () => {
    const { store, edition, id, what } = await begun()
    const carl = { by: 'Carl', at: now, onlyDrafts: true }
    const refused = (key: string) => expect.objectContaining({ key })
    await expect(schedulePublication(store, what, atNine, carl)).rejects.toEqual(refused('only-drafts'))
    await schedulePublication(store, what, atNine, anna)
    const renamed = (fields: object) => ({ ...fields, title: 'Unseen' }) as never
    const editing = changeEntries(store, edition.id, [id], renamed, { ...carl, name: 'edit' })
    await expect(editing).rejects.toEqual(refused('only-drafts'))
    const published = (fields: object) => ({ ...fields, state: 'published' }) as never
    await changeEntries(store, edition.id, [id], published, { ...anna, name: 'publish' })
    await expect(schedulePublication(store, what, atNine, anna)).rejects.toEqual(refused('no-draft'))
    const gone = schedulePublication(store, { ...what, entry: 'nobody' }, atNine, anna)
    await expect(gone).rejects.toEqual(refused('entry-gone'))
  })

  test('of what is gone is no trouble', async () => {
    const { store, edition } = await begun()
    expect(await publishDue(store, { edition: 'nobody', entry: null }, nine)).toEqual({ published: false })
    const gone = { edition: edition.id, entry: 'nobody' }
    expect(await publishDue(store, gone, nine)).toEqual({ published: false })
  })
})
