import { describe, expect, test } from 'vitest'
import { aDay } from '../../test/a-day.ts'
import { importInto } from '../../test/builders.ts'
import { anEdition, content } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import type { Finding } from '../domain/finding.ts'
import { readSearch } from '../domain/search-query.ts'
import { addEntries } from '../services/add-entries.ts'
import { editAuthor } from '../services/edit-author.ts'
import { editEntry } from '../services/edit-entry.ts'
import { editOrganisation } from '../services/edit-organisation.ts'
import { addWriting } from '../services/edit-writing.ts'
import { findOrganisationByName } from './organisations.ts'
import { findHits } from './search.ts'
import { hasCurrentIndex, indexAgain, indexEntries, makeIndex } from './search-index.ts'
import { writeSetting } from './settings.ts'
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
      { title: 'Права трудящихся', summary: 'Wanderungen von Möller und Goers' },
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
    expect(await found('المهاجرين')).toEqual(['اليوم ال'])
    expect(await found('Wanderungen von Moeller')).toEqual(['Права тр'])
    expect(await found('wanderungen goers')).toEqual(['Права тр'])
    expect(await found('правами трудящихся')).toEqual(['Права тр'])
    expect(await found('право')).toEqual(['Права тр'])
    expect(await found('правд')).toEqual([])
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
        publishAt: null,
        language: null,
        authors: ['Ada Lovelace'],
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

  test('who looks for a passcode, letter by letter, finds nothing', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const url = 'zoommtg://zoom.us/join?confno=81234&pwd=narcissus'
    await add(store, id, [
      { title: 'Voices', note: `Join ${url} Passcode: tulip88 now`, links: [{ role: 'join', url }] },
    ])
    for (const words of ['tul', 'tulip88', 'nar', 'narcissus', '812', 'zoommtg'])
      expect([words, await titles(store, words)]).toEqual([words, []])
    expect(await titles(store, 'join now')).toEqual(['Voices'])
  })

  test('the same is indexed by several at once, and the index made anew while they write', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store)
    const ids = await add(store, editionId, [{ title: 'Wages' }, { title: 'Pensions' }])
    await store.db.deleteFrom('search_rows').execute()
    const both = ids.map(id => ({ id, editionId, content: content({ title: 'Told' }) }))
    const index = (entries: typeof both) => store.db.transaction().execute(db => indexEntries(db, entries))
    for (let round = 0; round < 5; round++) await Promise.all([index(both), index(both.toReversed())])
    expect(await titles(store, 'told')).toEqual(['Pensions', 'Wages'])
    const change = (id: string, title: string) =>
      editEntry(store, { id, editionId }, { content: content({ title }) }, { base: 99, by: 'Ada', at })
    await Promise.all([
      indexAgain(store.db, { always: true }),
      change(ids[0]!, 'Salaries'),
      indexAgain(store.db, { always: true }),
      change(ids[1]!, 'Annuities'),
    ])
    expect([await titles(store, 'salaries'), await titles(store, 'annuities')]).toEqual([
      ['Salaries'],
      ['Annuities'],
    ])
    expect([await titles(store, 'told'), await titles(store, 'wages')]).toEqual([[], []])
  })

  test('what another version indexed is indexed anew, and what has gone is taken out', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store, { title: 'The day' })
    const [id] = await add(store, editionId, [{ title: 'Wages' }])
    const [gone] = await add(store, editionId, [{ title: 'Pensions' }])
    await indexEntries(store.db, [{ id: id!, editionId, content: content({ title: 'Otherwise' }) }])
    await store.db.deleteFrom('revisions').execute()
    await store.db.deleteFrom('updates').execute()
    await store.db.deleteFrom('entries').where('id', '=', gone!).execute()
    expect(await indexAgain(store.db)).toBe(null)
    await writeSetting(store.db, 'search-index', 'another')
    expect(await hasCurrentIndex(store.db)).toBe(false)
    expect(await indexAgain(store.db)).toBe(2)
    expect(await hasCurrentIndex(store.db)).toBe(true)
    expect([await titles(store, 'wages'), await titles(store, 'otherwise')]).toEqual([['Wages'], []])
    const rows = await store.db.selectFrom('search_rows').select('target_id').execute()
    expect(rows.map(row => row.target_id).sort()).toEqual([id, editionId].sort())
  })

  test('words that grow when they are folded, and texts of many of them, are indexed and looked for', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const grown = '\uFDFA'.repeat(70)
    const many = Array.from({ length: 8000 }, (_, at) => `\uFDFA${at.toString(36)}${'\uFDFA'.repeat(6)}`)
    await add(store, id, [{ title: grown }, { title: 'Blessings', summary: many.join(' ') }])
    expect(await titles(store, grown)).toEqual([grown])
    expect(await titles(store, `"${grown}"`)).toEqual([grown])
    expect(await titles(store, 'blessings')).toEqual(['Blessings'])
    expect(await titles(store, many[0]!)).toEqual(['Blessings'])
  })

  test('what somebody wrote is found by a new name, and left alone where only more is told of them', async () => {
    const store = await empty()
    const post = (slug: string) => ({
      slug,
      title: slug,
      text: 'Of rights.',
      excerpt: null,
      state: 'published' as const,
      day: '2020-12-19',
      publishedAt: null,
      parentId: null,
      position: 0,
      inMenu: false,
      publishAt: null,
      language: null,
      authors: ['Ada Lovelace'],
      tags: [],
      categories: [],
    })
    for (let number = 0; number < 60; number++)
      await addWriting(store, 'post', post(`post-${number}`), { by: 'Ada', at })
    await store.db.deleteFrom('search_rows').execute()
    const told = { name: 'Ada Lovelace', bio: 'Counts.', links: [] }
    await editAuthor(store, 'ada-lovelace', told, at)
    expect(await titles(store, 'lovelace')).toEqual([])
    await editAuthor(store, 'ada-lovelace', { ...told, name: 'Ada King' }, at)
    expect(await titles(store, 'king')).toHaveLength(60)
  })
})
