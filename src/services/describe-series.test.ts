import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { Refusal } from '../domain/refusal.ts'
import { readProgramme } from '../storage/programmes.ts'
import { describeSeries } from './describe-series.ts'

describe.each(stores)('describing a series in $name', ({ empty }) => {
  test('brings its editions to a new revision, for its title and colour stand on their pages', async () => {
    const store = await empty()
    await importInto(store, linesOf([finding()]))
    const read = () => readProgramme(store, 'migrants-day', '2020')
    const before = (await read())!
    const told = { title: 'Migrants Day', accent: '#003366' }
    await describeSeries(store, 'migrants-day', told, { by: 'host', at: 5000 })
    const after = (await read())!
    expect(after.series).toEqual({ ...before.series, ...told })
    expect(after.edition.revision).toBe(before.edition.revision + 1)
    const { number, act, by, at } = await store.db
      .selectFrom('revisions')
      .orderBy('number', 'desc')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect({ number, act, by, at }).toEqual({
      number: after.edition.revision,
      act: 'describe-series',
      by: 'host',
      at: 5000,
    })
  })

  test('is refused where there is none', async () => {
    const store = await empty()
    const describing = describeSeries(store, 'nobody', { title: 'x' }, { by: 'host', at: 0 })
    await expect(describing).rejects.toThrow(Refusal)
  })
})
