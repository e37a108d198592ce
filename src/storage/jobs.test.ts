import { describe, expect, test } from 'vitest'
import { stores } from '../../test/stores.ts'
import { queueJob, unqueueJob } from './jobs.ts'
import { queueMail } from './mails.ts'
import { onQueued } from './queued.ts'
import type { Store } from './store.ts'

const at = Date.parse('2020-12-01T00:00:00Z')

function waiting({ db }: Store) {
  return db.selectFrom('jobs').select(['kind', 'key', 'data', 'due_at', 'state']).orderBy('due_at').execute()
}

describe.each(stores)('jobs in $name', ({ empty }) => {
  test('are stored with the change that causes them, or not at all', async () => {
    const store = await empty()
    const change = store.db.transaction().execute(async db => {
      await queueJob(db, { kind: 'clean-up', data: null, dueAt: at })
      expect(await waiting({ ...store, db })).toHaveLength(1)
      throw new Error('The change is refused.')
    })
    await expect(change).rejects.toThrow('The change is refused.')
    expect(await waiting(store)).toEqual([])
  })

  test('of one key wait once, and a later call moves the one that waits', async () => {
    const store = await empty()
    const first = await queueJob(store.db, { kind: 'send-mail', key: 'a', data: { mail: '1' }, dueAt: at })
    const other = await queueJob(store.db, {
      kind: 'send-mail',
      key: 'b',
      data: { mail: '2' },
      dueAt: at + 1,
    })
    const moved = await queueJob(store.db, {
      kind: 'send-mail',
      key: 'a',
      data: { mail: '3' },
      dueAt: at + 2,
    })
    expect([moved === first, other === first]).toEqual([true, false])
    const row = { kind: 'send-mail', state: 'waiting' }
    expect(await waiting(store)).toEqual([
      { ...row, key: 'b', data: '{"mail":"2"}', due_at: at + 1 },
      { ...row, key: 'a', data: '{"mail":"3"}', due_at: at + 2 },
    ])
  })

  test('without a key never stand for each other', async () => {
    const store = await empty()
    await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: at })
    await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: at })
    expect(await waiting(store)).toHaveLength(2)
  })

  test('are taken back when their cause is gone, others stay', async () => {
    const store = await empty()
    await queueJob(store.db, { kind: 'send-mail', key: 'a', data: { mail: '1' }, dueAt: at })
    await queueJob(store.db, { kind: 'send-mail', key: 'b', data: { mail: '2' }, dueAt: at })
    await unqueueJob(store.db, 'send-mail', 'a')
    expect((await waiting(store)).map(({ key }) => key)).toEqual(['b'])
  })

  test('wake whoever listens in this process, also when queued in a transaction', async () => {
    const store = await empty()
    let woken = 0
    const end = onQueued(store.db, () => woken++)
    await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: at })
    await store.db.transaction().execute(db => queueJob(db, { kind: 'clean-up', data: null, dueAt: at }))
    end()
    await queueJob(store.db, { kind: 'clean-up', data: null, dueAt: at })
    expect(woken).toBe(2)
  })
})

describe.each(stores)('mails in $name', ({ empty }) => {
  const mail = {
    to: 'amina@example.org',
    subject: 'Hello',
    text: 'Good day.',
    purpose: 'notice',
    at,
  } as const

  test('wait with their job', async () => {
    const store = await empty()
    const id = await queueMail(store.db, {
      ...mail,
      subject: 'Hello\r\nBcc: all@example.org',
      html: '<p>Good day.</p>',
    })
    expect(await store.db.selectFrom('mails').selectAll().execute()).toEqual([
      {
        id,
        to: 'amina@example.org',
        subject: 'Hello Bcc: all@example.org',
        text: 'Good day.',
        html: '<p>Good day.</p>',
        purpose: 'notice',
        state: 'waiting',
        created_at: at,
        settled_at: null,
      },
    ])
    expect(await waiting(store)).toEqual([
      { kind: 'send-mail', key: id, data: JSON.stringify({ mail: id }), due_at: at, state: 'waiting' },
    ])
  })

  test.each([
    '',
    'amina',
    'amina@example.org, all@example.org',
    'amina@example.org\r\nBcc: all@example.org',
    'Amina <amina@example.org>',
    `${'a'.repeat(250)}@example.org`,
  ])('are not addressed to “%s”', async to => {
    const store = await empty()
    await expect(queueMail(store.db, { ...mail, to })).rejects.toThrow('is not the address of a mailbox')
    expect(await waiting(store)).toEqual([])
  })
})
