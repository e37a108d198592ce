import { describe, expect, test } from 'vitest'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import { noProof, type Offered } from '../../domain/taking-part/verdict.ts'
import { listAudit } from '../../storage/audit.ts'
import { listQueue } from '../../storage/moderation.ts'
import { insertReport } from '../../storage/reports.ts'
import type { Db } from '../../storage/tables.ts'
import { block, unblock } from './block.ts'
import { decide, takeBack } from './decide.ts'
import { weigh } from './weigh.ts'

const at = Date.parse('2021-12-18T12:00:00Z')
const who = { id: 'ada', name: 'Ada' }
const everywhere = { seriesIds: null }

const stateOf = async (db: Db, id: string) =>
  (await db.selectFrom('comments').where('id', '=', id).select('state').executeTakeFirst())?.state
const tokens = async (db: Db) =>
  (await db.selectFrom('spam_tokens').orderBy('token').select(['token', 'spam', 'real']).execute()).map(
    ({ token, spam, real }) => `${token} ${spam} ${real}`,
  )

describe.each(stores)('deciding on comments in $name', ({ empty, name }) => {
  test('is told in the audit, settles reports, teaches the filter, and can be taken back', async () => {
    const store = await empty()
    const { db } = store
    const edition = await anEdition(store)
    const id = await aComment(db, { on: { editionId: edition.id }, text: 'Cheap pills, buy today' })
    await insertReport(db, { id: 'r', comment_id: id, from_key: 'k', reason: 'spam', text: '', at })

    expect(await decide(store, who, { ids: [id], decision: 'spam', scope: everywhere, at })).toEqual({
      count: 1,
    })
    expect(await stateOf(db, id)).toBe('spam')
    expect((await tokens(db)).length).toBeGreaterThan(4)
    const [line] = await listAudit(db, { limit: 5 })
    expect(line).toMatchObject({ act: 'comment-spam', who, details: { comment: id, before: 'pending' } })
    const settled = await db.selectFrom('reports').select('settled_at').executeTakeFirst()
    expect(settled).toEqual({ settled_at: at })

    expect(await takeBack(store, who, { scope: everywhere, at: at + 5 })).toEqual({ count: 1 })
    expect([await stateOf(db, id), await tokens(db)]).toEqual(['pending', []])
    expect(await takeBack(store, who, { scope: everywhere, at: at + 6 })).toBeNull()
    const weighed = await db
      .selectFrom('comments')
      .where('id', '=', id)
      .select('weighed_as')
      .executeTakeFirst()
    expect(weighed).toEqual({ weighed_as: 'pending' })
  })

  test('takes back nothing that another has decided on since', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const id = await aComment(store.db, { on: { editionId: edition.id } })
    await decide(store, who, { ids: [id], decision: 'bin', scope: everywhere, at })
    await decide(
      store,
      { id: 'bo', name: 'Bo' },
      { ids: [id], decision: 'approve', scope: everywhere, at: at + 1 },
    )
    expect(await takeBack(store, who, { scope: everywhere, at: at + 2 })).toEqual({ count: 0 })
    expect(await stateOf(store.db, id)).toBe('approved')
  })

  test('is for what one moderates, all or nothing', async () => {
    const store = await empty()
    const one = await anEdition(store)
    await store.db.updateTable('series').set({ slug: 'one-day' }).execute()
    const other = await anEdition(store)
    const own = await aComment(store.db, { on: { editionId: one.id } })
    const foreign = await aComment(store.db, { on: { editionId: other.id } })
    const scope = { seriesIds: [one.seriesId] }
    expect(await decide(store, who, { ids: [own, foreign], decision: 'spam', scope, at })).toBeNull()
    expect([await stateOf(store.db, own), await stateOf(store.db, foreign)]).toEqual(['pending', 'pending'])
    const asked = { view: 'waiting', seriesId: null, isNewestFirst: true, limit: 9, offset: 0 } as const
    expect((await listQueue(store.db, scope, asked)).map(({ id }) => id)).toEqual([own])
    const told = { reason: '', scope, at } as const
    const everyword = { wish: { kind: 'word', words: 'pills' }, seriesId: null, ...told } as const
    expect(await block(store, who, everyword)).toBe('refused')
    expect(await block(store, who, { ...everyword, seriesId: other.seriesId })).toBe('refused')
    expect(await block(store, who, { ...everyword, seriesId: one.seriesId })).toBe('done')
    const ofForeign = { kind: 'mail', commentId: foreign } as const
    expect(await block(store, who, { ...told, wish: ofForeign, seriesId: one.seriesId })).toBe('refused')
  })

  test('what only waits teaches nothing, however much of it there is', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const count = name === 'SQLite' ? 600 : 60
    for (let each = 0; each < count; each++) {
      await aComment(store.db, { on: { editionId: edition.id }, text: `lovely programme words ${each}` })
      await store.db.transaction().execute(db => weigh(db, offered(`lovely programme words ${each}`)))
    }
    expect(await tokens(store.db)).toEqual([])
  })

  test('what is blocked is put with the spam, whoever is trusted, until the block is taken back', async () => {
    const store = await empty()
    const { db } = store
    const edition = await anEdition(store)
    const id = await aComment(db, { on: { editionId: edition.id }, state: 'approved' })
    const verdict = async (text: string, told: Partial<Offered> = {}) =>
      (await db.transaction().execute(each => weigh(each, { ...offered(text), ...told }))).state
    expect(await verdict('See (a+)+$ there')).toBe('approved')
    const words = { kind: 'word', words: '(a+)+$' } as const
    const told = { reason: 'tests', seriesId: null, scope: everywhere, at } as const
    expect(await block(store, who, { wish: words, ...told })).toBe('wrong')
    expect(await block(store, who, { wish: { kind: 'word', words: 'x'.repeat(101) }, ...told })).toBe('wrong')
    expect(await block(store, who, { wish: { kind: 'word', words: 'Free  Pills' }, ...told })).toBe('done')
    expect(
      await block(store, who, { wish: { kind: 'domain', words: 'https://www.Bad.example/x' }, ...told }),
    ).toBe('done')
    expect(
      await block(store, who, { wish: { kind: 'mail', commentId: id }, ...told, seriesId: edition.seriesId }),
    ).toBe('done')
    expect(await verdict('Get free – pills, today.')).toBe('spam')
    expect(await verdict('carefree pillows')).toBe('approved')
    expect(await verdict('look at http://shop.bad.example/1')).toBe('spam')
    // Behind hosts of many parts, and with signs in words that nobody sees.
    const many = [1, 2, 3].map(number => `http://${`a${number}.`.repeat(80)}org`).join(' ')
    expect(await verdict(`${many} http://shop.bad.example/2`)).toBe('spam')
    expect(await verdict('Get fr\u00adee pi\u200blls, tomorrow.')).toBe('spam')
    expect(await verdict('harmless', { seriesId: edition.seriesId })).toBe('spam')
    expect(await verdict('harmless words')).toBe('approved')
    for (const { id } of await db.selectFrom('blocks').select('id').execute())
      expect(await unblock(store, who, { id, scope: everywhere, at })).toBe(true)
    expect(await verdict('Get free – pills, tonight.')).toBe('approved')
  })
})

let proofs = 0

function offered(text: string): Offered {
  return {
    what: 'comment',
    participant: { kind: 'guest' },
    name: 'Amina',
    mailKey: 'key of amina',
    editKey: 'browser of amina',
    fromKey: null,
    url: null,
    text,
    language: 'en',
    seriesId: null,
    at,
    proof: { ...noProof, work: { state: 'done', key: `decide ${++proofs}`, until: at + 1 } },
  }
}
