import { describe, expect, test } from 'vitest'
import { anEdition } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { findEdition, findEditionById } from '../storage/editions.ts'
import { findRedirect } from '../storage/redirects.ts'
import { readRevisions } from '../storage/revisions.ts'
import { readEditionWords } from '../storage/tags.ts'
import { editEdition } from './edit-edition.ts'

const anna = (at: number) => ({ by: 'Anna', at })
const ben = (at: number) => ({ by: 'Ben', at })

describe.each(stores)('editing an edition in $name', ({ empty }) => {
  async function begun(told: Parameters<typeof anEdition>[1] = {}) {
    const store = await empty()
    const edition = await anEdition(store, told)
    return { store, id: edition.id, edition, now: () => findEditionById(store.db, edition.id) }
  }

  test('a conflict names who wrote that field, and not who wrote last', async () => {
    const { store, id } = await begun()
    await editEdition(store, id, { title: 'Anna’s' }, { ...anna(10), base: 0 })
    await editEdition(store, id, { text: 'Cleo’s' }, { by: 'Cleo', at: 20, base: 1 })
    const edited = await editEdition(store, id, { title: 'Ben’s' }, { ...ben(30), base: 0 })
    expect(edited).toMatchObject({ conflict: { fields: ['title'], by: 'Anna', at: 10 } })
  })

  test('stores every field, and records what changed', async () => {
    const { store, id, edition, now } = await begun()
    const told = {
      title: 'Migrants Day, again',
      text: 'Three words.',
      startsOn: '2020-12-17',
      endsOn: '2020-12-19',
      homeZone: 'Africa/Lagos',
      assumedMinutes: 90,
      hashtags: ['#MigrantsDay'],
      tags: ['Rights', 'Money'],
      categories: ['Migration'],
      author: { name: 'Anna', bio: null, picture: null, links: [] },
      credit: 'CC BY',
      state: 'archived' as const,
    }
    const edited = await editEdition(store, id, told, { ...anna(10), base: 0 })
    expect(edited).toEqual({ revision: 1, slug: '2020', changed: true })
    const { tags, categories, ...plain } = told
    expect(await now()).toEqual({ ...edition, ...plain, revision: 1, updatedAt: 10 })
    expect(await readEditionWords(store.db, id)).toEqual({
      tags: [
        { slug: 'rights', name: 'Rights' },
        { slug: 'money', name: 'Money' },
      ],
      categories: [{ slug: 'migration', name: 'Migration' }],
    })
    const [revision] = await readRevisions(store.db, id)
    expect(revision).toMatchObject({ act: 'edit', by: 'Anna', after: told })
    expect(revision!.before).toMatchObject({ title: 'Migrants Day 2020', tags: [], author: null })
    expect(await editEdition(store, id, told, { ...anna(20), base: 0 })).toMatchObject({ changed: false })
    const emptied = { tags: [], categories: [], author: null, text: null }
    await editEdition(store, id, emptied, anna(30))
    expect(await readEditionWords(store.db, id)).toEqual({ tags: [], categories: [] })
    expect(await now()).toMatchObject({ author: null, text: null, title: told.title })
  })

  test('two people’s edits of different fields are both kept, and so are the words both add', async () => {
    const { store, id, now } = await begun({ hashtags: ['#one'] })
    await editEdition(store, id, { title: 'Better', hashtags: ['#one', '#two'] }, { ...anna(10), base: 0 })
    await editEdition(
      store,
      id,
      { title: 'Migrants Day 2020', credit: 'CC BY', hashtags: ['#one', '#three'] },
      { ...ben(20), base: 0 },
    )
    expect(await now()).toMatchObject({
      title: 'Better',
      credit: 'CC BY',
      hashtags: ['#one', '#two', '#three'],
    })
  })

  test('two people’s edits of one field are shown, and nothing is stored', async () => {
    const { store, id, now } = await begun()
    await editEdition(store, id, { text: 'Anna’s text' }, { ...anna(10), base: 0 })
    const told = { text: 'Ben’s text', credit: 'Lost?' }
    const edited = await editEdition(store, id, told, { ...ben(20), base: 0 })
    expect(edited).toMatchObject({
      conflict: {
        fields: ['text'],
        theirs: { text: 'Anna’s text', credit: null },
        merged: { text: 'Anna’s text', credit: 'Lost?' },
        by: 'Anna',
        at: 10,
        revision: 1,
      },
    })
    expect(await now()).toMatchObject({ text: 'Anna’s text', credit: null })
    // Having seen both, Ben decides.
    expect(await editEdition(store, id, told, { ...ben(30), base: 1 })).toMatchObject({ changed: true })
    expect(await now()).toMatchObject(told)
  })

  test('an address that was given out leads on, and no other edition may take it', async () => {
    const { store, id } = await begun()
    await editEdition(store, id, { slug: '2020-geneva' }, anna(10))
    expect(await findEdition(store.db, 'migrants-day', '2020')).toBeNull()
    expect(await findRedirect(store, '/migrants-day/2020')).toBe('/migrants-day/2020-geneva')
    const below = await findRedirect(store, '/migrants-day/2020/webinar')
    expect(below).toBe('/migrants-day/2020-geneva/webinar')
    expect(await findRedirect(store, '/migrants-day/2020.ics')).toBe('/migrants-day/2020-geneva.ics')
    expect(await findRedirect(store, '/migrants-day/2020-lagos')).toBeNull()
    const refused = (slug: string, key: string) =>
      expect(editEdition(store, id, { slug }, anna(20))).rejects.toMatchObject({ key })
    await refused('No Slug', 'edition-slug-wrong')
    await editEdition(store, id, { slug: '2020' }, anna(30))
    expect(await findRedirect(store, '/migrants-day/2020-geneva/webinar')).toBe('/migrants-day/2020/webinar')
    expect(await findRedirect(store, '/migrants-day/2020')).toBeNull()
  })

  test.each(['live', 'archived'] as const)('publishes it when it first becomes %s', async state => {
    const { store, id, now } = await begun({ state: 'draft', publishedAt: null })
    const publishedAt = async () => (await now())?.publishedAt
    await editEdition(store, id, { title: 'Still a draft', state: 'draft' }, anna(1000))
    expect(await publishedAt()).toBeNull()
    await editEdition(store, id, { state }, anna(2000))
    expect(await publishedAt()).toBe(2000)
    await editEdition(store, id, { state: 'draft' }, anna(3000))
    await editEdition(store, id, { state: 'live' }, anna(4000))
    expect(await publishedAt()).toBe(2000)
  })

  test.each([
    ['title-missing', { title: ' ' }],
    ['zone-unknown', { homeZone: '+05:00' }],
    ['date-wrong', { endsOn: '2020-12-32' }],
    ['minutes-wrong', { assumedMinutes: 0 }],
    ['too-long', { text: 'x'.repeat(100_001) }],
    ['days-in-disorder', { startsOn: '2020-12-19' }],
  ])('is refused when it cannot be so (%s)', async (key, told) => {
    const { store, id, edition, now } = await begun()
    await expect(editEdition(store, id, told, anna(10))).rejects.toMatchObject({ key })
    expect(await now()).toEqual(edition)
  })

  test('is for editors', async () => {
    const { store, id } = await begun()
    const carl = { by: 'Carl', at: 10, onlyDrafts: true }
    const editing = editEdition(store, id, { title: 'Mine' }, carl)
    await expect(editing).rejects.toMatchObject({ key: 'only-editors' })
  })
})
