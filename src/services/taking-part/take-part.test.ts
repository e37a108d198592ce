import { describe, expect, test } from 'vitest'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { stores } from '../../../test/stores.ts'
import type { Closing } from '../../domain/taking-part/closing.ts'
import { listAudit } from '../../storage/audit.ts'
import { setCommenting } from '../../storage/commented.ts'
import type { Db } from '../../storage/tables.ts'
import { cleanUp } from '../clean-up.ts'
import {
  closeComments,
  readClosing,
  readLastOpenDay,
  setClosing,
  setSeriesClosing,
} from './close-comments.ts'
import { decide } from './decide.ts'
import { reportComment } from './report.ts'
import { takePace } from './take-pace.ts'

const at = Date.parse('2021-01-20T12:00:00Z')
const stateOf = async (db: Db, id: string) =>
  (await db.selectFrom('comments').where('id', '=', id).select('state').executeTakeFirst())?.state

describe.each(stores)('taking part in $name', ({ empty }) => {
  test('three networks that report hold what somebody new said; one network is heard once', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store)
    const id = await aComment(store.db, { on: { editionId }, state: 'approved' })
    const report = (fromKey: string) => reportComment(store, { id, fromKey, reason: 'rude', text: '', at })
    for (const from of ['a', 'a', 'a', 'b']) expect(await report(from)).toBe(true)
    expect(await stateOf(store.db, id)).toBe('approved')
    await report('c')
    expect(await stateOf(store.db, id)).toBe('pending')
    expect(await report('d')).toBe(false)
    const ada = { id: 'ada', name: 'Ada' }
    await decide(store, ada, { ids: [id], decision: 'approve', scope: { seriesIds: null }, at })
    for (const from of ['d', 'e', 'f', 'g']) await report(from)
    expect(await stateOf(store.db, id)).toBe('approved')
    // Networks that were mistaken are heard no more: it takes three that were not.
    await decide(store, ada, { ids: [id], decision: 'approve', scope: { seriesIds: null }, at: at + 1 })
    const other = await aComment(store.db, { on: { editionId }, state: 'approved', mailKey: 'bo' })
    const reportOther = (fromKey: string) =>
      reportComment(store, { id: other, fromKey, reason: 'spam', text: '', at })
    for (const from of ['a', 'b', 'c', 'd', 'e', 'f', 'x', 'y']) await reportOther(from)
    expect(await stateOf(store.db, other)).toBe('approved')
    await reportOther('z')
    expect(await stateOf(store.db, other)).toBe('pending')
  })

  test('readers do not silence who is trusted', async () => {
    const store = await empty()
    const { id: editionId } = await anEdition(store)
    for (let each = 0; each < 3; each++) await aComment(store.db, { on: { editionId }, state: 'approved' })
    const id = await aComment(store.db, { on: { editionId }, state: 'approved' })
    for (const fromKey of ['a', 'b', 'c', 'd'])
      await reportComment(store, { id, fromKey, reason: 'rude', text: '', at })
    expect(await stateOf(store.db, id)).toBe('approved')
  })

  test('who sends much in a short time waits, and others do not', async () => {
    const store = await empty()
    const who = (mailKey: string, fromKey: string) =>
      ({ what: 'comment', participant: { kind: 'guest' }, mailKey, fromKey }) as const
    for (let each = 0; each < 10; each++) expect(await takePace(store, who('a', 'n'), at)).toBeNull()
    expect(await takePace(store, who('a', 'other'), at + 1000)).toBe(599)
    expect(await takePace(store, who('b', 'n'), at)).toBeNull()
    expect(await takePace(store, who('a', 'n'), at + 600_000)).toBeNull()
    const many = Array.from({ length: 40 }, (_, each) => takePace(store, who(`m${each}`, 'school'), at))
    expect((await Promise.all(many)).filter(wait => wait !== null)).toHaveLength(10)
  })

  test('what has been over for long is closed, unless a curator opened it', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const commenting = async () =>
      (await store.db.selectFrom('editions').select('commenting').executeTakeFirstOrThrow()).commenting
    const ended = Date.parse('2020-12-18T23:00:00Z')
    const days = (count: number) => ended + count * 86_400_000
    expect(await readClosing(store.db)).toBe(60)
    await cleanUp(store, days(59))
    expect(await commenting()).toBe('open')
    await setClosing(store, { id: 'ada', name: 'Ada' }, 0, at)
    await closeComments(store, days(600))
    expect(await commenting()).toBe('open')
    await setClosing(store, { id: 'ada', name: 'Ada' }, 60, at)
    await cleanUp(store, days(61))
    expect(await commenting()).toBe('closed')
    await setCommenting(store.db, { editionId: edition.id }, 'open')
    await closeComments(store, days(62))
    expect(await commenting()).toBe('open')
  })

  test('a series closes by its own rule, and whoever writes is told until when', async () => {
    const store = await empty()
    const { id: editionId, seriesId } = await anEdition(store)
    const commenting = async () =>
      (await store.db.selectFrom('editions').select('commenting').executeTakeFirstOrThrow()).commenting
    const days = (count: number) => Date.parse('2020-12-18T23:00:00Z') + count * 86_400_000
    const settle = (rule: Closing | null, day: number) =>
      setSeriesClosing(store, ada, { id: seriesId, title: 'Migrants Day', rule }, days(day))
    const ada = { id: 'ada', name: 'Ada' }
    const until = () => readLastOpenDay(store.db, { editionId })
    expect(await until()).toBe('2021-02-16')
    await settle('never', 1)
    expect(await until()).toBe(null)
    await cleanUp(store, days(600))
    expect(await commenting()).toBe('open')
    await settle(7, 1)
    expect(await until()).toBe('2020-12-25')
    await closeComments(store, days(7))
    expect(await commenting()).toBe('open')
    await closeComments(store, days(8))
    expect(await commenting()).toBe('closed')
    await setCommenting(store.db, { editionId }, 'open')
    await settle('closed', 9)
    expect([await commenting(), await until()]).toEqual(['open', null])
    await store.db.updateTable('editions').set({ kept_open: 0 }).execute()
    await settle('closed', 9)
    expect(await commenting()).toBe('closed')
    expect((await listAudit(store.db, { limit: 1 }))[0]).toMatchObject({
      act: 'comments-closing',
      subject: 'Migrants Day',
      details: { name: 'closed' },
    })
  })
})
