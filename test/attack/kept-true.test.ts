import { createECDH, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { figuresNamedIn } from '../../src/domain/figure/in-text.ts'
import { newLife, settleLink } from '../../src/domain/links/link-life.ts'
import { playerOf } from '../../src/domain/recordings/player.ts'
import { readNumber } from '../../src/intake/figure/read-number.ts'
import { openSite as openOwnSite } from '../../src/open-site.ts'
import { writeLetter } from '../../src/outlet/notice/write-letter.ts'
import { writeMail } from '../../src/outlet/notice/write-mail.ts'
import { writePush } from '../../src/outlet/notice/write-push.ts'
import { addEntries } from '../../src/services/add-entries.ts'
import { settleLinks } from '../../src/services/links/settle-links.ts'
import { makeNotices } from '../../src/services/notices/make-notices.ts'
import { sendNotices } from '../../src/services/notices/send-notices.ts'
import { subscribeByPush } from '../../src/services/notices/subscribe.ts'
import { changeLinkLook, meetLinks } from '../../src/storage/link-looks.ts'
import { openStore } from '../../src/storage/store.ts'
import { markOf } from '../../src/web/links/mark-of.ts'
import { noticeWords } from '../../src/web/notice-words.ts'
import { anEdition, content, entryOf } from '../entries.ts'
import { signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'

test.each([
  'https://*/film.mp4',
  'https://*.com/w/2y84q2MQUMWPbiEcxNXMgC',
  'https://a;sandbox/film.mp4',
  'https://a;sandbox/videos/watch/2y84q2MQUMWPbiEcxNXMgC',
  "https://a,default-src'/film.webm",
])('an address writes nothing into the policy of a page: %s', async url => {
  expect(playerOf(url)).toBeNull()
  const site = await openSite('2020-12-19T12:00Z')
  onTestFinished(site.close)
  const { id } = await anEdition(site.store)
  const told = content({ links: [{ role: 'recording', url }] })
  const act = { by: 'Anna', at: site.clock.now }
  const { entries } = await addEntries(site.store, id, [{ content: told, state: 'published' }], act)
  const page = await site.app.request(`/migrants-day/2020/${entries[0]!.slug}`)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).not.toMatch(/\*|sandbox|(?:frame|media)-src/)
})

test('addresses of private networks are read where the host allows it, and told nothing by a reader’s push service', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylong-attack-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const asked: string[] = []
  const within = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(201).end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void within.close())
  await vi.waitFor(() => expect(within.listening).toBe(true))
  const { port } = within.address() as AddressInfo

  const now = Date.now()
  const start = new Date(now + 600_000).toISOString().slice(0, 19)
  const own = await openStore({ sqlite: join(folder, 'daylong.sqlite') })
  const day = start.slice(0, 10)
  const edition = await anEdition(own, { startsOn: day, endsOn: day, homeZone: 'UTC' })
  const event = content({ start: `${start}Z` })
  const act = { by: 'Anna', at: now - 60_000 }
  const { entries } = await addEntries(own, edition.id, [{ content: event, state: 'published' }], act)
  const curve = createECDH('prime256v1')
  const keys = { p256dh: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
  await subscribeByPush(own, {
    endpoint: `http://127.0.0.1:${port}/admin`,
    keys,
    wishes: [{ what: 'entry', target: entries[0]!.id, wants: ['starts'] }],
    language: 'en',
    zone: 'UTC',
    at: now - 60_000,
  })
  await makeNotices(own, now, { hasMail: false })
  const state = async () =>
    (await own.db.selectFrom('notices').select('state').execute()).map(each => each.state)
  expect(await state()).toEqual(['waiting'])

  const environment = { PORT: '0', HOST: '127.0.0.1', DAYLONG_DATA: folder, DAYLONG_FETCH_PRIVATE: 'allow' }
  const site = await openOwnSite(readConfig(environment), { demo: false })
  try {
    await vi.waitFor(async () => expect(await state()).toEqual(['failed']), {
      timeout: 30_000,
      interval: 100,
    })
    expect(asked).toEqual([])
  } finally {
    await site.rest()
    await site.close()
    await own.close()
  }
})

test('a contributor says of no link that readers see that it is fine', async () => {
  const site = await openSite('2021-03-10T12:00Z')
  onTestFinished(site.close)
  const { store, clock } = site
  const edition = await anEdition(store)
  const gone = 'https://forum.example/2020/voices'
  const told = content({ links: [{ role: 'source', url: gone }] })
  const act = { by: 'Anna', at: clock.now }
  const { entries } = await addEntries(store, edition.id, [{ content: told, state: 'published' }], act)
  await meetLinks(store.db, clock.now, () => clock.now, 100)
  const verdict = { kind: 'gone', why: 'not-found', status: 404 } as const
  const life = [20, 15, 10, 4, 1].reduce(
    (known, days) => settleLink(known, verdict, clock.now - days * 86_400_000),
    newLife,
  )
  await changeLinkLook(store.db, gone, { life, lookedAt: clock.now, amissSince: life.since, toSettle: true })
  await settleLinks(store, clock.now)
  const health = async () => (await entryOf(store, entries[0]!.id)).links.map(link => link.health)
  expect(await health()).toEqual(['gone'])
  const contributor = await signedIn(site, 'contributor', { series: 'migrants-day' })
  for (const path of ['/desk/links', '/desk/migrants-day/2020/links']) {
    const body = new URLSearchParams({ do: 'fine', link: markOf(gone) })
    const answer = await site.app.request(path, { method: 'POST', headers: contributor.headers, body })
    expect([path, answer.status]).toEqual([path, 422])
  }
  expect(await health()).toEqual(['gone'])
})

test('a cell of spaces and a text of nothing but figures keep nobody busy', () => {
  expect(readNumber(`1${' '.repeat(400)}`)).toBeNull()
  expect(readNumber(`1${' '.repeat(200)}`)?.value).toBe(1)
  const text = Array.from({ length: 5000 }, (_, index) => `{{figure:a${index}/b}}`).join('')
  expect(figuresNamedIn([text, '{{figure:last}}'])).toHaveLength(100)
})

test('no passcode and no open door goes out by mail or to a screen', async () => {
  const site = await openSite('2020-12-18T08:00Z')
  onTestFinished(site.close)
  const edition = await anEdition(site.store)
  const told = content({ title: 'Webinar' })
  const act = { by: 'Anna', at: site.clock.now }
  const { entries } = await addEntries(site.store, edition.id, [{ content: told, state: 'published' }], act)
  const entry = { ...(await entryOf(site.store, entries[0]!.id)), title: 'Webinar (passcode: 4711x)' }
  const reason = 'Now at https://zoom.us/j/123456789?pwd=Secret99, passcode: 4711x'
  const at = { series: { slug: 'migrants-day', title: 'Migrants Day' }, edition, entry, parent: null }
  const to = {
    words: await noticeWords('en'),
    zone: 'UTC',
    baseUrl: 'https://day.example',
    end: 'https://day.example/end',
    settings: 'https://day.example/own',
  }
  const updates = [{ kind: 'status' as const, status: 'cancelled' as const, reason }]
  const news = [{ at, title: entry.title, updates }]
  const all: Parameters<typeof writeLetter>[0][] = [
    { kind: 'news', at, updates },
    { kind: 'starts', at, startsAt: entry.startsAt! },
    { kind: 'digest', where: at, day: '2020-12-18', entries: [at], news },
  ]
  for (const what of all) {
    const letter = writeLetter(what, to)
    const sent = JSON.stringify([writeMail(letter), writePush(letter, 'x')])
    expect([what.kind, /4711x|Secret99/.test(sent)]).toEqual([what.kind, false])
    expect(sent).toContain('Webinar (')
  }
})

test('push services that never answer hold up nobody but those who name them', async () => {
  const site = await openSite('2020-12-18T12:50Z')
  onTestFinished(site.close)
  const { store, clock } = site
  const edition = await anEdition(store)
  const told = content({ start: '2020-12-18T14:00:00+01:00[Europe/Berlin]' })
  const at = clock.now - 60_000
  const { entries } = await addEntries(store, edition.id, [{ content: told, state: 'published' }], {
    by: 'Anna',
    at,
  })
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const wishes = [{ what: 'entry' as const, target: entries[0]!.id, wants: ['starts' as const] }]
  for (const endpoint of [
    ...[1, 2, 3, 4].map(each => `https://tar.example/${each}`),
    'https://push.example/1',
  ])
    await subscribeByPush(store, { endpoint, keys, wishes, language: 'en', zone: 'UTC', at })
  await makeNotices(store, clock.now, { hasMail: false })
  const asked: string[] = []
  const means = {
    words: noticeWords,
    openMailRun: null,
    baseUrl: 'https://day.example',
    push: async ({ endpoint }: { endpoint: string }) => {
      asked.push(endpoint)
      if (endpoint.startsWith('https://push.')) return { state: 'taken' as const }
      clock.now += 20_000
      return { state: 'away' as const, says: '' }
    },
  }
  const given = { means, now: () => clock.now, signal: new AbortController().signal, chance: () => 1 }
  await sendNotices(store, { channel: 'push', lane: 1 }, given)
  expect(asked.filter(endpoint => endpoint.startsWith('https://tar.'))).toHaveLength(1)
  expect(asked).toContain('https://push.example/1')
})
