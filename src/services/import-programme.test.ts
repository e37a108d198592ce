import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf, manyLines } from '../../test/builders.ts'
import { none, programmeOf } from '../../test/imported.ts'
import { closing, stores } from '../../test/stores.ts'
import type { InspectLine } from '../domain/finding.ts'
import { readProgramme } from '../storage/programmes.ts'
import { listSeries } from '../storage/series.ts'
import { openStore } from '../storage/store.ts'
import { importProgramme } from './import-programme.ts'

describe.each(stores)('an import into $name', ({ empty, address }) => {
  test('creates series and edition as a draft, and tells what it did', async () => {
    const store = await empty()
    const progress: number[] = []
    const summary = await importInto(store, linesOf([finding(), finding({ title: 'Another' })]), {
      onProgress: done => progress.push(done),
    })
    expect(summary).toEqual({
      ...none,
      series: 'migrants-day',
      edition: '2020',
      created: ['series', 'edition'],
      revision: 2,
      new: 2,
    })
    expect(progress).toEqual([2])
    expect((await programmeOf(store)).edition.state).toBe('draft')
  })

  test('publishes when asked to, once', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding()]))
    const at = Date.parse('2020-12-02T00:00:00Z')
    const published = await importInto(store, linesOf([finding()]), { publish: true, at })
    expect((await programmeOf(store)).edition).toMatchObject({ state: 'live', publishedAt: at, revision: 3 })
    const again = await importInto(store, linesOf([finding()]), { publish: true, at: at + 1 })
    expect([published.revision, again.revision]).toEqual([3, 3])
  })

  test('names organisations, people, places and tags once, however they are written', async () => {
    const store = await empty()
    const told = (name: string, url?: string) => ({
      organisations: [url === undefined ? { name } : { name, url }],
      people: [{ name }],
      place: { name, country: 'DE' },
      tags: [name],
    })
    await importInto(store, linesOf([finding(told('Médecins Sans Frontières'))]))
    await importInto(
      store,
      linesOf([
        finding({ title: 'B', ...told('medecins sans  frontieres', 'https://msf.example') }),
        finding({ title: 'C', ...told('MÉDECINS SANS FRONTIÈRES') }),
      ]),
      { file: 'b.ics', edition: '2021', date: '2021-12-18' },
    )
    const count = async (table: 'organisations' | 'people' | 'places' | 'tags') =>
      (await store.db.selectFrom(table).selectAll().execute()).length
    expect([
      await count('organisations'),
      await count('people'),
      await count('places'),
      await count('tags'),
    ]).toEqual([1, 1, 1, 1])
    expect((await programmeOf(store)).entries[0]!.organisations).toMatchObject([
      { name: 'Médecins Sans Frontières', url: 'https://msf.example' },
    ])
  })

  test('adds an address to an organisation that had none, and every edition that names it hears of it', async () => {
    const store = await empty()
    const named = (url?: string) =>
      finding({ organisations: [url === undefined ? { name: 'IOM' } : { name: 'IOM', url }] })
    await importInto(store, linesOf([named()]))
    const next = { edition: '2021', date: '2021-12-18' }
    const summary = await importInto(store, linesOf([named('https://iom.example')]), next)
    const [first, second] = [await programmeOf(store), await readProgramme(store, 'migrants-day', '2021')]
    expect(first.entries[0]!.organisations).toMatchObject([{ name: 'IOM', url: 'https://iom.example' }])
    expect([first.edition.revision, second!.edition.revision, summary.revision]).toEqual([3, 3, 3])
    await importInto(store, linesOf([named('https://other.example')]), { ...next, file: 'other.ics' })
    expect((await programmeOf(store)).edition.revision).toBe(3)
    expect((await programmeOf(store)).entries[0]!.organisations).toMatchObject([
      { url: 'https://iom.example' },
    ])
  })

  test('records who changed what, when, and what was there before', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding({ uid: 'a@x' })]), { at: 1000, by: 'ana' })
    await importInto(store, linesOf([finding({ uid: 'a@x', title: 'Renamed' })]), { at: 2000, by: 'ben' })
    const revisions = await store.db.selectFrom('revisions').orderBy('number').selectAll().execute()
    const { id } = (await programmeOf(store)).entries[0]!
    expect(revisions.map(({ number, by, at, act, entry_id }) => ({ number, by, at, act, entry_id }))).toEqual(
      [
        { number: 1, by: 'ana', at: 1000, act: 'create', entry_id: null },
        { number: 2, by: 'ana', at: 1000, act: 'import', entry_id: id },
        { number: 3, by: 'ben', at: 2000, act: 'import', entry_id: id },
      ],
    )
    expect(JSON.parse(revisions[2]!.before!)).toEqual({ title: 'Webinar on remittances' })
    expect(JSON.parse(revisions[2]!.after!)).toEqual({ title: 'Renamed' })
    expect(JSON.parse(revisions[1]!.after!)).toMatchObject({ title: 'Webinar on remittances' })
  })

  test('takes day, zone, title, text, author and words from the file’s own head', async () => {
    const store = await empty()
    const head: InspectLine = {
      programme: {
        title: 'Rise of the web meetings',
        text: 'To be updated.',
        published: '2020-12-18T09:00:00Z',
        timeZone: 'Asia/Manila',
        authors: [{ name: 'A Curator', url: 'https://curator.example', bio: 'Compiles.' }],
        hashtags: ['MigrantsDay'],
        tags: ['Webinars'],
        categories: ['Migration'],
      },
    }
    const lines = [head, ...linesOf([finding()])]
    await importInto(store, lines, { date: undefined, zone: undefined })
    expect((await programmeOf(store)).edition).toMatchObject({
      title: 'Rise of the web meetings',
      text: 'To be updated.',
      startsOn: '2020-12-18',
      homeZone: 'Asia/Manila',
      author: { name: 'A Curator', bio: 'Compiles.', links: [{ url: 'https://curator.example' }] },
      hashtags: ['MigrantsDay'],
      tags: [{ slug: 'webinars', name: 'Webinars' }],
      categories: [{ slug: 'migration', name: 'Migration' }],
    })
    const { revision } = (await programmeOf(store)).edition
    expect(await importInto(store, lines, { zone: undefined })).toMatchObject({
      ...none,
      unchanged: 1,
      revision,
    })

    await store.db.updateTable('editions').set({ text: 'My own words.' }).execute()
    const newer = [
      { programme: { ...head.programme, text: 'Updated.', title: 'Rise' } },
      ...linesOf([finding()]),
    ]
    const summary = await importInto(store, newer)
    expect(summary.kept).toEqual([
      {
        entry: null,
        title: 'Rise of the web meetings',
        field: 'text',
        yours: 'My own words.',
        file: 'Updated.',
      },
    ])
    expect((await programmeOf(store)).edition).toMatchObject({ title: 'Rise', text: 'My own words.' })
  })

  test('takes day and zone from the findings where they leave no doubt', async () => {
    const store = await empty()
    const days = ['18', '20', '19'].map(day =>
      finding({ title: day, start: `2020-12-${day}T14:00:00+08:00[Asia/Manila]` }),
    )
    await importInto(store, linesOf(days), { date: undefined, zone: undefined })
    expect((await programmeOf(store)).edition).toMatchObject({
      startsOn: '2020-12-18',
      endsOn: '2020-12-20',
      homeZone: 'Asia/Manila',
    })
  })

  test.each([
    [
      'the zone',
      { zone: undefined },
      [finding(), finding({ title: 'B', start: '2020-12-18T14:00:00+08:00[Asia/Manila]' })],
      /--zone/,
    ],
    [
      'the zone, of an offset alone',
      { zone: undefined },
      [finding({ start: '2020-12-18T14:00:00+08:00[+08:00]' })],
      /--zone/,
    ],
    ['the day', { date: undefined }, [finding(), finding({ title: 'B', start: '2020-11-01' })], /--date/],
    ['a day that exists', { date: '2020-02-30' }, [finding()], /“2020-02-30” is no date/],
    ['a zone that exists', { zone: 'Europe/Atlantis' }, [finding()], /“Europe\/Atlantis” is no time zone/],
    ['a better address of the series', { series: '2020' }, [finding()], /cannot be the address of a series/],
    [
      'an address that is not the site’s own',
      { series: 'tag' },
      [finding()],
      /cannot be the address of a series/,
    ],
    [
      'a better address of the edition',
      { edition: 'A b' },
      [finding()],
      /cannot be the address of an edition/,
    ],
  ])('asks for %s and stores nothing', async (_, options, findings, words) => {
    const store = await empty()
    await expect(importInto(store, linesOf(findings), options)).rejects.toThrow(words)
    await expect(importInto(store, linesOf(findings), options)).rejects.toMatchObject({ name: 'Refusal' })
    expect(await listSeries(store)).toEqual([])
  })

  test('of a file that cannot be read stores nothing and says why', async () => {
    const store = await empty()
    const problem = {
      code: 'not-a-calendar' as const,
      says: 'This is a zip archive. Unpack it.',
      where: 'byte 0',
    }
    expect(await importInto(store, [{ problem }])).toMatchObject({
      ...none,
      revision: null,
      refused: [{ code: 'not-a-calendar', reason: 'This is a zip archive. Unpack it.', where: 'byte 0' }],
    })
    expect(await listSeries(store)).toEqual([])
  })

  test('stores what can be read and gives the reason for the rest', async () => {
    const store = await empty()
    const lines: InspectLine[] = [
      { problem: { code: 'row-unreadable', says: 'Row 3 has no title.', where: 'row 3' } },
      ...linesOf([
        finding(),
        finding({ title: ' ' }),
        finding({ title: 'Bad', start: 'soon' }),
        finding({ title: 'Nowhere', start: '2020-12-18T14:00:00[Europe/Atlantis]' }),
      ]),
    ]
    const summary = await importInto(store, lines)
    expect(summary).toMatchObject({ new: 1, revision: 2 })
    expect(summary.refused.map(({ code }) => code)).toEqual([
      'row-unreadable',
      'title-missing',
      'time-not-understood',
      'time-not-understood',
    ])
  })

  test('keeps what the file only remarks apart from what it refuses', async () => {
    const store = await empty()
    const says = 'One column was left out: Weather.'
    const lines: InspectLine[] = [
      ...linesOf([finding()]),
      { problem: { code: 'row-unreadable', says: 'Row 3 cannot be read.', where: 'row 3' } },
      { problem: { code: 'column-unknown', says, note: true } },
    ]
    expect(await importInto(store, lines)).toMatchObject({
      new: 1,
      refused: [{ code: 'row-unreadable', reason: 'Row 3 cannot be read.', where: 'row 3' }],
      notes: [{ code: 'column-unknown', reason: says }],
    })
  })

  test('takes what no store could hold: NUL, half characters, endless names, strange titles', async () => {
    const store = await empty()
    const file = [
      finding({ title: 'NUL \0 and half \ud83d', uid: 'u\0\ud83d' }),
      finding({ title: '🎉', organisations: [{ name: 'x'.repeat(5000) }], uid: 'y'.repeat(5000) }),
      finding({ title: 'live' }),
      finding({ title: 'हिन्दी कार्यक्रम', tags: ['C#', '❤', 'हिन्दी'] }),
      finding({ title: 'A'.repeat(3000), place: { address: 'z'.repeat(5000) } }),
    ]
    expect(await importInto(store, linesOf(file))).toMatchObject({ new: 5, refused: [] })
    expect(await importInto(store, linesOf(file))).toMatchObject({ ...none, unchanged: 5 })
    const slugs = (await programmeOf(store)).entries.map(({ slug }) => slug)
    expect(slugs).toEqual(['nul-and-half', '1f389', 'live-2', 'हिन्दी-कार्यक्रम', 'a'.repeat(64)])
  })

  test('takes many batches, each with its revision', async () => {
    const store = await empty()
    const progress: number[] = []
    const summary = await importInto(store, manyLines(1234), { onProgress: done => progress.push(done) })
    expect(summary).toMatchObject({ new: 1234, revision: 3 })
    expect(progress).toEqual([1000, 1234])
  })

  test('of one file by two at once stores each event once', async () => {
    const where = await address()
    const [a, b] = [closing(await openStore(where)), closing(await openStore(where))]
    const [first, second] = await Promise.all([
      importInto(a, manyLines(1100)),
      importInto(b, manyLines(1100)),
    ])
    expect(first.new + second.new).toBe(1100)
    expect(first.unchanged + second.unchanged).toBe(1100)
    const { entries, edition } = await programmeOf(a)
    expect(entries).toHaveLength(1100)
    expect(new Set(entries.map(({ title }) => title)).size).toBe(1100)
    expect(edition.revision).toBe(Math.max(first.revision!, second.revision!))
  })

  test('of two files into two editions at once waits for nobody in a circle', async () => {
    const where = await address()
    const [a, b] = [closing(await openStore(where)), closing(await openStore(where))]
    const backwards = [...manyLines(600)].reverse()
    const [first, second] = await Promise.all([
      importInto(a, manyLines(600)),
      importInto(b, backwards, { edition: '2021', date: '2021-12-18' }),
    ])
    expect([first.new, second.new]).toEqual([600, 600])
  })

  test('killed in the middle leaves whole batches, and the same import again finishes the job', async () => {
    const where = await address()
    await (await openStore(where)).close()
    const done = await importUntilKilled(where, 6000, 1000)
    const store = closing(await openStore(where))
    const before = await programmeOf(store)
    expect(before.entries.length).toBeGreaterThanOrEqual(done)
    expect(before.entries.length).toBeLessThan(6000)
    expect(before.entries.length % 1000).toBe(0)
    expect(before.edition.revision).toBe(1 + before.entries.length / 1000)
    expect(
      before.entries.every(
        ({ links, tags, organisations }) => links.length + tags.length + organisations.length === 4,
      ),
    ).toBe(true)

    const summary = await importInto(store, manyLines(6000))
    expect(summary).toMatchObject({
      ...none,
      new: 6000 - before.entries.length,
      unchanged: before.entries.length,
    })
    const after = await programmeOf(store)
    expect(new Set(after.entries.map(({ title }) => title)).size).toBe(6000)
    expect(after.entries.slice(0, 3)).toEqual(before.entries.slice(0, 3))
  })
})

test('an import is read one batch at a time where day and zone are told', async () => {
  const store = closing(await openStore({ sqlite: ':memory:' }))
  let taken = 0
  function* counted() {
    for (const line of manyLines(1200)) {
      taken++
      yield line
    }
  }
  const progress: number[][] = []
  await importInto(store, counted(), { onProgress: done => progress.push([done, taken]) })
  expect(progress).toEqual([
    [1000, 1000],
    [1200, 1200],
  ])
})

test('an import lets the intake go when it refuses', async () => {
  const store = closing(await openStore({ sqlite: ':memory:' }))
  let isOpen = true
  function* lines(): Generator<InspectLine> {
    try {
      yield* manyLines(3)
    } finally {
      isOpen = false
    }
  }
  const options = { series: 'a', edition: 'b', file: 'c', at: 0, date: 'never', zone: 'UTC' }
  await expect(importProgramme(store, lines(), options)).rejects.toThrow(/is no date/)
  expect(isOpen).toBe(false)
})

/** Imports in a process of its own and kills it as soon as `enough` findings are stored. */
function importUntilKilled(where: object, count: number, enough: number): Promise<number> {
  const script = fileURLToPath(new URL('../../test/import-many.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(where), String(count)])
  let done = 0
  child.stdout.on('data', (chunk: Buffer) => {
    done = Math.max(done, ...[...String(chunk).matchAll(/"done":(\d+)/g)].map(([, told]) => Number(told)))
    if (done >= enough) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve(done) : reject(new Error(`ended with ${code}`)),
    )
  })
}
