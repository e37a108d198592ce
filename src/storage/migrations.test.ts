import { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { closing, stores } from '../../test/stores.ts'
import { postgresDialect } from './dialects/postgres.ts'
import { sqliteDialect } from './dialects/sqlite.ts'
import { migrateTo } from './migrate.ts'
import { openStore } from './store.ts'
import type { Tables } from './tables.ts'
import { findWriting, listTranslations } from './writings.ts'

describe.each(stores)('a store in $name of an earlier version', ({ address }) => {
  test('has posts whose language nobody has told, and that wait for no moment', async () => {
    const where = await address()
    const earlier = new Kysely<Tables>({
      dialect: 'sqlite' in where ? sqliteDialect(where.sqlite, false) : postgresDialect(where.postgres),
    })
    await migrateTo(earlier, '046-account-language')
    await earlier
      .insertInto('writings')
      .values({
        id: 'old',
        kind: 'post',
        slug: 'old',
        title: 'Old',
        text: 'Words',
        state: 'draft',
        day: '2020-12-18',
        position: 0,
        in_menu: 0,
        revision: 1,
        created_at: 1,
        updated_at: 1,
      } as never)
      .execute()
    await earlier.destroy()
    const { db } = closing(await openStore(where))
    const post = await findWriting(db, 'post', 'old')
    expect(post).toMatchObject({ title: 'Old', state: 'draft', language: null, publishAt: null })
    expect(await listTranslations(db, 'old')).toEqual([])
  })
})
