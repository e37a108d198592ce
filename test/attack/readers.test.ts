import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { likenessOf } from '../../src/domain/blog-post.ts'
import { writePost } from '../../src/outlet/post/write-post.ts'
import { readProgramme } from '../../src/storage/programmes.ts'
import { addProgramme, openSite, type TestSite } from '../site.ts'
import { stores } from '../stores.ts'
import { visit } from '../visitor.ts'

const origin = 'http://localhost:1812'
const code = 'sesame42'
const door = `https://zoom.us/j/99?pwd=${code}`
const words = `Join at ${door} Passcode: ${code} [gallery ids="1"] and [this](javascript:alert(1)).`

/** Whoever wrote these told doors wherever there was room. */
const event = (title: string, more: object = {}) => ({
  kind: 'event' as const,
  title,
  start: '2021-03-06T10:00:00+01:00[Europe/Berlin]',
  end: '2021-03-06T11:00:00+01:00[Europe/Berlin]',
  summary: words,
  note: words,
  links: [{ role: 'source' as const, url: `https://${title.toLowerCase()}.example` }],
  ...more,
})
const link = { role: 'join' as const, url: door }

let site: TestSite
beforeAll(async () => {
  site = await openSite('2021-03-01T09:20:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' },
    [
      event('Linked', { links: [link], people: [{ name: 'Ada' }], organisations: [{ name: 'Union' }] }),
      event('Unlinked', { attendance: 'mixed', place: { name: `Room 1, Passcode: ${code}` } }),
      event('Whole', { sessions: [event('Part', { links: [link] })] }),
      event('Off', { links: [link], status: 'cancelled', statusReason: words }),
      {
        kind: 'video',
        title: 'Film',
        summary: words,
        links: [{ role: 'source', url: 'https://film.example' }],
      },
    ],
    { title: 'Data Day 2021', text: words },
  )
})
afterAll(() => site.close())

const slugs = ['linked', 'unlinked', 'whole', 'off', 'film']
const below = (endings: string[]) => slugs.flatMap(slug => endings.map(end => `/data-day/2021/${slug}${end}`))

test('no passcode goes out by a calendar, a feed, a citation, a message or a plan, wherever it was written', async () => {
  const reader = visit(site)
  for (const slug of slugs) await reader.post('/plan/entries', { must: `data-day/2021/${slug}` })
  const [, calendar] = /href="http[^"]*(\/plan\/[\w-]{43}\.ics)/.exec((await reader.get('/plan')).page)!
  const told: string[] = []
  for (const path of [
    ...['/data-day.ics', '/data-day/2021.ics', '/data-day/2021.ics?sessions=each', calendar!, '/plan'],
    ...['atom', 'rss', 'json'].flatMap(form => [
      `/data-day.${form}`,
      `/data-day/2021.${form}`,
      `/feed.${form}`,
    ]),
    ...['atom', 'rss', 'json'].map(form => `/data-day/2021.${form}?of=changes`),
    ...['/people/ada', '/organisations/union', '/plan/catch-up?since=all', '/plan/choose/data-day/2021'],
    ...below(['/cite', '/share', '.bib', '.ris', '.csl.json']),
    ...below(['.ics']).filter(path => !path.includes('film')),
  ]) {
    const { status, page } = await reader.get(path)
    expect([path, status]).toEqual([path, 200])
    if (page.replaceAll('\r\n ', '').includes(code)) told.push(path)
  }
  expect(told).toEqual([])
})

test('what machines read on a page tells no passcode, and a page none whose door a session shows in time', async () => {
  for (const path of ['/data-day/2021', ...below([''])]) {
    const { page } = await visit(site).get(path)
    const told = page.match(/<meta [^>]*>|<script type="application\/ld\+json">.*?<\/script>/gs)!.join('')
    expect([path, told.includes('schema.org'), told.includes(code)]).toEqual([path, true, false])
  }
  expect((await visit(site).get('/data-day/2021/whole')).page).not.toContain(code)
})

test('a post for a blog tells no passcode, commands nothing and leads to no script', async () => {
  const programme = (await readProgramme(site.store, 'data-day', '2021'))!
  const write = async (format: 'html' | 'markdown') =>
    (await writePost(programme, { format, zones: [], baseUrl: origin, heading: true })).text
  expect(await write('html')).toContain('&#91;gallery ids=')
  expect(await write('html')).not.toMatch(/\[|javascript:[^<]*"/)
  expect(await write('markdown')).not.toMatch(/(?<!\\)\]\(javascript:/)
  for (const text of [await write('html'), await write('markdown')]) expect(text).not.toContain(code)
})

test('whatever a blog says stands in a post, it is read at once', () => {
  for (const part of ['<a href="x" ', '<a ', '<!--', '<', '<a href=', '<a href  ', '&', '<!-- -->'])
    expect(likenessOf(part.repeat(20_000)).length).toBeLessThan(400_000)
})

test('a token that somebody made up does not let them have plans made without end', async () => {
  const incoming = { headers: { origin }, socket: { remoteAddress: '192.0.2.44' } }
  const ask = async (number: number) => {
    const cookie = `plan=${String(number).padStart(43, 'x')}`
    const body = new URLSearchParams({ must: 'data-day/2021/linked' })
    const asked = { method: 'POST', body, headers: { origin, cookie } }
    const env = { incoming: { ...incoming, headers: { origin, cookie } } }
    return (await site.app.request(`${origin}/plan/entries`, asked, env as never)).status
  }
  const first = await Promise.all(Array.from({ length: 30 }, (_, number) => ask(number)))
  expect([...new Set(first)]).toEqual([303])
  expect(await ask(30)).toBe(429)
})

test('thousands of names that lead nowhere are looked up together', async () => {
  const asked = vi.spyOn(site.store.db, 'selectFrom')
  const body = new URLSearchParams(Array.from({ length: 10_000 }, (_, number) => ['none', `a/b/${number}`]))
  const { status } = await site.app.request(`${origin}/plan/entries`, {
    method: 'POST',
    body,
    headers: { origin },
  })
  expect(status).toBe(303)
  expect(asked.mock.calls.length).toBeLessThan(10)
  asked.mockRestore()
})

test('no address and no form has the database asked for what it cannot hold', async () => {
  const { empty } = stores.find(({ name }) => name === 'PostgreSQL')!
  const { app } = await openSite('2021-03-01T09:20:00Z', await empty())
  for (const path of [
    '/%00',
    '/a/%00.ics',
    '/%00.atom',
    '/a/%00/cite',
    '/people/%00',
    '/plan/%00',
    '/plan?must=a/b/%00',
    '/pictures/%00.webp',
    '/desk/%00',
    '/feed.atom?q=%00',
  ])
    expect([path, (await app.request(origin + path)).status < 500]).toEqual([path, true])
  for (const told of ['must=a/b/%00', 'none=a/b/%00', 'wish=must&entry=%00']) {
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
    expect(
      (await app.request(`${origin}/plan/entries`, { method: 'POST', body: told, headers })).status,
    ).toBe(303)
  }
})

test('a moment at the end of all days is none', async () => {
  for (const at of ['%2B275760-09-13T00:00Z', '-271821-04-20T00:00Z', '99999999999', '-99999999999'])
    for (const path of ['/', '/data-day', '/data-day/2021', '/plan', '/plan/catch-up', '/data-day/2021.ics'])
      expect((await site.app.request(`${origin}${path}?at=${at}`)).status).toBe(200)
})
