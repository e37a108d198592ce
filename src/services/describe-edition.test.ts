import { describe, expect, test } from 'vitest'
import { finding, importInto, linesOf } from '../../test/builders.ts'
import { stores } from '../../test/stores.ts'
import { readProgramme } from '../storage/programmes.ts'
import type { Store } from '../storage/store.ts'
import { describeEdition } from './describe-edition.ts'

const where = { series: 'migrants-day', edition: '2020' }
const publishedAt = async (store: Store) =>
  (await readProgramme(store, where.series, where.edition))?.edition.publishedAt

describe.each(stores)('describing an edition in $name', ({ empty }) => {
  test.each([['live'], ['archived']] as const)('publishes it when it first becomes %s', async state => {
    const store = await empty()
    await importInto(store, linesOf([finding()]))
    const says = (told: Parameters<typeof describeEdition>[2], at: number) =>
      describeEdition(store, where, told, { by: 'host', at })
    await says({ title: 'Still a draft', state: 'draft' }, 1000)
    expect(await publishedAt(store)).toBeNull()
    await says({ state }, 2000)
    expect(await publishedAt(store)).toBe(2000)
    await says({ state: 'draft' }, 3000)
    await says({ state: 'live' }, 4000)
    expect(await publishedAt(store)).toBe(2000)
  })
})
