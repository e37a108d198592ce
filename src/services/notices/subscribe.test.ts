import { describe, expect, test } from 'vitest'
import { all, anEntry, asked, day, start, subscribed } from '../../../test/noticing.ts'
import { stores } from '../../../test/stores.ts'
import { mostUnconfirmed } from '../../domain/notice/subscription.ts'
import { findSubscriber } from '../../storage/subscribers.ts'
import { readSubscriptions } from '../../storage/subscriptions.ts'
import { cleanUp } from '../clean-up.ts'
import { endSubscription } from './keep-subscriber.ts'
import { readToken } from './subscriber-token.ts'

describe.each(stores)('notices in $name', ({ empty }) => {
  test('who asks in the name of somebody else does not fill the place of what they ask for themselves', async () => {
    const store = await empty()
    const { id } = await anEntry(store)
    const junk = Array.from({ length: 250 }, (_, n) => ({ what: 'series' as const, target: `junk-${n}` }))
    await asked(store, 'amina@example.org', junk)
    await asked(store, 'amina@example.org', [{ what: 'entry', target: id, wants: all }], { at: start })
    const waiting = await readSubscriptions(
      store.db,
      (await store.db.selectFrom('subscribers').select('id').executeTakeFirstOrThrow()).id,
    )
    expect([waiting.length, waiting.at(-1)!.target]).toEqual([mostUnconfirmed, id])
  })

  test('forget an address with the last that it is told of, and what nobody confirmed', async () => {
    const store = await empty()
    const { edition, id } = await anEntry(store)
    const both = [
      { what: 'entry' as const, target: id, wants: all },
      { what: 'digest' as const, target: edition.id },
    ]
    const amina = await subscribed(store, 'amina@example.org', both)
    await asked(store, 'nobody@example.org', both)
    const [first, second] = await readSubscriptions(store.db, amina)
    await endSubscription(store, amina, first!.id)
    expect(await findSubscriber(store.db, amina)).not.toBeNull()
    await endSubscription(store, amina, second!.id)
    await cleanUp(store, start + 7 * day)
    for (const table of ['subscribers', 'subscriptions', 'notices', 'asks'] as const)
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(
      await store.db.selectFrom('mails').where('to', '=', 'amina@example.org').selectAll().execute(),
    ).toEqual([])
  })

  test('are asked about thrice a day and mailbox, however it is spelled, and never under a token that is made up', async () => {
    const store = await empty()
    const { id } = await anEntry(store)
    const wish = [{ what: 'entry' as const, target: id, wants: all }]
    for (let times = 0; times < 5; times++) await asked(store, 'Amina@Example.org', wish)
    for (const tag of 'abcdefghi') await asked(store, `amina+${tag}@example.org`, wish)
    const sent = await store.db.selectFrom('mails').select('to').execute()
    expect(sent.filter(({ to }) => to === 'Amina@example.org')).toHaveLength(3)
    expect(sent).toHaveLength(4)
    await asked(store, 'jörg@bücher.example', wish)
    expect(
      await store.db.selectFrom('subscribers').where('address', 'like', 'jörg%').select('address').execute(),
    ).toEqual([{ address: 'jörg@xn--bcher-kva.example' }])
    for (const address of [
      'a@b',
      'a@b.example\r\nBcc: c@d.example',
      'a@b.example,c@d.example',
      '"a b"@c.example',
      'a@[127.0.0.1]',
    ])
      await expect(asked(store, address, wish)).rejects.toThrow('no mail address')
    const token = (await store.db.selectFrom('mails').select('text').executeTakeFirstOrThrow()).text!
    expect(await readToken(store.db, token)).not.toBeNull()
    for (const forged of [
      `B${token.slice(1)}`,
      `${token.slice(0, -2)}AA`,
      token.slice(0, -1),
      `${token}A`,
      '',
    ])
      expect(await readToken(store.db, forged)).toBeNull()
  })
})
