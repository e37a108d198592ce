import { expect, test } from 'vitest'
import { finding, importInto } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { contentOfEntry } from '../domain/content.ts'
import type { Entry } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import { inspect } from '../intake/inspect.ts'
import { programmeLines } from '../outlet/programme-lines.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'

const head = {
  title: 'Migrants Day 2020',
  text: 'A day for **all**.',
  hashtags: ['MigrantsDay'],
  tags: ['migration'],
  categories: ['Days'],
  authors: [{ name: 'Ana', url: 'https://ana.example', bio: 'Curates.' }],
}

const told: Finding[] = [
  finding({
    title: 'Webinar “on” remittances – 👩🏽‍🌾',
    end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
    summary: 'About money.\n\nAnd people. Passcode: 12345',
    note: 'Worth *seeing*.',
    status: 'rescheduled',
    statusReason: 'The speaker was ill.',
    attendance: 'mixed',
    place: { name: 'Town hall', address: 'Square 1', country: 'DE', lat: 52.5, lon: 13.4 },
    organisations: [{ name: 'UNHCR', url: 'https://unhcr.example', role: 'host' }, { name: 'IOM' }],
    people: [{ name: 'Ana', role: 'speaker', affiliation: 'IOM' }],
    links: [
      { role: 'source', url: 'https://a.example/webinar' },
      { role: 'join', url: 'https://zoom.us/j/1?pwd=abc' },
      { role: 'registration', url: 'https://a.example/form', title: 'Form' },
    ],
    recording: 'expected',
    registrationUntil: '2020-12-17',
    languages: ['en', 'es'],
    interpretation: ['fr'],
    captions: ['en'],
    signLanguages: ['gsg'],
    tags: ['migration', 'money'],
    image: 'https://a.example/picture.jpg',
    imageAlt: 'A coin',
    doubts: [
      {
        code: 'zone-season',
        field: 'start',
        says: 'CET in July.',
        said: '14:00 CET',
        choices: [
          {
            start: '2020-12-18T14:00:00+01:00[Europe/Berlin]',
            end: '2020-12-18T15:30:00+01:00[Europe/Berlin]',
          },
          {
            start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
            end: '2020-12-18T16:30:00+01:00[Europe/Berlin]',
          },
        ],
      },
    ],
    sessions: [
      finding({ title: 'Welcome', end: '2020-12-18T14:10:00+01:00[Europe/Berlin]' }),
      finding({ title: 'Talk', start: '2020-12-18T14:10:00+01:00[Europe/Berlin]', people: [{ name: 'Bo' }] }),
    ],
  }),
  finding({ title: 'The hour that comes twice', start: '2020-10-25T02:30:00+01:00[Europe/Berlin]' }),
  finding({ title: 'The hour that never comes', start: '2021-03-28T02:30:00[Europe/Berlin]' }),
  finding({ title: 'Anywhere at noon', start: '2020-12-18T12:00:00', floating: true }),
  finding({ title: 'Days', start: '2020-12-17', end: '2020-12-19', allDay: true }),
  finding({ title: 'Some day', start: '2020-12-18' }),
  { kind: 'statement', title: 'Statement', published: '2020-12-10', url: 'https://a.example/statement' },
]

test.each(stores)(
  'an exported edition imported into another is the same, twice ($name)',
  async ({ empty }) => {
    const store = await empty()
    await importInto(store, [{ programme: head }, ...told.map(one => ({ finding: one }))])
    const first = await wholeOf(store, '2020')
    expect(first.entries).toHaveLength(told.length)
    const file = await fileOf(store, '2020', true)
    for (const edition of ['copy', 'copy']) {
      const before = await readProgramme(store, 'migrants-day', edition, { all: true })
      const summary = await importInto(store, await inspect(file, { name: 'day.json' }), {
        edition,
        file: 'day.json',
      })
      expect(summary).toMatchObject(
        before
          ? { new: 0, changed: 0, refused: [], kept: [], missing: [], revision: before.edition.revision }
          : { new: told.length + 2, changed: 0, refused: [], kept: [] },
      )
      expect(await wholeOf(store, edition)).toEqual(first)
    }
    expect((await fileOf(store, 'copy', true)).length).toBe(file.length)
  },
)

test.each(stores)(
  'what everybody may have is without drafts and without doors ($name)',
  async ({ empty }) => {
    const store = await empty()
    await importInto(
      store,
      told.map(one => ({ finding: one })),
      { publish: true },
    )
    const text = (await fileOf(store, '2020', false)).toString()
    expect(text).toContain('https://a.example/form')
    expect(text).not.toMatch(/pwd=abc|12345/)
    expect((await fileOf(store, '2020', true)).toString()).toMatch(/pwd=abc/)
  },
)

async function fileOf(store: Store, edition: string, all: boolean): Promise<Buffer> {
  const programme = (await readProgramme(store, 'migrants-day', edition, { all }))!
  return Buffer.from(
    [...programmeLines(programme, { all })].map(line => `${JSON.stringify(line)}\n`).join(''),
  )
}

/** All that an edition says, without what it is kept by. */
async function wholeOf(store: Store, slug: string) {
  const { edition, entries } = (await readProgramme(store, 'migrants-day', slug, { all: true }))!
  const { title, text, hashtags, tags, categories, author } = edition
  const said = (entry: Entry): unknown => ({ ...contentOfEntry(entry), sessions: entry.sessions.map(said) })
  return {
    title,
    text,
    hashtags,
    author,
    tags: names(tags),
    categories: names(categories),
    entries: entries.map(said),
  }
}

function names(list: { name: string }[]): string[] {
  return list.map(({ name }) => name)
}
