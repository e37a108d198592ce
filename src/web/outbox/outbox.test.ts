import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { quiet } from '../../../test/effects.ts'
import { type SignedIn, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { readConfig } from '../../config.ts'
import { deliverMail } from '../../services/deliver-mail.ts'
import { listJobs } from '../../storage/jobs.ts'
import { type NewMail, queueMail } from '../../storage/mails.ts'
import { createApp } from '../app.ts'

const origin = 'http://localhost:1812'
let site: TestSite
let owner: SignedIn

beforeEach(async () => {
  site = await openSite('2026-03-28T12:00:00Z')
  owner = await signedIn(site, 'owner')
})
afterEach(() => site.close())

/** The same site with a mail server. */
function withServer(): TestSite {
  const config = readConfig({ SMTP_URL: 'smtps://u:secret@mail.example', MAIL_FROM: 'day@example.org' })
  const { store, clock } = site
  return { ...site, app: createApp({ store, config, fetch: quiet.fetch, now: () => clock.now }) }
}

const ask = (site: TestSite, path = '/desk/outbox', headers: Record<string, string> = owner.headers) =>
  site.app.request(origin + path, { headers })
const send = (site: TestSite, id: string) =>
  site.app.request(`${origin}/desk/outbox/${id}`, { method: 'POST', headers: owner.headers })

const queue = (told: Partial<NewMail> = {}) =>
  queueMail(site.store.db, {
    to: 'amina@example.org',
    subject: 'Hello',
    text: 'Good day.',
    purpose: 'notice',
    at: site.clock.now,
    ...told,
  })
const settle = (id: string, isSent: boolean) => {
  const { signal } = new AbortController()
  const send = isSent ? async () => {} : null
  return deliverMail(site.store, id, { send, tell: () => {}, now: () => site.clock.now, signal })
}

describe('the outbox', () => {
  test('is for owners alone', async () => {
    const editor = await signedIn(site, 'editor')
    expect((await ask(site, '/desk/outbox', editor.headers)).status).toBe(403)
    expect((await ask(site, '/desk/outbox', {})).status).toBe(303)
  })

  test('has the words of each mail, whose addresses can be followed and whose marks do nothing', async () => {
    const id = await queue({
      subject: 'Come <in>',
      text: 'Open <b>this</b>:\nhttps://day.example/in?a=1&b=2\n\njavascript:alert(1)\n',
      purpose: 'sign-in',
    })
    await settle(id, false)
    const html = await (await ask(site)).text()
    expect(html).toContain('There is no mail server')
    expect(html).toContain('Come &lt;in&gt;')
    expect(html).toContain(
      'Open &lt;b&gt;this&lt;/b&gt;:\n<a href="https://day.example/in?a=1&amp;b=2" dir="ltr">https://day.example/in?a=1&amp;b=2</a>\n\njavascript:alert(1)',
    )
    expect(html).not.toContain('href="javascript')
    expect(html).toMatch(/<li id="[^"]*" class="kept"><details open/)
    expect(html).not.toContain(`action="/desk/outbox/${id}"`)
  })

  test('says of each mail how it stands, and offers to send what can be sent', async () => {
    const { db } = site.store
    const [sent, secret, failed, kept, waiting] = [
      await queue(),
      await queue({ purpose: 'sign-in' }),
      await queue(),
      await queue(),
      await queue(),
    ] as const
    await settle(sent, true)
    await settle(secret, true)
    await settle(kept, false)
    const error = '{"code":"mail-refused","values":{"server":"mail.example:465","said":"550 No such user"}}'
    await db
      .updateTable('jobs')
      .set({ state: 'failed', attempts: 2, ended_at: site.clock.now, error })
      .where('key', '=', failed)
      .execute()
    const html = await (await ask(withServer())).text()
    const rows = Object.fromEntries(
      [...html.matchAll(/<li id="([^"]*)" class="(\w+)">(.*?)<\/li>/gs)].map(([, id, standing, row]) => [
        id,
        [standing, /<button[^>]*>([^<]*)/.exec(row!)?.[1] ?? null],
      ]),
    )
    expect(rows).toEqual({
      [sent]: ['sent', 'Send again'],
      [secret]: ['sent', null],
      [failed]: ['failed', 'Send again'],
      [kept]: ['kept', 'Send'],
      [waiting]: ['waiting', null],
    })
    expect(html).toMatch(
      /The mail server mail\.example:465 did not take the mail\. <q lang="en" dir="auto">550 No such user<\/q><\/span> Tried 2 times\./,
    )
    expect(html).not.toContain('secret@')

    const answer = await send(withServer(), failed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/outbox'])
    expect(answer.headers.get('set-cookie')).toMatch(/^daylong-done=mail-again\./)
    expect(await listJobs(db, 'failed', 9)).toEqual([])
    const refused = await send(withServer(), secret)
    expect(refused.headers.get('set-cookie')).toMatch(/^daylong-done=mail-gone\./)
  })

  test('without a mail server sends nothing again', async () => {
    const id = await queue()
    await settle(id, false)
    await site.store.db.deleteFrom('jobs').execute()
    await send(site, id)
    expect(await listJobs(site.store.db, 'waiting', 9)).toEqual([])
  })

  test('has pages, the newest first', async () => {
    for (let number = 1; number <= 27; number++) await queue({ subject: `Mail ${number}.`, at: number >> 1 })
    const subjects = (html: string) => [...html.matchAll(/Mail (\d+)\./g)].map(match => Number(match[1]))
    const first = await (await ask(site)).text()
    expect(subjects(first).slice(0, 2).sort()).toEqual([26, 27])
    const older = /href="(\/desk\/outbox\?before=[^"]*)"/.exec(first)![1]!
    const second = await (await ask(site, older)).text()
    const all = [...subjects(first), ...subjects(second)]
    expect(all.sort((a, b) => b - a)).toEqual(Array.from({ length: 27 }, (_, at) => 27 - at))
    expect(subjects(second)).toHaveLength(2)
    expect(second).toContain('<a href="/desk/outbox">Newest</a>')
  })
})
