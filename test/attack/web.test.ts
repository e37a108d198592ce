import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format } from 'node:util'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { serve } from '../../src/main.ts'
import { backOf } from '../../src/web/middleware/forms.ts'
import { keepPace, readerAddress } from '../../src/web/middleware/pace.ts'
import { addProgramme, openSite, type TestSite } from '../site.ts'

let site: TestSite
const origin = 'http://localhost:1812'
const edition = { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' }

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, edition, [{ kind: 'event', title: 'Maps', start: '2021-03-06T10:00:00+01:00' }])
})
afterAll(() => site.close())

function choose(path: string, fields: Record<string, string>, headers: Record<string, string> = { origin }) {
  const body = new URLSearchParams(fields)
  return site.app.request(`${origin}${path}`, { method: 'POST', body, headers })
}

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/.//x/.//evil.example',
  '/x/..//evil.example',
  '/.//x/..//y/.//evil.example?zone=a',
  '/%2e//evil.example',
  '/.\\/x/.\\/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '\\\\evil.example',
]

test.each(elsewhere)('a form never leads to another site, whatever comes back with it: %s', async back => {
  for (const path of ['/zone', '/language']) {
    const { status, headers } = await choose(path, { back, zone: 'Asia/Tokyo', lang: 'ar' })
    const leads = new URL(headers.get('location')!, `${origin}${path}`)
    expect([status, leads.origin]).toEqual([303, origin])
  }
  expect(new URL(backOf(back, 'zone'), origin).origin).toBe(origin)
})

test('a slash too many never leads to another site', async () => {
  for (const path of elsewhere.filter(each => each.startsWith('/'))) {
    const { headers } = await site.app.request(`${origin}${path}/`)
    expect(new URL(headers.get('location') ?? '/', origin).origin).toBe(origin)
  }
})

test('a form of another site changes nothing', async () => {
  const strangers = [
    {},
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of strangers) {
    const answer = await choose('/zone', { zone: 'Asia/Tokyo' }, headers as Record<string, string>)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  }
  expect((await choose('/zone', { zone: 'Asia/Tokyo' })).headers.get('set-cookie')).toContain('zone=Asia')
})

test('a form of many megabytes is refused before it is read', async () => {
  const answer = await choose('/zone', { zone: 'x'.repeat(2_000_000) })
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([413, null])
})

test('a zone is kept in links as it is called, not in the thousand ways it can be typed', async () => {
  const page = await (await site.app.request('/data-day/2021?zone=aSiA/tOkYo')).text()
  expect(page).toContain('zone=Asia%2FTokyo')
  expect(page).not.toContain('aSiA')
})

test('a country that does not exist makes no page of its own', async () => {
  const localeOf = async (language: string) =>
    /data-locale="([^"]+)"/.exec(
      await (await site.app.request('/data-day/2021', { headers: { 'accept-language': language } })).text(),
    )?.[1]
  expect(await localeOf('en-IE')).toBe('en-IE')
  for (const unknown of ['en-QQ', 'en-ZZ', 'en-XX']) expect(await localeOf(unknown)).toBe('en-GB')
})

test('a series that is only being prepared is told to nobody', async () => {
  await addProgramme(
    site,
    { series: 'secret-day', edition: '2022', date: '2022-03-05', zone: 'UTC', publish: false },
    [{ kind: 'event', title: 'Hush' }],
  )
  expect(await (await site.app.request('/')).text()).not.toMatch(/secret-day/i)
  for (const path of ['/secret-day', '/secret-day/2022', '/secret-day/2022/hush'])
    expect([path, (await site.app.request(path)).status]).toEqual([path, 404])
})

test('search engines are kept from the same page in every zone and moment', async () => {
  const robots = await (await site.app.request('/robots.txt')).text()
  const kept = robots.match(/^Disallow: .*$/gm) ?? []
  expect(kept).toEqual(
    expect.arrayContaining([
      'Disallow: /zone?',
      'Disallow: /zone$',
      'Disallow: /*?at=',
      'Disallow: /*&at=',
      'Disallow: /*?zone=',
      'Disallow: /*&zone=',
      'Disallow: /search?',
    ]),
  )
  // A page in another language is a page of its own.
  expect(kept.filter(rule => rule.includes('lang='))).toEqual([])
  const moved = await site.app.request('/data-day/2021?at=2021-03-06T10:00Z')
  expect(moved.headers.get('x-robots-tag')).toBe('noindex')
  expect(await moved.text()).toContain('<meta name="robots" content="noindex"')
})

test('an address cannot write lines of its own into the log', async () => {
  const broken = await openSite('2021-03-06T09:20:00Z')
  await broken.close()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const logged = async (path: string) => {
    said.mockClear()
    await broken.app.request(path)
    return said.mock.calls.map(call =>
      format(...call)
        .split('\n')[0]
        ?.replace(/(?<=: \w*Error:).*/, ''),
    )
  }
  expect(await logged('/x%0AGET%20/forged')).toEqual(['GET "/x\\nGET /forged" failed: Error:'])
  expect(await logged('/%c%s')).toEqual(['GET "/%c%s" failed: Error:'])
  said.mockRestore()
})

test('who asks for more new pages than anybody reads is told to wait; others are not', async () => {
  const app = new Hono<{ Bindings: object }>()
  app.use(keepPace(3) as never)
  app.get('/', c => c.text('page'))
  const ask = async (peer: string, forwarded?: string) => {
    const headers = forwarded ? { 'x-forwarded-for': forwarded } : {}
    return (await app.request('/', {}, { incoming: { headers, socket: { remoteAddress: peer } } })).status
  }
  const first = [
    await ask('192.0.2.7'),
    await ask('192.0.2.7'),
    await ask('192.0.2.7'),
    await ask('192.0.2.7'),
  ]
  expect(first).toEqual([200, 200, 200, 429])
  expect(await ask('192.0.2.8')).toBe(200)
  expect(await ask('127.0.0.1', '203.0.113.9, 192.0.2.7')).toBe(429)
  expect(await ask('192.0.2.7', '198.51.100.1')).toBe(429)
  expect(await ask('127.0.0.1')).toBe(200)
})

test('a household is one reader, and only a proxy of the same network is believed', () => {
  expect(readerAddress('2001:db8:1:2:3:4:5:6', undefined)).toBe(readerAddress('2001:db8:1:2::9', undefined))
  expect(readerAddress('::ffff:192.0.2.7', '198.51.100.1')).toBe('192.0.2.7')
  expect(readerAddress('10.0.0.2', 'junk, 198.51.100.1')).toBe('198.51.100.1')
  expect([readerAddress('10.0.0.2', 'junk'), readerAddress(undefined, '1.2.3.4')]).toEqual([null, null])
})

test('a request that is sent word by word is given up', { timeout: 40_000 }, async () => {
  const open = await serve({
    ...readConfig({ HOST: '127.0.0.1', PORT: '0' }),
    data: mkdtempSync(join(tmpdir(), 'daylong-slow-')),
  })
  const socket = connect(Number(new URL(open.address).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  const drip = setInterval(() => socket.write('x-a: b\r\n'), 1000)
  const said = await new Promise<string>(resolve => {
    let words = ''
    socket.on('data', bytes => (words += bytes))
    socket.on('error', () => resolve(words))
    socket.on('close', () => resolve(words))
  })
  clearInterval(drip)
  expect(said).toMatch(/^HTTP\/1.1 408/)
  await open.close()
})
