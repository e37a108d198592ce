import { describe, expect, test } from 'vitest'
import { openImap } from '../../../test/imap-server.ts'
import { openMailServer } from '../../../test/mail-server.ts'
import { all, anEntry, day, minute, server, start, subscribed, tick } from '../../../test/noticing.ts'
import { stores } from '../../../test/stores.ts'
import { Setback } from '../../domain/setback.ts'
import { readMails } from '../../outside/mail-folder.ts'
import { findSubscriber } from '../../storage/subscribers.ts'
import { cleanUp } from '../clean-up.ts'
import { settleReturn } from './settle-return.ts'

describe.each(stores)('notices in $name', ({ empty }) => {
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
})
