import { describe, expect, test } from 'vitest'
import { anEdition } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { fieldsOfSeries } from '../domain/series-fields.ts'
import { findRedirect } from '../storage/redirects.ts'
import { readRevisions } from '../storage/revisions.ts'
import { findSeriesById, insertSeries } from '../storage/series.ts'
import { editSeries } from './edit-series.ts'

const anna = { by: 'Anna', at: 5000 }

describe.each(stores)('editing a series in $name', ({ empty }) => {
  async function begun() {
    const store = await empty()
    const edition = await anEdition(store)
    const id = edition.seriesId
    return { store, id, edition, now: async () => fieldsOfSeries((await findSeriesById(store.db, id))!) }
  }

  test('brings its editions to a new revision, for its title and colour stand on their pages', async () => {
    const { store, id, edition, now } = await begun()
    const before = await now()
    const told = { title: 'Day of Migrants', accent: '#003366', founded: '1990-12-18', text: 'Each year.' }
    expect(await editSeries(store, id, told, anna)).toEqual({ slug: 'migrants-day', changed: true })
    expect(await now()).toEqual({ ...before, ...told })
    expect(await readRevisions(store.db, edition.id)).toMatchObject([
      {
        number: 1,
        act: 'describe-series',
        by: 'Anna',
        at: 5000,
        before: {
          title: 'Migrants Day',
          accent: null,
          founded: null,
          text: null,
        },
        after: told,
      },
    ])
    expect(await editSeries(store, id, told, anna)).toEqual({ slug: 'migrants-day', changed: false })
    expect(await readRevisions(store.db, edition.id)).toHaveLength(1)
  })

  test('two people’s edits are merged by field, and both versions of one field are shown', async () => {
    const { store, id, now } = await begun()
    const opened = await now()
    await editSeries(store, id, { title: 'Anna’s', text: 'Hers' }, { ...anna, opened })
    await editSeries(store, id, { ...opened, accent: '#003366' }, { by: 'Ben', at: 6000, opened })
    expect(await now()).toMatchObject({ title: 'Anna’s', text: 'Hers', accent: '#003366' })
    const told = { ...opened, text: 'His', founded: '1990' }
    const edited = await editSeries(store, id, told, { by: 'Ben', at: 7000, opened })
    expect(edited).toMatchObject({
      conflict: { fields: ['text'], theirs: { text: 'Hers' }, merged: { text: 'Hers', founded: '1990' } },
    })
    expect(await now()).toMatchObject({ text: 'Hers', founded: null })
  })

  test('moved elsewhere, all that lies below it is found there', async () => {
    const { store, id } = await begun()
    await editSeries(store, id, { slug: 'day-of-migrants' }, anna)
    const leads = (path: string) => findRedirect(store, path)
    expect(await leads('/migrants-day')).toBe('/day-of-migrants')
    expect(await leads('/migrants-day/2020/webinar')).toBe('/day-of-migrants/2020/webinar')
    expect(await leads('/migrants-days/2020')).toBeNull()
    await editSeries(store, id, { slug: 'migrants' }, anna)
    expect(await leads('/migrants-day/2020/webinar')).toBe('/migrants/2020/webinar')
    await editSeries(store, id, { slug: 'migrants-day' }, anna)
    expect(await leads('/migrants-day/2020')).toBeNull()
    expect(await leads('/migrants/2020')).toBe('/migrants-day/2020')
  })

  test.each([
    ['title-missing', { title: '' }],
    ['series-slug-wrong', { slug: 'desk' }],
    ['series-slug-wrong', { slug: '2020' }],
    ['series-slug-wrong', { slug: 'Not a slug' }],
    ['series-slug-taken', { slug: 'refugee-day' }],
    ['series-slug-taken', { slug: 'old' }],
    ['observed-wrong', { observed: '--02-30' }],
    ['founded-wrong', { founded: '1990-13' }],
    ['colour-wrong', { accent: '#fff} body { display: none' }],
  ])('is refused when it cannot be so (%s)', async (key, told) => {
    const { store, id, now } = await begun()
    const words = { title: 'Refugee Day', text: null, language: null, translations: null }
    const other = { ...words, observed: null, founded: null, accent: null }
    await insertSeries(store.db, { id: 'other', slug: 'old', ...other }, 0)
    await editSeries(store, 'other', { slug: 'refugee-day' }, anna)
    const before = await now()
    await expect(editSeries(store, id, told, anna)).rejects.toMatchObject({ key })
    expect(await now()).toEqual(before)
  })

  test('is refused where there is none', async () => {
    const store = await empty()
    const editing = editSeries(store, 'nobody', { title: 'x' }, anna)
    await expect(editing).rejects.toMatchObject({ key: 'series-gone' })
  })
})
