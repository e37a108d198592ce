import { describe, expect, test } from 'vitest'
import { anEdition, content } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { readAwaited, readTakingPart } from '../storage/awaited.ts'
import { findEditionById } from '../storage/editions.ts'
import { readRevisions } from '../storage/revisions.ts'
import { readEditionWords } from '../storage/tags.ts'
import { addEntries } from './add-entries.ts'
import { editEdition } from './edit-edition.ts'
import { keepable, openNextEdition } from './open-next-edition.ts'
import { stopAwaiting } from './stop-awaiting.ts'

const anna = (at: number) => ({ by: 'Anna', at })
const next = { title: 'Migrants Day 2021', slug: '2021', startsOn: '2021-12-18', endsOn: '2021-12-18' }

describe.each(stores)('opening the next edition in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const told = {
      text: 'On 18 December 2020 we met.',
      credit: 'CC BY',
      tags: ['rights'],
      categories: ['Migration'],
      hashtags: ['Migrants'],
      assumedMinutes: 45,
      author: { name: 'Anna', bio: null, picture: null, links: [] },
    }
    await editEdition(store, edition.id, told, anna(10))
    const link = { role: 'source' as const, url: 'https://iom.example/webinar' }
    const entries = [
      { content: content({ organisations: [{ name: 'IOM' }, { name: 'UN Women' }], links: [link] }) },
      { content: content({ title: 'Vigil', organisations: [{ name: 'IOM' }] }) },
      {
        content: content({ title: 'Gone', organisations: [{ name: 'Nobody' }] }),
        state: 'withdrawn' as const,
      },
    ].map(entry => ({ state: 'published' as const, ...entry }))
    await addEntries(store, edition.id, entries, anna(20))
    const taking = await readTakingPart(store.db, edition.id)
    return { store, edition, taking }
  }

  test('takes over what it is told to, marks last year’s dates, and leaves this one as it is', async () => {
    const { store, edition, taking } = await begun()
    const before = await findEditionById(store.db, edition.id)
    expect(taking.map(({ name, entries }) => [name, entries])).toEqual([
      ['IOM', 2],
      ['UN Women', 1],
    ])
    const { id, slug } = await openNextEdition(
      store,
      edition.id,
      { ...next, keeps: keepable, awaits: taking.map(each => each.id) },
      anna(30),
    )
    expect(slug).toBe('2021')
    expect(await findEditionById(store.db, id)).toMatchObject({
      ...next,
      state: 'draft',
      publishedAt: null,
      text: 'On ⟦18 December 2020⟧ we met.',
      credit: 'CC BY',
      hashtags: ['Migrants'],
      homeZone: 'Europe/Berlin',
      assumedMinutes: 45,
      author: { name: 'Anna' },
      revision: 1,
    })
    expect(await readEditionWords(store.db, id)).toMatchObject({
      tags: [{ name: 'rights' }],
      categories: [{ name: 'Migration' }],
    })
    expect(await readRevisions(store.db, id)).toMatchObject([
      { act: 'create', by: 'Anna', before: null, after: { title: next.title, tags: ['rights'] } },
    ])
    expect(await findEditionById(store.db, edition.id)).toEqual(before)
    expect(await readAwaited(store.db, id)).toMatchObject([
      { name: 'IOM', last: { title: 'Webinar on remittances', url: 'https://iom.example/webinar' } },
      { name: 'UN Women', last: { title: 'Webinar on remittances' } },
    ])
  })

  test('who is expected is crossed off when something of theirs is there, or when they do nothing', async () => {
    const { store, edition, taking } = await begun()
    const awaits = [...taking.map(each => each.id), 'nobody']
    const { id } = await openNextEdition(store, edition.id, { ...next, keeps: [], awaits }, anna(30))
    expect(await findEditionById(store.db, id)).toMatchObject({ text: null, author: null, hashtags: [] })
    const names = async () => (await readAwaited(store.db, id)).map(({ name }) => name)
    expect(await names()).toEqual(['IOM', 'UN Women'])
    const draft = { content: content({ organisations: [{ name: 'I.O.M.' }] }), state: 'draft' as const }
    await addEntries(store, id, [draft], anna(40))
    expect(await names()).toEqual(['UN Women'])
    expect(await stopAwaiting(store, id, taking[1]!.id)).toBe(true)
    expect(await stopAwaiting(store, id, taking[1]!.id)).toBe(false)
    expect(await names()).toEqual([])
  })

  test('is refused when the address is taken or the days are in disorder, and nothing is stored', async () => {
    const { store, edition } = await begun()
    const open = (told: object) =>
      openNextEdition(store, edition.id, { ...next, ...told, keeps: [], awaits: [] }, anna(30))
    await expect(open({ slug: '2020' })).rejects.toMatchObject({ key: 'edition-slug-taken' })
    await expect(open({ endsOn: '2021-12-17' })).rejects.toMatchObject({ key: 'days-in-disorder' })
    expect(await store.db.selectFrom('editions').select('slug').execute()).toEqual([{ slug: '2020' }])
  })
})
