import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { anEdition, content } from '../test/entries.ts'
import { openMailServer } from '../test/mail-server.ts'
import { startClock } from './clock.ts'
import { readConfig } from './config.ts'
import { serve } from './main.ts'
import { rehearsing } from './rehearse.ts'
import { addEntries } from './services/add-entries.ts'
import { confirmSubscriber } from './services/notices/keep-subscriber.ts'
import { subscribeByMail, subscribeByPush } from './services/notices/subscribe.ts'
import { readToken } from './services/notices/subscriber-token.ts'
import { openStore } from './storage/store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylong-rehearsal-'))
})
afterEach(() => rm(folder, { recursive: true }))

const configured = (more = {}) => readConfig({ PORT: '0', HOST: '127.0.0.1', DAYLONG_DATA: folder, ...more })
const clockAt = (moment: string, speed = 1) => startClock({ start: Date.parse(moment), speed })
const days = async () => (await readdir(folder)).filter(name => name.startsWith('rehearsal-'))

test('a clock that is started goes on from its moment, so many times as fast', async () => {
  const { now } = clockAt('2020-12-18T10:00Z', 36_000)
  const before = performance.now()
  await new Promise(done => setTimeout(done, 30))
  const passed = performance.now() - before
  const went = (now() - Date.parse('2020-12-18T10:00Z')) / 36_000
  expect(went).toBeGreaterThanOrEqual(29)
  expect(went).toBeLessThan(passed + 100)
})

test('the demo is rehearsed as if its day were to come, in a copy that goes', async () => {
  const site = await serve(configured(), { clock: clockAt('2021-03-06T13:05Z') })
  const answer = await fetch(`${site.address}/open-data-day/2021`)
  const page = await answer.text()
  expect(answer.headers.get('date')).toMatch(/^Sat, 06 Mar 2021 13:0\d:\d\d GMT$/)
  expect(page).toContain('Rehearsal (×1)')
  expect(page).toMatch(/data-rehearsal="1615035900000 \d{13} 1"/)
  expect(page).toMatch(/class="entry on\b/)
  // What moves a page to a moment moves this clock too.
  const later = await (await fetch(`${site.address}/open-data-day/2021?at=2021-03-09T12:00Z`)).text()
  expect(later).not.toMatch(/class="entry on\b/)
  const claim = (await site.offerClaim())!
  expect(await (await fetch(claim)).text()).toContain('Make this site yours')
  expect(await days()).toHaveLength(1)
  await site.close()
  expect(await days()).toEqual([])
})

test('a site of one’s own is rehearsed in a copy: nothing is written to it', async () => {
  const where = { sqlite: join(folder, 'daylong.sqlite') }
  const own = await openStore(where)
  await anEdition(own)
  const state = async (store: typeof own) => [
    await store.db.selectFrom('editions').selectAll().execute(),
    await store.db.selectFrom('recurring_jobs').selectAll().execute(),
    await store.db.selectFrom('settings').where('name', '=', 'claim').selectAll().execute(),
  ]
  const before = await state(own)
  const site = await serve(configured(), { clock: clockAt('2020-12-18T13:05Z') })
  expect((await fetch(`${site.address}/migrants-day/2020`)).status).toBe(200)
  expect(await site.offerClaim()).not.toBeNull()
  await site.close()
  expect(await state(own)).toEqual(before)
  await own.close()
})

test('what is in PostgreSQL is not rehearsed in place: words say how it is', async () => {
  const config = configured({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(serve(config, { clock: clockAt('2020-12-18T13:05Z') })).rejects.toThrow(
    'A rehearsal is of a copy, and a site in PostgreSQL is copied by a backup:',
  )
})

test('in a rehearsal only somebody who waits reads other sites, and nobody tells them anything', async () => {
  const asked: string[] = []
  const world = async (address: string) => {
    asked.push(address)
    return { ok: false, code: 'not-found', says: 'Nothing is there.' } as const
  }
  const [person, work] = [rehearsing(world, 'person'), rehearsing(world, 'work')]
  await person('https://example.org/a')
  await person('https://example.org/post', { send: '{}' })
  await work('https://example.org/b')
  await work('http://93.184.216.34/b')
  await work('http://127.0.0.1:4000/c')
  await work('http://127.0.0.1:4000/wp-json/wp/v2/posts', { send: '{}' })
  await person('http://localhost:4000/wp-json/wp/v2/posts', { send: '{}' })
  await work('http://[::1]:4000/d')
  await work('http://localhost:4000/e')
  expect(asked).toEqual([
    'https://example.org/a',
    'http://127.0.0.1:4000/c',
    'http://[::1]:4000/d',
    'http://localhost:4000/e',
  ])
})

test('readers who subscribed are told nothing of a rehearsal, neither by mail nor in their browsers', async () => {
  const asked: string[] = []
  const pushes = createServer((request, response) => {
    asked.push(request.url!)
    response.writeHead(201).end()
  })
  pushes.listen(0, '127.0.0.1')
  await once(pushes, 'listening')
  const mails = await openMailServer()
  onTestFinished(async () => {
    pushes.close()
    await mails.close()
  })
  const own = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  const edition = await anEdition(own)
  const at = Date.parse('2020-12-17T12:00Z')
  const told = content({ title: 'Maps of the sea', start: '2020-12-18T13:00:00+01:00[Europe/Berlin]' })
  const { entries } = await addEntries(own, edition.id, [{ content: told, state: 'published' }], {
    by: 'Ada',
    at,
  })
  const wishes = [{ what: 'entry' as const, target: entries[0]!.id, wants: ['starts' as const] }]
  const wished = { wishes, language: 'en', zone: 'Europe/Berlin', at }
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const endpoint = `http://127.0.0.1:${(pushes.address() as AddressInfo).port}/push`
  await subscribeByPush(own, { ...wished, endpoint, keys })
  let token = ''
  await subscribeByMail(own, { ...wished, address: 'amina@example.org' }, told => {
    token = told
    return { subject: 'Shall we?', text: told }
  })
  await confirmSubscriber(own, (await readToken(own.db, token))!, at)
  const notices = (store: typeof own) =>
    store.db.selectFrom('notices').select(['channel', 'kind', 'state']).orderBy('channel').execute()

  const reachable = configured({
    DAYLONG_FETCH_PRIVATE: 'allow',
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    MAIL_FROM: 'day@example.org',
  })
  const site = await serve(reachable, { clock: clockAt('2020-12-18T11:50Z', 10) })
  onTestFinished(() => site.close())
  const copy = await openStore(
    { sqlite: join(folder, (await days())[0]!, 'daylong.sqlite') },
    { readOnly: true },
  )
  const made = { kind: 'starts' as const }
  await expect
    .poll(() => notices(copy), { timeout: 30_000 })
    .toEqual([
      { ...made, channel: 'mail', state: 'waiting' },
      { ...made, channel: 'push', state: 'sent' },
    ])
  await copy.close()
  expect([asked, mails.taken]).toEqual([[], []])
  expect(await notices(own)).toEqual([])
  await own.close()
})
