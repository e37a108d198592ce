import { describe, expect, test } from 'vitest'
import { stores } from '../../test/stores.ts'
import { insertDraft } from './visitor-ways.ts'

describe.each(stores)('drafts in $name', ({ empty }) => {
  test('are kept up to a thousand, the newest, whoever left them', async () => {
    const { db } = await empty()
    const idOf = (number: number) => `0190${String(number).padStart(8, '0')}`
    const row = (number: number) => ({ id: idOf(number), browser: 'b', back: '/', fields: '{}', made_at: 1 })
    const rows = Array.from({ length: 1000 }, (_, number) => row(number))
    for (const part of [rows.slice(0, 500), rows.slice(500)])
      await db.insertInto('visitor_drafts').values(part).execute()
    for (const number of [1000, 1001])
      await insertDraft(db, { id: idOf(number), browser: 'c', back: '/', fields: { text: 'Hi' }, at: 2 })
    const left = await db.selectFrom('visitor_drafts').select('id').orderBy('id').execute()
    expect([left.length, left[0]!.id, left.at(-1)!.id]).toEqual([1000, idOf(2), idOf(1001)])
  })
})
