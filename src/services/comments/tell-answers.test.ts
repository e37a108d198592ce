import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { meansTo, openMailServer } from '../../../test/mail-server.ts'
import { stores } from '../../../test/stores.ts'
import { noProof } from '../../domain/taking-part/verdict.ts'
import type { Store } from '../../storage/store.ts'
import { confirmSubscriber } from '../notices/keep-subscriber.ts'
import { makeNotices } from '../notices/make-notices.ts'
import { sendNotices } from '../notices/send-notices.ts'
import { readToken } from '../notices/subscriber-token.ts'
import { deleteOwnComment } from './delete-own-comment.ts'
import { type Said, writeComment } from './write-comment.ts'

const at = Date.parse('2020-12-18T12:00:00Z')
const minute = 60_000

/** Says something, and asks to be told of answers and of all else. @returns the comment and who is told */
async function say(store: Store, editionId: string, who: string, told: Partial<Said> = {}) {
  let token = ''
  const said = await writeComment(store, {
    form: randomUUIDv7(),
    on: { editionId },
    parentId: null,
    participant: { kind: 'guest' },
    name: who,
    url: null,
    mail: `${who.toLowerCase()}@example.org`,
    text: `What ${who} says.`,
    language: 'en',
    editKey: `key of ${who}`,
    fromKey: null,
    proof: noProof,
    asks: {
      answers: true,
      all: true,
      zone: 'Europe/Berlin',
      language: 'en',
      write: told => {
        token = told
        return { subject: 'Shall we?', text: told }
      },
    },
    at,
    ...told,
  })
  return { id: said!.id, subscriber: token ? (await readToken(store.db, token))! : null }
}

const approve = (store: Store, id: string, when: number) =>
  store.db
    .updateTable('comments')
    .set({ state: 'approved', decided_at: when, updated_at: when })
    .where('id', '=', id)
    .execute()

async function tick(store: Store, now: number, port: number): Promise<void> {
  await makeNotices(store, now, { hasMail: true })
  const given = {
    means: meansTo(port),
    now: () => now,
    signal: new AbortController().signal,
    chance: () => 1,
  }
  await sendNotices(store, { channel: 'mail', lane: 1 }, given)
}

describe.each(stores)('what is said in $name', ({ empty }) => {
  test('is told to whom it answers and who asked, once it may be read, once, and never to its own writer', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const mails = await openMailServer()
    onTestFinished(() => mails.close())
    const amina = await say(store, id, 'Amina')
    const ben = await say(store, id, 'Ben')
    await approve(store, amina.id, at)
    // Ben never says that the address is his.
    await confirmSubscriber(store, amina.subscriber!, at + minute)
    const cleo = await say(store, id, 'Cleo', { parentId: amina.id, asks: null, at: at + 2 * minute })
    await say(store, id, 'Amina', { asks: null, at: at + 3 * minute, text: 'More.' })
    await tick(store, at + 4 * minute, mails.port)
    expect(mails.taken).toEqual([])
    for (const each of await store.db.selectFrom('comments').select('id').execute())
      await approve(store, each.id, at + 5 * minute)
    await tick(store, at + 6 * minute, mails.port)
    await tick(store, at + 7 * minute, mails.port)
    const told = mails.taken.map(({ source }) => source.replace(/=\r?\n/g, ''))
    expect(
      told.map(source => [/^To: (.*)$/m.exec(source)?.[1], /^Subject: (.*)$/m.exec(source)?.[1]]),
    ).toEqual(
      expect.arrayContaining([
        ['amina@example.org', 'You were answered: Migrants Day 2020'],
        ['amina@example.org', 'New comment: Migrants Day 2020'],
      ]),
    )
    expect(told).toHaveLength(2)
    const answer = told.find(source => source.includes('You were answered'))!
    expect(answer).toContain('What Cleo says.')
    expect(answer).toContain(`/comments/${cleo.id}`)
    expect(answer).toMatch(/^List-Unsubscribe:\s+<https?:\/\/[^>]+>/m)
    expect(answer).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click/m)
    expect(ben.subscriber).not.toBeNull()
  })

  test('ends with what it was told of: what is taken back is answered to nobody', async () => {
    const store = await empty()
    const { id } = await anEdition(store)
    const mails = await openMailServer()
    onTestFinished(() => mails.close())
    const amina = await say(store, id, 'Amina')
    await approve(store, amina.id, at)
    await confirmSubscriber(store, amina.subscriber!, at)
    const by = { editKey: 'key of Amina', visitorId: null, accountId: null }
    expect(await deleteOwnComment(store, amina.id, by, at)).toBe(true)
    expect(await store.db.selectFrom('subscriptions').select('what').execute()).toEqual([
      { what: 'comments' },
    ])
  })
})
