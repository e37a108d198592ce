import { describe, expect, test } from 'vitest'
import { finding, linesOf } from '../../test/builders.ts'
import { anEdition } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { listAudit } from '../storage/audit.ts'
import { readProgramme } from '../storage/programmes.ts'
import { readRevisions } from '../storage/revisions.ts'
import { findSeries } from '../storage/series.ts'
import { editEdition } from './edit-edition.ts'
import { startEdition } from './start-edition.ts'

const act = { who: { id: 'a', name: 'Anna' }, at: Date.parse('2021-01-01') }
const days = { startsOn: '2021-12-18', endsOn: '2021-12-18' }
const unknown = { title: null, slug: null, days: null, homeZone: null }

describe.each(stores)('starting an edition in $name', ({ empty }) => {
  test('opens it with its series, as a draft, and finds out what is not told', async () => {
    const store = await empty()
    const series = { slug: 'migrants-day', title: 'Migrants Day', observed: '--12-18' }
    const told = { ...unknown, days, homeZone: 'Africa/Lagos' }
    expect(await startEdition(store, { new: series }, told, null, act)).toEqual({
      series: 'migrants-day',
      edition: '2021',
      summary: null,
    })
    expect(await findSeries(store.db, 'migrants-day')).toMatchObject(series)
    const { edition } = (await readProgramme(store, 'migrants-day', '2021'))!
    expect(edition).toMatchObject({
      title: 'Migrants Day 2021',
      state: 'draft',
      ...days,
      homeZone: 'Africa/Lagos',
    })
    const [first] = await readRevisions(store.db, edition.id)
    expect(first).toMatchObject({ number: 1, act: 'create', by: 'Anna', before: null })
    expect(await listAudit(store.db, { limit: 5 })).toMatchObject([
      { act: 'series-opened', subject: 'Migrants Day', who: act.who },
    ])
  })

  test('starts from what a file tells, with its title, day and zone', async () => {
    const store = await empty()
    const { seriesId } = await anEdition(store)
    const head = {
      programme: { title: 'A day of maps', text: 'All of them.', published: '2020-12-18T08:00:00Z' },
    }
    const lines = [head, ...linesOf([finding(), finding({ title: 'Vigil' })])]
    const source = { file: 'post.html', lines }
    const progress: number[] = []
    const onProgress = (done: number) => progress.push(done)
    const started = await startEdition(store, { id: seriesId }, unknown, source, { ...act, onProgress })
    expect(started).toMatchObject({ edition: 'a-day-of-maps', summary: { new: 2, kept: [], created: [] } })
    const { edition, entries } = (await readProgramme(store, 'migrants-day', 'a-day-of-maps'))!
    expect(edition).toMatchObject({
      title: 'A day of maps',
      text: 'All of them.',
      startsOn: '2020-12-18',
      homeZone: 'Europe/Berlin',
      state: 'draft',
    })
    expect(entries.map(({ title }) => title)).toEqual(['Webinar on remittances', 'Vigil'])
    expect(progress).toEqual([2])
  })

  test('takes no address that another edition has or had', async () => {
    const store = await empty()
    const { id, seriesId } = await anEdition(store)
    await editEdition(store, id, { slug: '2020-geneva' }, { by: 'Anna', at: 5 })
    const told = { ...unknown, days: { startsOn: '2020-12-19', endsOn: '2020-12-19' }, homeZone: 'UTC' }
    const start = (slug: string | null) =>
      startEdition(store, { id: seriesId }, { ...told, slug, title: 'Again' }, null, act)
    await expect(start('2020')).rejects.toMatchObject({ key: 'edition-slug-taken' })
    await expect(start('2020-geneva')).rejects.toMatchObject({ key: 'edition-slug-taken' })
    expect((await start(null)).edition).toBe('again')
    expect((await start(null)).edition).toBe('again-2')
  })

  test.each([
    ['day-missing', { homeZone: 'UTC' }, {}],
    ['zone-missing', { days }, {}],
    ['zone-unknown', { days, homeZone: '+05:00' }, {}],
    ['edition-slug-wrong', { days, homeZone: 'UTC', slug: 'A B' }, {}],
    ['series-slug-wrong', { days, homeZone: 'UTC' }, { slug: 'desk' }],
    ['title-missing', { days, homeZone: 'UTC' }, { title: '' }],
  ])('is refused when it cannot be so (%s), and nothing is stored', async (key, told, series) => {
    const store = await empty()
    const where = { new: { slug: 'a-day', title: 'A day', observed: null, ...series } }
    await expect(startEdition(store, where, { ...unknown, ...told }, null, act)).rejects.toMatchObject({
      key,
    })
    expect(await findSeries(store.db, where.new.slug)).toBeNull()
  })

  test('from a file that does not tell its day is refused, and nothing is stored', async () => {
    const store = await empty()
    const source = { file: 'list.csv', lines: linesOf([finding({ kind: 'video', start: undefined })]) }
    const where = { new: { slug: 'a-day', title: 'A day', observed: null } }
    const starting = startEdition(store, where, { ...unknown, homeZone: 'UTC' }, source, act)
    await expect(starting).rejects.toMatchObject({ key: 'edition-date-unknown' })
    expect(await findSeries(store.db, 'a-day')).toBeNull()
  })
})
