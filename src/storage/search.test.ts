import { describe, expect, test } from 'vitest'
import { aDay } from '../../test/a-day.ts'
import { importInto } from '../../test/builders.ts'
import { anEdition, content } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readSearch } from '../domain/search-query.ts'
import { addEntries } from '../services/add-entries.ts'
import { editEntry } from '../services/edit-entry.ts'
import { editOrganisation } from '../services/edit-organisation.ts'
import { addWriting } from '../services/edit-writing.ts'
import { findOrganisationByName } from './organisations.ts'
import { findHits } from './search.ts'
import { indexEntries, makeIndex } from './search-index.ts'
import type { Store } from './store.ts'

const at = Date.UTC(2020, 11, 1)
const add = async (store: Store, editionId: string, told: Partial<Finding>[]) =>
  (
    await addEntries(
      store,
      editionId,
      told.map(each => ({ content: content(each), state: 'published' as const })),
      { by: 'Ada', at },
    )
  ).entries.map(({ id }) => id)

const titles = async (store: Store, words: string, editionId?: string) =>
  (await findHits(store.db, readSearch(words), { editionId })).hits.map(({ title }) => title).sort()

describe.each(stores)('search in $name', ({ empty }) => {
  test('finds entries by all of their words, in any script', async () => {
    const store = await empty()
    const { id } = await anEdition(store, { title: 'The day' })
    await add(store, id, [
      { title: 'Égalité des travailleurs migrants', organisations: [{ name: 'Fédération des Œuvres' }] },
      { title: '国际移民日网络研讨会', summary: '关于移民权利' },
      { title: 'اليوم الدولي للمهاجرين', tags: ['حقوق'] },
      { title: 'A webinar', place: { name: 'Nairobi', country: 'KE' }, languages: ['fr', 'sw'] },
      {
        title: 'A statement on human rights',
        kind: 'statement',
        note: 'See the *human* family. Rights of all.',
      },
    ])
    const found = async (words: string) => (await titles(store, words)).map(title => title.slice(0, 8))
    expect(await found('egalite MIGRANT')).toEqual(['Égalité '])
    expect(await found('oeuvres')).toEqual(['Égalité '])
    expect(await found('移民')).toEqual(['国际移民日网络研'.slice(0, 8)])
    expect(await found('民')).toEqual(['国际移民日网络研'.slice(0, 8)])
    expect(await found('移日')).toEqual([])
    expect(await found('دولي حقوق')).toEqual(['اليوم ال'])
    expect(await found('kenya')).toEqual(['A webina'])
    expect(await found('français')).toEqual(['A webina'])
    expect(await found('suaheli')).toEqual(['A webina'])
    expect(await found('webi')).toEqual(['A webina'])
    expect(await found('"human rights"')).toEqual(['A statem'])
    expect(await found('"human family"')).toEqual(['A statem'])
    expect(await found('"rights of human"')).toEqual([])
    expect(await found('rights -statement')).toEqual([])
    expect(await found('a -statement')).toEqual(['A webina'])
    expect(await found('day')).toEqual(['The day'])
    expect(await found('"; drop table entries; --')).toEqual([])
    expect(await found(`title : "x" OR NEAR(a b) ^ * ' \\`)).toEqual([])
  })

  test('only what readers see is found: no draft, nothing withdrawn, no session of either', async () => {
    const store = await empty()
    const { id } = await anEdition(store, { title: 'Seen' })
    const [seen] = await add(store, id, [{ title: 'Rights one', sessions: [] }])
    const { entries } = await addEntries(
      store,
      id,
      [
        { content: content({ title: 'Rights two' }), state: 'draft' },
        { content: content({ title: 'Rights three' }), state: 'withdrawn' },
      ],
      { by: 'Ada', at },
    )
    expect(entries).toHaveLength(2)
    expect(await titles(store, 'rights')).toEqual(['Rights one'])
    await store.db.updateTable('editions').set({ state: 'draft' }).execute()
    expect(await titles(store, 'rights')).toEqual([])
    await store.db.updateTable('editions').set({ state: 'archived' }).execute()
    expect(await titles(store, 'rights')).toEqual(['Rights one'])
    await store.db.updateTable('entries').set({ state: 'draft' }).where('id', '=', seen!).execute()
    expect(await titles(store, 'rights')).toEqual([])
  })

  test('what is changed is found by what it says now; what is taken back never was', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store)
    const [id] = await add(store, editionId, [{ title: 'Wages', organisations: [{ name: 'Old Union' }] }])
    const change = (title: string) =>
      editEntry(
        store,
        { id: id!, editionId },
        { content: content({ title, organisations: [{ name: 'Old Union' }] }) },
        { base: 99, by: 'Ada', at },
      )
    await change('Pensions')
    expect(await titles(store, 'wages')).toEqual([])
    expect(await titles(store, 'pension')).toEqual(['Pensions'])
    const undone = store.db.transaction().execute(async db => {
      await indexEntries(db, [{ id: id!, editionId, content: content({ title: 'Never' }) }])
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    expect([await titles(store, 'never'), await titles(store, 'pension')]).toEqual([[], ['Pensions']])
    const union = await findOrganisationByName(store.db, 'Old Union')
    await editOrganisation(
      store,
      union!.id,
      { name: 'New Federation', url: null },
      { who: { id: null, name: 'Ada' }, at },
    )
    expect(await titles(store, 'federation')).toEqual(['Pensions'])
    expect(await titles(store, 'union')).toEqual([])
  })

  test('posts are found, and the index made anew finds what the one that was kept found', async () => {
    const store = await empty()
    await importInto(
      store,
      aDay.map(finding => ({ finding })),
    )
    await addWriting(
      store,
      'post',
      {
        slug: 'a-post',
        title: 'What was said',
        text: 'Of remittances and rights.',
        excerpt: null,
        state: 'published',
        day: '2020-12-19',
        publishedAt: null,
        parentId: null,
        position: 0,
        inMenu: false,
        author: 'Ada Lovelace',
        tags: ['Money'],
        categories: [],
      },
      { by: 'Ada', at },
    )
    const asked = ['remittances', 'money', 'lovelace', 'day', 'a', 'migrants', 'online', 'the']
    const before = await Promise.all(asked.map(words => titles(store, words)))
    expect(before.slice(0, 3)).toEqual([['What was said'], ['What was said'], ['What was said']])
    const rows = async () =>
      (await store.db.selectFrom('search_rows').select('target_id').orderBy('target_id').execute()).length
    const kept = await rows()
    await store.db.transaction().execute(db => makeIndex(db))
    expect(await rows()).toBe(kept)
    expect(await Promise.all(asked.map(words => titles(store, words)))).toEqual(before)
  })
})
