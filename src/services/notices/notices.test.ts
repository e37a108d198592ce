import { describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import {
  all,
  anEntry,
  asked,
  by,
  day,
  hour,
  minute,
  move,
  server,
  start,
  subjectsOf,
  subscribed,
  tick,
} from '../../../test/noticing.ts'
import { stores } from '../../../test/stores.ts'
import { readSubscriptions } from '../../storage/subscriptions.ts'
import { addEntries } from '../add-entries.ts'
import { changeEntries } from '../change-entries.ts'
import { editEdition } from '../edit-edition.ts'
import { openNextEdition } from '../open-next-edition.ts'
import { starEntries } from '../plan/star-entries.ts'
import { confirmSubscriber, settleSubscriber } from './keep-subscriber.ts'

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
})
