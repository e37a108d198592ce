import { describe, expect, test } from 'vitest'
import { openSmtp } from '../../test/smtp.ts'
import { stores } from '../../test/stores.ts'
import { type Mail, type MailPurpose, standingOf } from '../domain/mail.ts'
import type { Setback } from '../domain/setback.ts'
import { createMailer, type SendMail } from '../outside/mail.ts'
import { findJob, listJobs } from '../storage/jobs.ts'
import { findMail, listMails, queueMail } from '../storage/mails.ts'
import type { Store } from '../storage/store.ts'
import { deliverMail } from './deliver-mail.ts'
import { dropJob } from './drop-job.ts'
import { sendMailAgain } from './send-mail-again.ts'
import { settleJob } from './settle-job.ts'
import { takeJobs } from './take-jobs.ts'

const who = { id: null, name: 'Ada' }
const at = Date.parse('2020-12-01T00:00:00Z')

function queue(
  { db }: Store,
  purpose: MailPurpose = 'notice',
  text = 'Good day.\n',
  when = at,
): Promise<string> {
  return db
    .transaction()
    .execute(db => queueMail(db, { to: 'amina@example.org', subject: 'Hello', text, purpose, at: when }))
}

/** One attempt at whatever mail is due, as a worker makes it. */
async function work(store: Store, send: SendMail | null, now: number): Promise<string> {
  let told = ''
  const wanted = { kind: 'send-mail', most: 1, leaseMs: 60_000, attempts: 2, isLost: false }
  const [lease] = await takeJobs(store, [wanted], { worker: 'test', now, running: [], most: 1 })
  const parts = { send, tell: (words: string) => void (told += words), now: () => now }
  const { mail } = lease!.data as { mail: string }
  const outcome = await deliverMail(store, mail, { ...parts, signal: new AbortController().signal }).then(
    () => 'done' as const,
    (error: Setback) => error,
  )
  await settleJob(store, lease!, outcome, { attempts: 2, now, chance: 1 })
  return told
}

function mailerTo(port: number): SendMail {
  const server = { host: '127.0.0.1', port, isSecure: false, mayBePlain: true, login: null }
  return createMailer(server, { name: '', address: 'daylong@day.example' })
}

const shown = (mail: Mail | null) => mail && { standing: standingOf(mail), text: mail.text, job: mail.job }

describe.each(stores)('mails in $name', ({ empty }) => {
  test('are kept to be read and told on the terminal where there is no mail server, once', async () => {
    const store = await empty()
    const id = await queue(store, 'sign-in', 'Come in:\nhttps://day.example/in\n\n\u001b[2JGone\n')
    const told = await work(store, null, at + 5)
    expect(told).toBe(
      'Mail to amina@example.org: Hello\n    Come in:\n    https://day.example/in\n\n     [2JGone\n',
    )
    expect(await findMail(store.db, id)).toMatchObject({ state: 'kept', settledAt: at + 5, job: null })
    const parts = { send: null, tell: () => expect.unreachable(), now: () => at }
    await deliverMail(store, id, { ...parts, signal: new AbortController().signal })
  })

  test('are sent by the mail server, which is told once, and nothing is told on the terminal', async () => {
    const store = await empty()
    const { port, mails } = await openSmtp()
    const id = await queue(store)
    expect(await work(store, mailerTo(port), at)).toBe('')
    expect(shown(await findMail(store.db, id))).toEqual({ standing: 'sent', text: 'Good day.\n', job: null })
    const again = { send: mailerTo(port), tell: () => {}, now: () => at }
    await deliverMail(store, id, { ...again, signal: new AbortController().signal })
    expect(mails.map(({ to }) => to)).toEqual([['amina@example.org']])
  })

  test('that let somebody in are not kept once they are sent', async () => {
    const store = await empty()
    const { port } = await openSmtp()
    const id = await queue(store, 'sign-in')
    await work(store, mailerTo(port), at)
    expect(shown(await findMail(store.db, id))).toEqual({ standing: 'sent', text: null, job: null })
    await expect(sendMailAgain(store, id, { who, at })).rejects.toThrow('The words of this mail are not kept')
  })

  test('that the server does not take for now are sent later', async () => {
    const store = await empty()
    let isBusy = true
    const { port, mails } = await openSmtp({
      answer: said => (isBusy && said === 'RCPT' ? '451 Come back' : undefined),
    })
    const id = await queue(store)
    await work(store, mailerTo(port), at)
    const setback = { code: 'mail-refused', values: { server: `127.0.0.1:${port}`, said: '451 Come back' } }
    expect(shown(await findMail(store.db, id))).toEqual({
      standing: 'waiting',
      text: 'Good day.\n',
      job: { state: 'waiting', attempts: 1, dueAt: at + 30_000, setback },
    })
    isBusy = false
    await work(store, mailerTo(port), at + 30_000)
    expect(mails).toHaveLength(1)
    expect(standingOf((await findMail(store.db, id))!)).toBe('sent')
  })

  test('that failed are sent again when the owner says so, with all attempts before them', async () => {
    const store = await empty()
    let isRefused = true
    const { port, mails } = await openSmtp({
      answer: said => (isRefused && said === 'RCPT' ? '550 No such user' : undefined),
    })
    const id = await queue(store)
    await work(store, mailerTo(port), at)
    const failed = (await findMail(store.db, id))!
    expect([standingOf(failed), failed.job]).toMatchObject(['failed', { state: 'failed', attempts: 1 }])
    isRefused = false
    await sendMailAgain(store, id, { who, at: at + 60_000 })
    await sendMailAgain(store, id, { who, at: at + 60_000 })
    expect(await listJobs(store.db, 'failed', 10)).toEqual([])
    expect(shown(await findMail(store.db, id))).toMatchObject({ standing: 'waiting', job: { attempts: 0 } })
    await work(store, mailerTo(port), at + 60_000)
    expect(mails).toHaveLength(1)
  })

  test('whose job was dropped are said to have failed', async () => {
    const store = await empty()
    const id = await queue(store)
    const [job] = await listJobs(store.db, 'waiting', 10)
    await dropJob(store, job!.id, { who, at })
    expect(await findJob(store.db, job!.id)).toBeNull()
    expect(shown(await findMail(store.db, id))).toMatchObject({ standing: 'failed', job: null })
    await expect(dropJob(store, job!.id, { who, at })).rejects.toThrow('done, gone, or running')
  })

  test('are listed the newest first, page by page', async () => {
    const store = await empty()
    const ids = []
    for (let number = 0; number < 3; number++)
      ids.unshift(await queue(store, 'notice', 'Good day.', at + number))
    const first = await listMails(store.db, { limit: 2 })
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const second = await listMails(store.db, { before: first.at(-1)!.id, limit: 2 })
    expect(second.map(({ id, job }) => [id, job?.state])).toEqual([[ids[2], 'waiting']])
  })
})
