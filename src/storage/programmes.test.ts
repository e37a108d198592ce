import type { KyselyPlugin } from 'kysely'
import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf, manyLines } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { readProgramme, readRevision } from './programmes.ts'
import { listSeries, readSeries } from './series.ts'
import type { Store } from './store.ts'

describe.each(stores)('a programme in $name', ({ empty }) => {
  test('comes back as it was told', async () => {
    const store = await empty()
    const told = finding({
      summary: 'What families send home.',
      note: 'The one to watch.',
      url: 'https://iom.example/webinar',
      end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
      status: 'rescheduled',
      attendance: 'mixed',
      place: { name: 'Palais', address: 'Avenue 1', country: 'CH', lat: 46.2266, lon: 6.1405 },
      organisations: [{ name: 'IOM', url: 'https://iom.example' }, { name: 'منظمة الهجرة' }],
      people: [
        {
          name: 'Ana Pérez',
          role: 'speaker',
          affiliation: 'University of Geneva',
          url: 'https://ana.example',
        },
      ],
      links: [
        { role: 'registration', url: 'https://iom.example/register', title: 'Register' },
        { role: 'recording', url: 'https://video.example/1' },
      ],
      registrationUntil: '2020-12-17',
      languages: ['en', 'fr'],
      interpretation: ['es'],
      captions: ['en'],
      signLanguages: ['ase'],
      tags: ['Remittances', 'Families'],
      image: 'https://iom.example/picture.jpg',
      published: '2020-12-01',
      doubts: [{ code: 'zone-season', field: 'start', says: 'CET in summer' }],
    })
    await importInto(store, linesOf([told]))
    const programme = await readProgramme(store, 'migrants-day', '2020')
    expect(programme).toEqual({
      series: {
        id: expect.stringMatching(uuid7),
        slug: 'migrants-day',
        title: 'Migrants Day',
        text: null,
        observed: null,
        founded: null,
        accent: null,
        language: null,
        translations: null,
      },
      edition: {
        id: expect.stringMatching(uuid7),
        slug: '2020',
        title: 'Migrants Day 2020',
        text: null,
        state: 'draft',
        startsOn: '2020-12-18',
        endsOn: '2020-12-18',
        homeZone: 'Europe/Berlin',
        assumedMinutes: 60,
        hashtags: [],
        categories: [],
        tags: [],
        author: null,
        coAuthors: [],
        takesSuggestions: false,
        credit: null,
        language: null,
        translations: null,
        revision: 2,
        publishedAt: null,
        publishAt: null,
        updatedAt: Date.parse('2020-12-01T00:00:00Z'),
      },
      entries: [
        {
          id: expect.stringMatching(uuid7),
          slug: 'webinar-on-remittances',
          kind: 'event',
          title: 'Webinar on remittances',
          summary: 'What families send home.',
          note: 'The one to watch.',
          time: {
            precision: 'moment',
            start: '2020-12-18T14:00:00',
            end: '2020-12-18T15:30:00',
            zone: 'Europe/Berlin',
          },
          startsAt: Date.parse('2020-12-18T13:00:00Z'),
          endsAt: Date.parse('2020-12-18T14:30:00Z'),
          status: 'rescheduled',
          attendance: 'mixed',
          place: { name: 'Palais', address: 'Avenue 1', country: 'CH', lat: 46.2266, lon: 6.1405 },
          organisations: [
            {
              id: expect.stringMatching(uuid7),
              slug: 'iom',
              name: 'IOM',
              url: 'https://iom.example',
              role: null,
            },
            {
              id: expect.stringMatching(uuid7),
              slug: 'منظمة-الهجرة',
              name: 'منظمة الهجرة',
              url: null,
              role: null,
            },
          ],
          people: [
            {
              id: expect.stringMatching(uuid7),
              slug: 'ana-perez',
              name: 'Ana Pérez',
              url: 'https://ana.example',
              role: 'speaker',
              affiliation: 'University of Geneva',
            },
          ],
          links: [
            {
              role: 'source',
              url: 'https://iom.example/webinar',
              title: null,
              health: 'unknown',
              visibility: 'public',
            },
            {
              role: 'registration',
              url: 'https://iom.example/register',
              title: 'Register',
              health: 'unknown',
              visibility: 'public',
            },
            {
              role: 'recording',
              url: 'https://video.example/1',
              title: null,
              health: 'unknown',
              visibility: 'public',
            },
          ],
          recording: 'available',
          registrationUntil: '2020-12-17',
          languages: ['en', 'fr'],
          interpretation: ['es'],
          captions: ['en'],
          signLanguages: ['ase'],
          tags: [
            { slug: 'remittances', name: 'Remittances' },
            { slug: 'families', name: 'Families' },
          ],
          image: 'https://iom.example/picture.jpg',
          imageAlt: null,
          state: 'published',
          publishAt: null,
          statusReason: null,
          doubts: [{ code: 'zone-season', field: 'start', says: 'CET in summer' }],
          published: '2020-12-01',
          language: null,
          translations: null,
          sequence: 0,
          createdAt: Date.parse('2020-12-01T00:00:00Z'),
          updatedAt: Date.parse('2020-12-01T00:00:00Z'),
          sessions: [],
        },
      ],
    })
    expect(await readRevision(store, 'migrants-day', '2020')).toBe(2)
  })

  test('has its entries in the order of the story, and sessions in the order of time', async () => {
    const store = await empty()
    const sessions = ['16', '09', '12'].map(hour =>
      finding({ title: `At ${hour}`, start: `2020-12-18T${hour}:00:00+01:00[Europe/Berlin]` }),
    )
    const late = finding({ title: 'Late', start: '2020-12-18T23:00:00+01:00[Europe/Berlin]' })
    await importInto(
      store,
      linesOf([late, finding({ title: 'Whole day', sessions }), finding({ title: 'Early' })]),
    )
    const programme = await readProgramme(store, 'migrants-day', '2020')
    expect(
      programme?.entries.map(({ title, sessions }) => [title, sessions.map(({ title }) => title)]),
    ).toEqual([
      ['Late', []],
      ['Whole day', ['At 09', 'At 12', 'At 16']],
      ['Early', []],
    ])
  })

  test('takes as many queries with three entries as with one', async () => {
    const counts = []
    for (const count of [1, 3]) {
      const store = await empty()
      await importInto(store, manyLines(count))
      const counted = counting(store)
      const programme = await readProgramme(counted.store, 'migrants-day', '2020')
      expect(programme?.entries).toHaveLength(count)
      counts.push(counted.queries())
    }
    expect(counts).toEqual([12, 12])
  })

  test('is null where there is none', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding()]))
    expect(await readProgramme(store, 'migrants-day', '2021')).toBeNull()
    expect(await readProgramme(store, 'elsewhere', '2020')).toBeNull()
    expect(await readRevision(store, 'migrants-day', '2021')).toBeNull()
  })

  test('stands in the list of its series, with what it holds, newest edition first', async () => {
    const store = await empty()
    const recorded = finding({
      title: 'Recorded',
      recording: 'available',
      sessions: [finding({ title: 'Session' })],
    })
    await importInto(store, linesOf([finding(), recorded]))
    await importInto(store, linesOf([finding()]), { edition: '2021', date: '2021-12-18' })
    await importInto(store, linesOf([finding()]), { series: 'another-day', edition: '2020' })
    const series = await readSeries(store, 'migrants-day')
    expect(series?.editions.map(({ slug, entries, recordings }) => ({ slug, entries, recordings }))).toEqual([
      { slug: '2021', entries: 1, recordings: 0 },
      { slug: '2020', entries: 2, recordings: 1 },
    ])
    const all = await listSeries(store)
    expect(all.map(({ slug, editions }) => [slug, editions.length])).toEqual([
      ['another-day', 1],
      ['migrants-day', 2],
    ])
    expect(all[1]).toEqual(series)
    expect(await readSeries(store, 'nowhere')).toBeNull()
  })
})

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/

function counting(store: Store): { store: Store; queries: () => number } {
  let queries = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { store: { ...store, db: store.db.withPlugin(plugin) }, queries: () => queries }
}
