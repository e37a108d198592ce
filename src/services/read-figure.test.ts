import { describe, expect, test } from 'vitest'
import { aLine, total } from '../../test/figures.ts'
import { openPages } from '../../test/pages-site.ts'
import { stores } from '../../test/stores.ts'
import { correctionsOf } from '../domain/figure/changes.ts'
import { valueAt } from '../domain/figure/value-at.ts'
import type { FigurePlace } from '../domain/figure-watch.ts'
import { listFigureOffers } from '../storage/figure-offers.ts'
import { findFigureWatch } from '../storage/figure-watches.ts'
import { findFigureById } from '../storage/figures.ts'
import { listJobs } from '../storage/jobs.ts'
import { readFigureRevisions } from '../storage/record-figure.ts'
import type { Store } from '../storage/store.ts'
import { noticeWords } from '../web/notice-words.ts'
import { addFigurePoint, correctFigurePoint, editFigure } from './edit-figure.ts'
import { lookAtFigure } from './look-at-figure.ts'
import { openFigure } from './open-figure.ts'
import { readFigure } from './read-figure.ts'
import { settleFigureOffer } from './settle-figure-offer.ts'
import { undoFigure } from './undo-figure.ts'
import { watchFigure } from './watch-figure.ts'

const day = 86_400_000
const first = Date.parse('2026-11-29T10:00:00Z')
const curator = {
  id: 'c',
  name: 'Ada',
  email: 'a@x.org',
  grants: [{ seriesId: null, role: 'owner' as const }],
}
const act = { by: 'Ada', at: first }

const history = [total('2016', 49), total('2017', 51), total('2019', 55), total('2020', 56)]

async function aFigureIn(store: Store) {
  const points = history.map((point, index) => ({ ...point, id: `p${index}` }))
  const lines = [aLine()]
  return openFigure(
    store,
    { name: 'ICRMW', seriesId: null, direction: 'grows', lines, points },
    { ...act, line: 'A' },
  )
}

/** A page with a table whose one cell is the number. */
const table = (number: string, column = 'Parties') =>
  `<table><tr><th>Treaty</th><th>Signed</th><th>${column}</th></tr><tr><th>ICCPR</th><td>72</td><td>173</td></tr><tr><th>ICRMW</th><td>40</td><td>${number}<sup>[3]</sup></td></tr></table>`

describe.each(stores)('a figure that is read from an address, in $name', ({ empty }) => {
  async function watched(
    pages: Record<string, string | { body: string; type: string }>,
    place: FigurePlace,
    path = '/page',
  ) {
    const store = await empty()
    const clock = { now: first }
    const site = await openPages(pages, () => clock.now)
    const figure = await aFigureIn(store)
    const address = `${site.address}${path}`
    const looked = await lookAtFigure(address, place, 'totals', { fetch: site.fetch })
    if (!looked.ok) throw new Error(JSON.stringify(looked))
    const { read, answer } = looked
    const wish = { line: 'a', source: null, name: 'Register', rank: 'primary' as const, address, place }
    const found = { read, foundAt: answer.url, today: '2026-11-29' }
    const id = await watchFigure(store, figure.id, wish, found, { curator, at: first })
    const means = {
      now: () => clock.now,
      chance: () => 0.5,
      baseUrl: 'https://x.org',
      words: noticeWords,
      fetch: site.fetch,
    }
    return {
      store,
      site,
      id,
      figureId: figure.id,
      /** Changes the pages, lets days go by, and reads. */
      async readAfter(days: number, told: typeof pages = {}) {
        Object.assign(site.pages, told)
        clock.now += days * day
        await readFigure(store, id, means)
        const now = (await findFigureById(store.db, figure.id))!
        const offers = await listFigureOffers(store.db, { figureId: figure.id, states: ['waiting'] })
        const watch = (await findFigureWatch(store.db, id))!
        return {
          value: valueAt(now, clock.now)?.value,
          waits: offers.map(({ offered: { was, told, why } }) => [
            was?.value ?? null,
            told?.value ?? null,
            why.map(({ code }) => code),
          ]),
          error: watch.error?.code ?? null,
          offers,
          revision: now.revision,
          figure: now,
        }
      },
    }
  }

  const place: FigurePlace = { as: 'table', row: 'ICRMW', column: 'Parties' }

  test('what changes as its history makes likely is taken, and it is read again by itself', async () => {
    const { readAfter, store } = await watched({ '/page': table('60') }, place)
    expect(await readAfter(1)).toMatchObject({ value: 60, waits: [], error: null })
    const told = await readAfter(20, { '/page': table('61') })
    expect(told).toMatchObject({ value: 61, waits: [], error: null })
    expect(told.figure.points.at(-1)).toMatchObject({ date: '2026-12-20', value: 61, act: null })
    const jobs = await listJobs(store.db, 'waiting', 10)
    expect(jobs.filter(({ kind }) => kind === 'read-figure')).toHaveLength(1)
  })

  test('a jump waits, is confirmed or refused, and what was refused is not asked again', async () => {
    const { readAfter, store, figureId } = await watched({ '/page': table('60') }, place)
    const jump = await readAfter(10, { '/page': table('600') })
    expect(jump).toMatchObject({ value: 60, waits: [[null, 600, ['leaps']]], error: null })
    await settleFigureOffer(store, figureId, jump.offers[0]!.id, 'refuse', act)
    expect(await readAfter(10)).toMatchObject({ value: 60, waits: [] })
    expect(await readAfter(10, { '/page': table('601') })).toMatchObject({ waits: [[null, 601, ['leaps']]] })
    expect(await readAfter(10, { '/page': table('600') })).toMatchObject({ value: 60, waits: [] })
    const fall = await readAfter(10, { '/page': table('58') })
    expect(fall).toMatchObject({ value: 60, waits: [[null, 58, ['wrong-way']]] })
    await settleFigureOffer(store, figureId, fall.offers[0]!.id, 'take', act)
    expect(await readAfter(1)).toMatchObject({ value: 58, waits: [] })
  })

  test('a jump that the source takes back waits no more', async () => {
    const { readAfter } = await watched({ '/page': table('60') }, place)
    expect((await readAfter(10, { '/page': table('600') })).waits).toHaveLength(1)
    expect(await readAfter(10, { '/page': table('60') })).toMatchObject({ value: 60, waits: [] })
  })

  test('a cell is found where it has moved, and not where it is called otherwise; nothing is guessed', async () => {
    const { readAfter } = await watched({ '/page': table('60') }, place)
    const moved = `<table><tr><th>Parties</th><th>Treaty</th></tr><tr><td>61</td><th>ICRMW</th></tr></table>`
    expect(await readAfter(10, { '/page': moved })).toMatchObject({ value: 61, error: null })
    const before = await readAfter(1, { '/page': table('99', 'Signatories') })
    expect(before).toMatchObject({ value: 61, error: 'figure-column-gone', waits: [] })
    const wrong = [table('many'), '<p>We have moved</p>', `${moved}${moved.replace('61', '62')}`]
    const codes = []
    for (const page of wrong) codes.push((await readAfter(1, { '/page': page })).error)
    expect(codes).toEqual(['figure-no-number', 'figure-no-table', 'figure-cell-twice'])
    expect(await readAfter(1, { '/page': moved })).toMatchObject({ value: 61, error: null })
  })

  test('another unit waits, whatever the number', async () => {
    const { readAfter } = await watched({ '/page': table('60') }, place)
    expect((await readAfter(10, { '/page': table('60 %') })).waits).toEqual(
      [[60, 60, ['corrects', 'unit']]].slice(1).concat([[null, 60, ['unit']]] as never),
    )
  })

  test('a table at an address: new rows are taken, corrections and what it tells no more wait', async () => {
    const csv = (rows: string) => ({ '/data.csv': { body: `year,parties\n${rows}`, type: 'text/csv' } })
    const columns: FigurePlace = { as: 'csv', columns: { date: 'year', value: 'parties' }, where: null }
    const { readAfter } = await watched(csv('2022,57\n2023,59\n2024,60\n'), columns, '/data.csv')
    expect(await readAfter(10, csv('2022,57\n2023,59\n2024,60\n2025,61\n'))).toMatchObject({
      value: 61,
      waits: [],
    })
    const told = await readAfter(10, csv('2022,58\n2024,60\n2025,61\n2030,62\n'))
    expect(told).toMatchObject({ value: 61, error: null })
    expect(told.waits).toEqual([
      [57, 58, ['corrects']],
      [null, 62, ['ahead']],
      [59, null, ['not-told']],
    ])
    expect(await readAfter(10, csv('2022,58\n'))).toMatchObject({ error: 'tells-less', value: 61 })
    expect(await readAfter(10, csv('2022,x\n2023,59\n2024,60\n2025,61\n'))).toMatchObject({
      error: 'figure-no-number',
    })
    const renamed = { '/data.csv': { body: 'year,members\n2022,57\n', type: 'text/csv' } }
    expect(await readAfter(10, renamed)).toMatchObject({ error: 'figure-column-gone', value: 61 })
  })

  test('numbers of a JSON document are read by their path', async () => {
    const json = (values: unknown) => ({
      '/api': { body: JSON.stringify({ data: values }), type: 'application/json' },
    })
    const path: FigurePlace = { as: 'json', value: '$.data[*].n', date: '$.data[*].y' }
    const rows = [
      { y: '2022', n: 57 },
      { y: 'March 2024', n: '60' },
    ]
    const { readAfter } = await watched(json(rows), path, '/api')
    const told = await readAfter(9, json([...rows, { y: '2025-06-01', n: 61 }]))
    expect(told).toMatchObject({ value: 61, error: null, waits: [] })
    expect(told.figure.points.slice(-3).map(({ date, value }) => [date, value])).toEqual([
      ['2022', 57],
      ['2024-03', 60],
      ['2025-06-01', 61],
    ])
    expect(await readAfter(9, json({}))).toMatchObject({ error: 'figure-path-gone', value: 61 })
  })

  test('what was said before is kept, shown, and can be taken back', async () => {
    const store = await empty()
    const { id } = await aFigureIn(store)
    await addFigurePoint(store, id, { ...total('2024-11', 60) }, act)
    const corrected = { ...total('2020', 57), note: 'counted anew' }
    const revision = await correctFigurePoint(store, id, 'p3', corrected, { ...act, at: first + day })
    const { points } = (await findFigureById(store.db, id))!
    expect(points.find(each => each.id === 'p3')).toEqual({ ...corrected, id: 'p3' })
    const [correction] = correctionsOf(await readFigureRevisions(store.db, id))
    expect(correction).toMatchObject({ by: 'Ada', before: { value: 56 }, after: { value: 57 } })
    await undoFigure(store, id, revision!, act)
    expect((await findFigureById(store.db, id))!.points.find(each => each.id === 'p3')?.value).toBe(56)
    await expect(undoFigure(store, id, revision!, act)).rejects.toMatchObject({ key: 'figure-changed' })
  })

  test('what two people write of one figure is merged by field, and never lost', async () => {
    const store = await empty()
    const { id, revision } = await aFigureIn(store)
    await editFigure(store, id, { name: 'Theirs' }, { ...act, by: 'Bo', base: revision })
    expect(await editFigure(store, id, { unit: 'States' }, { ...act, base: revision })).toMatchObject({
      slug: 'icrmw',
    })
    expect(await findFigureById(store.db, id)).toMatchObject({ name: 'Theirs', unit: 'States' })
    const conflict = await editFigure(store, id, { name: 'Mine' }, { ...act, base: revision })
    expect(conflict).toMatchObject({ conflict: { fields: ['name'] } })
    await expect(editFigure(store, id, { lines: [] }, act)).rejects.toMatchObject({ name: 'Refusal' })
  })
})
