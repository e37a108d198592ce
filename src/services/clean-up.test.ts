import { describe, expect, test } from 'vitest'
import { anEdition } from '../../test/entries.ts'
import { stores } from '../../test/stores.ts'
import { queueMail } from '../storage/mails.ts'
import type { Store } from '../storage/store.ts'
import { cleanUp } from './clean-up.ts'
import { openReadings } from './open-readings.ts'
import { settleFindings } from './settle-findings.ts'

const day = 86_400_000
const now = Date.parse('2026-12-01T00:00:00Z')

async function addJob({ db }: Store, id: string, state: 'waiting' | 'done' | 'failed', days: number) {
  const ended = state === 'waiting' ? null : now - days * day
  await db
    .insertInto('jobs')
    .values({ id, kind: 'clean-up', state, due_at: now - days * day, ended_at: ended })
    .execute()
}

async function addVerification({ db }: Store, id: string, expires: number) {
  const told = { identifier: id, value: 'x', created_at: 0, updated_at: 0 }
  await db
    .insertInto('verifications')
    .values({ id, ...told, expires_at: expires })
    .execute()
}

describe.each(stores)('cleaning up in $name', ({ empty }) => {
  test('removes what ended long ago, old mails, and links that let nobody in any more', async () => {
    const store = await empty()
    await addJob(store, 'a done lately', 'done', 6)
    await addJob(store, 'b done long ago', 'done', 8)
    await addJob(store, 'c failed lately', 'failed', 80)
    await addJob(store, 'd failed long ago', 'failed', 91)
    await addJob(store, 'e late', 'waiting', 400)
    const mail = { to: 'amina@example.org', subject: 'Hello', text: 'Good day.', purpose: 'notice' } as const
    const young = await queueMail(store.db, { ...mail, at: now - 59 * day })
    await queueMail(store.db, { ...mail, at: now - 61 * day })
    await addVerification(store, 'open', now + 1)
    await addVerification(store, 'closed', now)
    await cleanUp(store, now)
    await cleanUp(store, now)
    const { db } = store
    const jobs = await db
      .selectFrom('jobs')
      .where('kind', '=', 'clean-up')
      .orderBy('id')
      .select('id')
      .execute()
    expect(jobs.map(({ id }) => id)).toEqual(['a done lately', 'c failed lately', 'e late'])
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([{ id: young }])
    expect(await db.selectFrom('verifications').select('id').execute()).toEqual([{ id: 'open' }])
  })

  test('removes readings of which nothing was left long ago, and none that is open', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const text = 'https://un.example/1 https://un.example/2 https://un.example/3'
    const ids = await openReadings(store, edition.id, { text, files: [] }, { by: 'Anna', at: 10 })
    for (const [index, days] of [89, 91].entries()) {
      const reading = { id: ids[index]!, editionId: edition.id }
      await settleFindings(store, reading, [{ number: 0, as: 'drop' }], { by: 'Anna', at: now - days * day })
    }
    await cleanUp(store, now)
    const left = await store.db.selectFrom('readings').select('id').orderBy('at', 'desc').execute()
    expect(left.map(({ id }) => id)).toEqual([ids[0], ids[2]])
  })
})
