import { describe, expect, test } from 'vitest'
import { anEdition, content, entryOf } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import { Refusal } from '../domain/refusal.ts'
import { findEdition } from '../storage/editions.ts'
import { findRedirect } from '../storage/redirects.ts'
import { readRevisions } from '../storage/revisions.ts'
import { readUpdates } from '../storage/updates.ts'
import { addEntries } from './add-entries.ts'
import { changeEntries } from './change-entries.ts'
import { editEntry } from './edit-entry.ts'
import { moveEntries } from './move-entries.ts'
import { restoreEntry } from './restore-entry.ts'
import { undoRevision } from './undo-revision.ts'

const anna = (at: number) => ({ by: 'Anna', at })
const ben = (at: number) => ({ by: 'Ben', at })

describe.each(stores)('writing entries in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const added = await addEntries(
      store,
      edition.id,
      [{ content: content(), state: 'published', sessions: [{ content: content({ title: 'Opening' }) }] }],
      anna(10),
    )
    const { id } = added.entries[0]!
    return { store, edition, id, where: { id, editionId: edition.id }, revision: added.revision }
  }

  test('two people’s edits of different fields are both kept', async () => {
    const { store, id, where, revision } = await begun()
    const opened = contentOfEntry(await entryOf(store, id))
    await editEntry(
      store,
      where,
      { content: { ...opened, title: 'A better title' } },
      { ...anna(20), base: revision },
    )
    const edited = await editEntry(
      store,
      where,
      { content: { ...opened, note: 'Worth it.', tags: ['money'] } },
      { ...ben(30), base: revision },
    )
    expect(edited).toMatchObject({ revision: revision + 2, changed: true })
    const now = await entryOf(store, id)
    expect({ title: now.title, note: now.note, tags: now.tags.map(({ name }) => name) }).toEqual({
      title: 'A better title',
      note: 'Worth it.',
      tags: ['money'],
    })
  })

  test('two people’s edits of one field are shown, and nothing is stored', async () => {
    const { store, id, where, revision } = await begun()
    const opened = contentOfEntry(await entryOf(store, id))
    await editEntry(
      store,
      where,
      { content: { ...opened, title: 'Anna’s' } },
      { ...anna(20), base: revision },
    )
    const edited = await editEntry(
      store,
      where,
      { content: { ...opened, title: 'Ben’s', note: 'Lost?' } },
      { ...ben(30), base: revision },
    )
    expect(edited).toEqual({
      conflict: {
        fields: ['title'],
        theirs: { ...opened, title: 'Anna’s' },
        by: 'Anna',
        at: 20,
        revision: revision + 1,
      },
    })
    expect(await entryOf(store, id)).toMatchObject({ title: 'Anna’s', note: null })
  })

  test('a conflict names who wrote that field, and not who wrote last', async () => {
    const { store, id, where, revision } = await begun()
    const opened = contentOfEntry(await entryOf(store, id))
    const annas = { ...opened, title: 'Anna’s' }
    await editEntry(store, where, { content: annas }, { ...anna(20), base: revision })
    const cleo = { by: 'Cleo', at: 30, base: revision + 1 }
    await editEntry(store, where, { content: { ...annas, summary: 'Cleo’s' } }, cleo)
    const edited = await editEntry(
      store,
      where,
      { content: { ...opened, title: 'Ben’s' } },
      { ...ben(40), base: revision },
    )
    expect(edited).toMatchObject({ conflict: { fields: ['title'], by: 'Anna', at: 20 } })
  })

  test('an entry becomes again what it was, and keeps its address and place', async () => {
    const { store, id, where, revision } = await begun()
    const first = await entryOf(store, id)
    const told = { content: { ...contentOfEntry(first), title: 'Other', tags: ['x'] }, slug: 'other' }
    await editEntry(store, where, told, { ...anna(20), base: revision })
    expect(await findRedirect(store, '/migrants-day/2020/webinar-on-remittances')).toBe(
      '/migrants-day/2020/other',
    )
    await restoreEntry(store, where, revision, ben(30))
    const again = await entryOf(store, id)
    expect(contentOfEntry(again)).toEqual(contentOfEntry(first))
    expect(again.slug).toBe('other')
    const acts = await readRevisions(store.db, where.editionId, { entryId: id })
    expect(acts.map(({ act, by, before, after }) => ({ act, by, before, after }))).toEqual([
      {
        act: 'restore',
        by: 'Ben',
        before: { title: 'Other', tags: ['x'] },
        after: { title: first.title, tags: [] },
      },
      {
        act: 'edit',
        by: 'Anna',
        before: { title: first.title, tags: [], slug: first.slug },
        after: { title: 'Other', tags: ['x'], slug: 'other' },
      },
      expect.objectContaining({ act: 'add', before: null }),
    ])
  })

  test('several are changed as one, and that is taken back as one', async () => {
    const { store, edition, id } = await begun()
    const { entries } = await addEntries(
      store,
      edition.id,
      [
        { content: content({ title: 'Two' }), state: 'draft' },
        { content: content({ title: 'Three' }), state: 'draft' },
      ],
      anna(20),
    )
    const ids = entries.map(entry => entry.id)
    const published = await changeEntries(
      store,
      edition.id,
      [...ids, id, 'nobody'],
      fields => ({ ...fields, state: 'published' }),
      { ...anna(30), name: 'publish' },
    )
    expect(published.changed).toBe(2)
    await editEntry(
      store,
      { id: ids[1]!, editionId: edition.id },
      { content: content({ title: 'Three, better' }) },
      { ...ben(40), base: published.revision },
    )
    const undone = await undoRevision(store, edition.id, published.revision, anna(50))
    expect(undone).toMatchObject({ changed: 2, kept: 0 })
    const states = await Promise.all(ids.map(async each => (await entryOf(store, each)).state))
    expect(states).toEqual(['draft', 'draft'])
    expect((await entryOf(store, ids[1]!)).title).toBe('Three, better')
  })

  test('taking back what added an entry withdraws it', async () => {
    const { store, edition, id, revision } = await begun()
    await undoRevision(store, edition.id, revision, anna(50))
    expect((await entryOf(store, id)).state).toBe('withdrawn')
  })

  test('readers are told what changed, but of no draft and no minor edit', async () => {
    const { store, edition, id, where, revision } = await begun()
    await addEntries(store, edition.id, [{ content: content({ title: 'Draft' }), state: 'draft' }], anna(15))
    const opened = contentOfEntry(await entryOf(store, id))
    const later = { ...opened, time: { ...opened.time, start: '2020-12-18T15:00:00' } }
    await editEntry(
      store,
      where,
      { content: { ...later, note: 'typo' } },
      { ...anna(20), base: revision + 1 },
    )
    await editEntry(
      store,
      where,
      { content: { ...later, note: 'no typo' } },
      { ...anna(30), base: revision + 2, minor: true },
    )
    const off = { status: 'cancelled' as const, statusReason: 'The speaker is ill.' }
    await changeEntries(store, edition.id, [id], fields => ({ ...fields, ...off }), {
      ...anna(40),
      name: 'cancel',
    })
    const updates = await readUpdates(store.db, edition.id, 10)
    expect(updates.map(({ at, update, entry }) => ({ at, update, entry: entry?.slug }))).toEqual([
      {
        at: 40,
        update: { kind: 'status', status: 'cancelled', reason: 'The speaker is ill.' },
        entry: 'webinar-on-remittances',
      },
      {
        at: 20,
        update: { kind: 'time', from: opened.time, to: later.time },
        entry: 'webinar-on-remittances',
      },
      { at: 20, update: { kind: 'other', fields: ['note'] }, entry: 'webinar-on-remittances' },

      { at: 10, update: { kind: 'new' }, entry: 'webinar-on-remittances' },
    ])
  })

  test('whoever may write drafts alone changes nothing that readers see', async () => {
    const { store, edition, id, where, revision } = await begun()
    const opened = contentOfEntry(await entryOf(store, id))
    const carl = { by: 'Carl', at: 60, onlyDrafts: true }
    const editing = editEntry(
      store,
      where,
      { content: { ...opened, title: 'x' } },
      { ...carl, base: revision },
    )
    await expect(editing).rejects.toThrow(Refusal)
    const publishing = addEntries(store, edition.id, [{ content: content(), state: 'published' }], carl)
    await expect(publishing).rejects.toThrow(Refusal)
    await addEntries(store, edition.id, [{ content: content(), state: 'draft' }], carl)
    expect((await findEdition(store.db, 'migrants-day', '2020'))!.revision).toBe(revision + 1)
  })

  test('entries are put in the curator’s order, however often', async () => {
    const { store, edition } = await begun()
    const titles = ['a', 'b', 'c', 'd']
    const { entries } = await addEntries(
      store,
      edition.id,
      titles.map(title => ({ content: content({ title }), state: 'published' as const })),
      anna(20),
    )
    const [a, b, , d] = entries.map(({ id }) => id) as [string, string, string, string]
    const move = (id: string, after: string | null) =>
      moveEntries(store, { ids: [id], editionId: edition.id }, after, anna(30))
    await move(d, null)
    for (let turn = 0; turn < 60; turn++) await move(turn % 2 ? a : b, d)
    const order = await store.db
      .selectFrom('entries')
      .where('parent_id', 'is', null)
      .orderBy('position')
      .select('title')
      .execute()
    expect(order.map(({ title }) => title)).toEqual(['d', 'a', 'b', 'Webinar on remittances', 'c'])
  })
})
