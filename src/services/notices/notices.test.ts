import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { openImap } from '../../../test/imap-server.ts'
import { meansTo, openMailServer } from '../../../test/mail-server.ts'
import { stores } from '../../../test/stores.ts'
import { mostUnconfirmed, type Subscribable, type Want } from '../../domain/notice/subscription.ts'
import { Setback } from '../../domain/setback.ts'
import { readMails } from '../../outside/mail-folder.ts'
import type { Store } from '../../storage/store.ts'
import { findSubscriber } from '../../storage/subscribers.ts'
import { readSubscriptions } from '../../storage/subscriptions.ts'
import { addEntries } from '../add-entries.ts'
import { changeEntries } from '../change-entries.ts'
import { cleanUp } from '../clean-up.ts'
import { editEdition } from '../edit-edition.ts'
import { openNextEdition } from '../open-next-edition.ts'
import { starEntries } from '../plan/star-entries.ts'
import { confirmSubscriber, endSubscription, settleSubscriber } from './keep-subscriber.ts'
import { makeNotices } from './make-notices.ts'
import { sendNotices } from './send-notices.ts'
import { settleReturn } from './settle-return.ts'
import { subscribeByMail } from './subscribe.ts'
import { readToken } from './subscriber-token.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.parse('2020-12-18T12:00:00Z')
const by = 'Anna'
const all: Want[] = ['starts', 'changes', 'recording']

async function asked(
  store: Store,
  address: string,
  wishes: { what: Subscribable; target: string; wants?: Want[] }[],
  { at = start - day, zone = 'Europe/Berlin', language = 'en' } = {},
): Promise<string | null> {
  let token: string | null = null
  const wished = wishes.map(wish => ({ wants: [], ...wish }))
  await subscribeByMail(store, { address, wishes: wished, language, zone, at }, told => {
    token = told
    return { subject: 'Shall we?', text: told }
  })
  return token && readToken(store.db, token)
}

async function subscribed(...given: Parameters<typeof asked>): Promise<string> {
  const id = (await asked(...given))!
  await confirmSubscriber(given[0], id, given[3]?.at ?? start - day)
  return id
}

async function anEntry(store: Store, title = 'Maps of the sea') {
  const edition = await anEdition(store)
  const told = content({ title, start: '2020-12-18T13:00:00+01:00[Europe/Berlin]' })
  const added = await addEntries(store, edition.id, [{ content: told, state: 'published' }], {
    by,
    at: start - 9 * day,
  })
  return { edition, id: added.entries[0]!.id, content: told }
}

/** What minutes that pass do: looks for what is to be told, and tells it. */
async function tick(store: Store, now: number, port: number): Promise<void> {
  await makeNotices(store, now, { hasMail: true })
  await sendNotices(
    store,
    { channel: 'mail', lane: 1 },
    {
      means: meansTo(port),
      now: () => now,
      signal: new AbortController().signal,
      chance: () => 1,
    },
  )
}

async function server(...given: Parameters<typeof openMailServer>) {
  const opened = await openMailServer(...given)
  onTestFinished(() => opened.close())
  return opened
}
const subjectsOf = (taken: { source: string }[]) =>
  taken.map(({ source }) => /^Subject: (.*)$/m.exec(source)![1])
const move = (store: Store, edition: string, id: string, time: string, at: number) =>
  changeEntries(store, edition, [id], was => ({ ...was, time: { ...was.time, start: time, end: null } }), {
    by,
    at,
    name: 'edit',
  })

describe.each(stores)('notices in $name', ({ empty }) => {
  test('are told after somebody said yes, each once, whichever subscription asks for them', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const { id } = await anEntry(store)
    const plan = (await starEntries(store, [{ entryId: id, wish: 'must', startsAt: start }], {
      token: null,
      zone: null,
      at: start - day,
    }))!
    const [{ id: planId }] = (await store.db.selectFrom('plans').select('id').execute()) as [{ id: string }]
    expect(plan.token).toBeTruthy()
    const wishes = [
      { what: 'entry', target: id, wants: all },
      { what: 'plan', target: planId, wants: all },
    ] as const
    const amina = (await asked(store, 'amina@example.org', [...wishes]))!
    await tick(store, start - 10 * minute, port)
    expect(taken).toEqual([])
    await confirmSubscriber(store, amina, start - 10 * minute)
    for (const now of [-10, -9, -9, 3]) await tick(store, start + now * minute, port)
    expect(subjectsOf(taken)).toEqual(['Begins at 13:00: Maps of the sea'])
    const [mail] = taken
    expect(mail).toMatchObject({ to: 'amina@example.org', from: 'daylong@day.example' })
    expect(mail!.source).toMatch(
      /^List-Unsubscribe:\s+<https:\/\/day\.example\/subscriptions\/[\w-]{48}\/ended\?of=/m,
    )
    expect(mail!.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(mail!.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail!.source).toMatch(/^List-ID: .*<starts\.2020\.migrants-day\.day\.example>\r$/im)
  })

  test('lead to the doors that anybody may use, and never to one that opens by a passcode', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const edition = await anEdition(store)
    const links = [
      { role: 'livestream' as const, url: 'https://video.example/live', title: 'With captions' },
      { role: 'join' as const, url: 'https://meet.example/maps' },
      { role: 'join' as const, url: 'https://zoom.us/j/123456789?pwd=Secret99' },
      { role: 'registration' as const, url: 'https://maps.example/register' },
    ]
    const told = content({ title: 'Maps', start: '2020-12-18T13:00:00+01:00[Europe/Berlin]', links })
    const { entries } = await addEntries(store, edition.id, [{ content: told, state: 'published' }], {
      by,
      at: start - day,
    })
    await subscribed(store, 'amina@example.org', [{ what: 'entry', target: entries[0]!.id, wants: all }])
    await tick(store, start - 10 * minute, port)
    const source = taken[0]!.source.replaceAll('=\r\n', '').replaceAll('=3D', '=').replaceAll('\r\n', '\n')
    expect(source).toContain(
      '\nJoin:\nhttps://meet.example/maps\n\nLivestream (With captions):\nhttps://video.example/live\n',
    )
    expect(source).toContain('<a href="https://meet.example/maps"><bdi>Join</bdi></a>')
    expect(source).not.toMatch(/zoom|Secret99|register/)
  })

  test('say that it begins when the reader’s own clock does, where a time floats; what is to be read begins for nobody', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const edition = await anEdition(store)
    const at = start - 2 * day
    const added = await addEntries(
      store,
      edition.id,
      [
        {
          content: content({
            title: 'A candle in each window',
            start: '2020-12-18T19:00:00',
            floating: true,
          }),
          state: 'published',
        },
        {
          content: content({
            title: 'A statement',
            kind: 'statement',
            start: '2020-12-18T19:00:00+08:00[Asia/Manila]',
          }),
          state: 'published',
        },
      ],
      { by, at },
    )
    const wishes = added.entries.map(({ id }) => ({ what: 'entry' as const, target: id, wants: all }))
    for (const [name, zone] of [
      ['samoa', 'Pacific/Apia'],
      ['manila', 'Asia/Manila'],
      ['berlin', 'Europe/Berlin'],
      ['baker', '-12:00'],
    ] as const)
      await subscribed(store, `${name}@example.org`, wishes, { at, zone })
    const moments: string[] = []
    for (
      let now = Date.parse('2020-12-18T04:00:00Z');
      now < Date.parse('2020-12-19T09:00:00Z');
      now += 15 * minute
    ) {
      const before = taken.length
      await tick(store, now, port)
      for (const { to } of taken.slice(before))
        moments.push(`${new Date(now).toISOString().slice(5, 16)} ${to}`)
    }
    expect(moments).toEqual([
      '12-18T04:45 samoa@example.org',
      '12-18T10:45 manila@example.org',
      '12-18T17:45 berlin@example.org',
      '12-19T06:45 baker@example.org',
    ])
    expect(new Set(subjectsOf(taken))).toEqual(new Set(['Begins at 19:00: A candle in each window']))
  })

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

  test('fold what is changed within ten minutes, say nothing of what was taken back, and know who came later', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const { edition, id } = await anEntry(store)
    const at = start - 4 * hour
    await subscribed(store, 'amina@example.org', [{ what: 'entry', target: id, wants: ['changes'] }])
    await move(store, edition.id, id, '2020-12-18T15:00:00', at)
    await tick(store, at + minute, port)
    await move(store, edition.id, id, '2020-12-18T16:00:00', at + 5 * minute)
    await subscribed(store, 'late@example.org', [{ what: 'entry', target: id, wants: ['changes'] }], {
      at: at + 6 * minute,
    })
    await tick(store, at + 14 * minute, port)
    expect(taken).toEqual([])
    for (const minutes of [15, 16, 30]) await tick(store, at + minutes * minute, port)
    expect(taken.map(({ to }) => to)).toEqual(['amina@example.org'])
    expect(subjectsOf(taken)).toEqual(['Time changed: Maps of the sea'])
    expect(taken[0]!.source.replaceAll('=\r\n', '')).toContain('18 December 2020, 13:00')
    expect(taken[0]!.source.replaceAll('=\r\n', '')).toContain('18 December 2020, 16:00')
    await move(store, edition.id, id, '2020-12-18T17:00:00', at + hour)
    await tick(store, at + hour + minute, port)
    await move(store, edition.id, id, '2020-12-18T16:00:00', at + hour + 3 * minute)
    await tick(store, at + 2 * hour, port)
    expect(taken).toHaveLength(1)
    const cancel = { by, at: at + 2 * hour, name: 'cancel' }
    await changeEntries(store, edition.id, [id], was => ({ ...was, status: 'cancelled' }), cancel)
    await tick(store, at + 2 * hour + 10 * minute, port)
    expect(subjectsOf(taken.slice(1)).sort()).toEqual(Array(2).fill('Cancelled: Maps of the sea'))
    // What is cancelled does not begin.
    await tick(store, start + 3 * hour - 5 * minute, port)
    expect(taken).toHaveLength(3)
  })

  test('wait for the morning, and say then what all of it came to', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const { edition, id } = await anEntry(store)
    await subscribed(store, 'amina@example.org', [{ what: 'entry', target: id, wants: ['changes'] }])
    await subscribed(store, 'manila@example.org', [{ what: 'entry', target: id, wants: ['changes'] }], {
      zone: 'Asia/Manila',
    })
    const night = Date.parse('2020-12-18T00:00:00Z')
    await move(store, edition.id, id, '2020-12-18T15:00:00', night)
    await tick(store, night + 10 * minute, port)
    expect(taken.map(({ to }) => to)).toEqual(['manila@example.org'])
    await move(store, edition.id, id, '2020-12-18T13:00:00', night + hour)
    await tick(store, night + hour + 10 * minute, port)
    await tick(store, Date.parse('2020-12-18T06:00:00Z'), port)
    // In Berlin nothing has changed.
    expect(taken.map(({ to }) => to)).toEqual(['manila@example.org', 'manila@example.org'])
  })

  test('tell each morning what is on and what has changed, where there is anything', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const { edition, id } = await anEntry(store)
    const digest = [{ what: 'digest' as const, target: edition.id }]
    const noon = Date.parse('2020-12-16T12:00:00Z')
    const amina = await subscribed(store, 'amina@example.org', digest, { at: noon })
    await subscribed(store, 'new-york@example.org', digest, { at: noon, zone: 'America/New_York' })
    await move(store, edition.id, id, '2020-12-18T15:00:00', noon + hour)
    const morning = Date.parse('2020-12-17T06:00:00Z')
    await tick(store, morning - minute, port)
    expect(taken).toEqual([])
    for (const hours of [0, 1, 6, 7, 24, 30]) await tick(store, morning + hours * hour, port)
    const told = taken.map(({ to, source }) => `${to} ${/^Subject: (.*)$/m.exec(source)![1]}`)
    expect(told).toEqual([
      'amina@example.org Migrants Day 2020: Thursday 17 December',
      'new-york@example.org Migrants Day 2020: Thursday 17 December',
      'amina@example.org Migrants Day 2020: Friday 18 December',
      'new-york@example.org Migrants Day 2020: Friday 18 December',
    ])
    expect(taken[0]!.source).toContain('Time changed')
    expect(taken[2]!.source).not.toContain('Time changed')
    await settleSubscriber(store, amina, { digestHour: 20, zone: 'Asia/Tokyo' }, morning + 31 * hour)
    const [subscription] = await readSubscriptions(store.db, amina)
    expect(new Date(subscription!.nextAt!).toISOString()).toBe('2020-12-19T11:00:00.000Z')
    // On a morning with nothing to tell nothing is told.
    await tick(store, subscription!.nextAt!, port)
    expect(taken).toHaveLength(4)
  })

  test('tell once of a recording that came, in the morning, and not whoever did not ask for it', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const { edition, id } = await anEntry(store)
    await subscribed(store, 'amina@example.org', [{ what: 'entry', target: id, wants: ['recording'] }])
    await subscribed(store, 'other@example.org', [
      { what: 'entry', target: id, wants: ['changes', 'starts'] },
    ])
    await tick(store, start + 3 * hour, port)
    const before = taken.length
    const recording = { role: 'recording' as const, url: 'https://video.example/maps', title: null }
    const night = Date.parse('2020-12-18T23:30:00Z')
    await changeEntries(store, edition.id, [id], was => ({ ...was, links: [...was.links, recording] }), {
      by,
      at: night,
      name: 'edit',
    })
    for (const minutes of [1, 11, 30]) await tick(store, night + minutes * minute, port)
    expect(taken.slice(before)).toEqual([])
    const morning = Date.parse('2020-12-19T06:00:00Z')
    for (const minutes of [0, 5, 60]) await tick(store, morning + minutes * minute, port)
    const told = taken.slice(before).map(({ to, source }) => [to, /^Subject: (.*)$/m.exec(source)![1]])
    expect(told).toEqual([['amina@example.org', 'Recording available: Maps of the sea']])
    expect(taken.at(-1)!.source).toContain('\r\nRecording:\r\nhttps://video.example/maps\r\n')
  })

  test('tell that the next programme is there when it is published, and never of one that was there before', async () => {
    const store = await empty()
    const { port, taken } = await server()
    const last = await anEdition(store)
    const wish = [{ what: 'series' as const, target: last.seriesId }]
    await subscribed(store, 'amina@example.org', wish)
    const next = { title: 'Migrants Day 2021', slug: '2021', startsOn: '2021-12-18', endsOn: '2021-12-18' }
    const { id } = await openNextEdition(
      store,
      last.id,
      { ...next, keeps: [], awaits: [] },
      { by, at: start },
    )
    await tick(store, start + hour, port)
    expect(taken).toEqual([])
    await editEdition(store, id, { state: 'live' }, { by, at: start + 2 * hour })
    await subscribed(store, 'late@example.org', wish, { at: start + 3 * hour })
    for (const hours of [3, 4, 24]) await tick(store, start + hours * hour, port)
    expect(taken.map(({ to }) => to)).toEqual(['amina@example.org'])
    expect(subjectsOf(taken)).toEqual(['The programme is there: Migrants Day 2021'])
    expect(taken[0]!.source.replaceAll('=\r\n', '')).toContain('https://day.example/migrants-day/2021')
    // Taken back and published again, it is no news.
    await editEdition(store, id, { state: 'draft' }, { by, at: start + 25 * hour })
    await editEdition(store, id, { state: 'live' }, { by, at: start + 26 * hour })
    await tick(store, start + 27 * hour, port)
    expect(taken).toHaveLength(1)
  })

  test('lose nothing while the mail server is down, and tell why they wait', async () => {
    const store = await empty()
    const { id } = await anEntry(store)
    for (const name of ['a', 'b', 'c'])
      await subscribed(store, `${name}@example.org`, [{ what: 'entry', target: id, wants: all }])
    const away = await openMailServer()
    await away.close()
    const now = start - 10 * minute
    const failed = await tick(store, now, away.port).catch(error => error)
    expect(failed).toBeInstanceOf(Setback)
    expect(failed).toMatchObject({ told: { code: 'mail-unreachable' }, again: true })
    const waiting = await store.db
      .selectFrom('notices')
      .select(['state', 'attempts', 'leased_until'])
      .execute()
    expect(waiting).toEqual(Array(3).fill({ state: 'waiting', attempts: 0, leased_until: null }))
    const { port, taken } = await server()
    await tick(store, now + minute, port)
    expect(taken.map(({ to }) => to).sort()).toEqual(['a@example.org', 'b@example.org', 'c@example.org'])
  })

  test('end where there is no such mailbox, wait where it is full, and learn of what comes back later', async () => {
    const store = await empty()
    const { id } = await anEntry(store)
    const ids = new Map<string, string>()
    for (const name of ['gone', 'full', 'late'])
      ids.set(
        name,
        await subscribed(store, `${name}@example.org`, [{ what: 'entry', target: id, wants: all }]),
      )
    const answers: Record<string, string> = { gone: '550 5.1.1 No such user', full: '452 4.2.2 Mailbox full' }
    const { port, taken } = await server(to => answers[to.split('@')[0]!] ?? null)
    await tick(store, start - 10 * minute, port)
    expect(taken.map(({ to }) => to)).toEqual(['late@example.org'])
    const stateOf = async (name: string) => (await findSubscriber(store.db, ids.get(name)!))!.state
    expect([await stateOf('gone'), await stateOf('full')]).toEqual(['bounced', 'confirmed'])
    delete answers.full
    await tick(store, start - 9 * minute, port)
    expect(taken.map(({ to }) => to)).toEqual(['late@example.org', 'full@example.org'])
    const report = (messageId: string, action: string, status: string) =>
      Buffer.from(
        [
          'From: MAILER-DAEMON@example.org',
          'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
          '',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.example.org',
          '',
          'Final-Recipient: rfc822; late@example.org',
          `Action: ${action}`,
          `Status: ${status}`,
          '',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: <${messageId}>`,
          '',
          '--b--',
        ].join('\r\n'),
      )
    await settleReturn(store, report('somebody@day.example', 'failed', '5.1.1'), start)
    await settleReturn(store, report(taken[0]!.messageId, 'delayed', '4.4.1'), start)
    expect(await stateOf('late')).toBe('confirmed')
    // As it lies in the mailbox to which receivers send back what they cannot deliver.
    const box = await openImap()
    box.put(report(taken[0]!.messageId, 'failed', '5.1.1'))
    const { signal } = new AbortController()
    await readMails(box.folder, ({ bytes }) => settleReturn(store, bytes, start), {
      mostBytes: 1e6,
      setback: 'returns-unreachable',
      signal,
    })
    expect([...box.mails[0]!.flags]).toEqual(['\\Seen'])
    expect(await stateOf('late')).toBe('bounced')
    await cleanUp(store, start + 91 * day)
    expect(await findSubscriber(store.db, ids.get('late')!)).toBeNull()
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
