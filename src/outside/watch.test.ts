import { afterEach, describe, expect, test } from 'vitest'
import { openRawSite, type RawSite, send } from '../../test/raw-site.ts'
import { createFetch } from './fetch.ts'

const open: RawSite[] = []
afterEach(async () => {
  for (const site of open.splice(0)) await site.close()
})

type Script = Parameters<typeof openRawSite>[0]

/** A site with this robots.txt, and pages at all other addresses; `clock` is moved by the test. */
async function siteWith(
  robots: string | Script,
  { gapMs = 0, page = (socket => send(socket, 'page')) as Script } = {},
) {
  const site = await openRawSite((socket, path, request) => {
    if (path !== '/robots.txt') page(socket, path, request)
    else if (typeof robots === 'string') send(socket, robots, { 'content-type': 'text/plain' })
    else robots(socket, path, request)
  })
  open.push(site)
  const clock = { now: Date.parse('2020-12-18T12:00Z') }
  const fetch = createFetch({
    baseUrl: 'https://day.example',
    resolve: async () => ['127.0.0.1'],
    exempt: (ip, port) => ip === '127.0.0.1' && port === site.port,
    now: () => clock.now,
    gapMs,
  })
  const watch = (path: string) => fetch(`http://day.example:${site.port}${path}`, { purpose: 'watch' })
  const paths = () => site.asked.map(request => request.split(' ', 2)[1])
  return { fetch, watch, paths, clock, port: site.port }
}

describe('robots.txt', () => {
  test('is asked once a day for repeated reads, never for a person', async () => {
    const { fetch, watch, paths, clock, port } = await siteWith('User-agent: *\nDisallow: /private\n')
    expect(await fetch(`http://day.example:${port}/private/1`)).toMatchObject({ ok: true })
    expect(await watch('/private/1')).toMatchObject({ ok: false, code: 'robots' })
    expect(await watch('/open')).toMatchObject({ ok: true })
    expect(paths()).toEqual(['/private/1', '/robots.txt', '/open'])
    clock.now += 86_400_001
    await watch('/open')
    expect(paths().slice(3)).toEqual(['/robots.txt', '/open'])
  })

  test('that speaks of us is obeyed before what it says to all', async () => {
    const rules = `\uFEFFUser-Agent: other\nUser-agent: Daylong/2.0 # us\nDisallow: /a\nAllow: /a/*.ics$\n\nUser-agent: *\nDisallow: /\n`
    const { watch } = await siteWith(rules)
    expect(await watch('/b')).toMatchObject({ ok: true })
    expect(await watch('/a/page')).toMatchObject({ code: 'robots' })
    expect(await watch('/a/calendar.ics')).toMatchObject({ ok: true })
  })

  test('is asked of every site on the way', async () => {
    const { watch, paths } = await siteWith('User-agent: *\nDisallow: /private', {
      page: (socket, path) =>
        path === '/old' ? send(socket, '', { location: '/private' }, 301) : send(socket, 'page'),
    })
    expect(await watch('/old')).toMatchObject({ code: 'robots' })
    expect(paths()).toEqual(['/robots.txt', '/old'])
  })

  test.each([
    ['is missing', (socket => send(socket, 'no', {}, 404)) as Script],
    ['is behind a log-in', (socket => send(socket, 'no', {}, 403)) as Script],
    ['is a page', (socket => send(socket, '<html><p>User-agent: <b>*</b> Disallow: /</html>')) as Script],
    ['is empty', (socket => send(socket, '')) as Script],
    [
      'sends on without end',
      (socket => send(socket, '', { location: `/robots.txt?${Math.random()}` }, 302)) as Script,
    ],
    ['sends on to the inside', (socket => send(socket, '', { location: 'http://10.0.0.1/' }, 302)) as Script],
    ['is binary', (socket => send(socket, Buffer.alloc(100_000, 255))) as Script],
  ])('that %s forbids nothing', async (_what, robots) => {
    const { watch } = await siteWith((socket, path, request) =>
      path.startsWith('/robots.txt') ? robots(socket, path, request) : send(socket, 'page'),
    )
    expect(await watch('/page')).toMatchObject({ ok: true })
  })

  test('that cannot be read forbids all, until it can', async () => {
    let status = 500
    const { watch, clock, paths } = await siteWith(socket => send(socket, '', {}, status))
    expect(await watch('/page')).toMatchObject({
      code: 'site-error',
      status: 500,
      says: expect.stringMatching(/robots\.txt/),
    })
    status = 404
    expect(await watch('/page')).toMatchObject({ ok: false })
    clock.now += 300_001
    expect(await watch('/page')).toMatchObject({ ok: true })
    expect(paths()).toEqual(['/robots.txt', '/robots.txt', '/page'])
  })

  test.each([
    [
      'is endless',
      (socket: Parameters<Script>[0]) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n')
        const piece = Buffer.from('Disallow: /no\n'.repeat(5000))
        const pour = () => {
          while (!socket.destroyed && socket.write(piece));
          socket.once('drain', pour)
        }
        pour()
      },
    ],
    [
      'names a thousand programs for each of a thousand rules',
      (socket: Parameters<Script>[0]) =>
        send(
          socket,
          `User-agent: *\nDisallow: /private\n\n${Array.from({ length: 13_000 }, (_, at) => `User-agent: a${at}\n`).join('')}${'Disallow: /x\n'.repeat(18_000)}`,
        ),
    ],
    [
      'is full of wildcards',
      (socket: Parameters<Script>[0]) =>
        send(
          socket,
          `User-agent: *\nDisallow: /private\n${`Disallow: /${'*a'.repeat(1000)}b\n`.repeat(200)}`,
        ),
    ],
  ])('that %s costs little, and what it says first counts', async (_what, robots) => {
    const { watch } = await siteWith(robots)
    const began = performance.now()
    expect(await watch('/private')).toMatchObject({ code: 'robots' })
    expect(await watch(`/${'a'.repeat(3900)}`)).toMatchObject({ ok: true })
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('the pace', () => {
  test('of one host is kept when two read at once; a person does not wait', async () => {
    const times: number[] = []
    const { fetch, watch, port } = await siteWith('', {
      gapMs: 1000,
      page: socket => {
        times.push(performance.now())
        send(socket, 'page')
      },
    })
    await Promise.all([watch('/a'), watch('/b'), watch('/c')])
    expect(times).toHaveLength(3)
    expect(times[2]! - times[0]!).toBeGreaterThan(1500)
    const began = performance.now()
    await fetch(`http://day.example:${port}/d`)
    expect(performance.now() - began).toBeLessThan(900)
  })

  test('is what the site asks for, and a turn far off is not waited for', async () => {
    const { watch, clock } = await siteWith('User-agent: *\nCrawl-delay: 120\n')
    expect(await watch('/a')).toMatchObject({ ok: true })
    expect(await watch('/b')).toMatchObject({ code: 'wait', retryAfter: 120 })
    clock.now += 80_000
    expect(await watch('/b')).toMatchObject({ code: 'wait', retryAfter: 40 })
    clock.now += 40_000
    expect(await watch('/b')).toMatchObject({ ok: true })
  })

  test.each([
    ['300', 300],
    ['Fri, 18 Dec 2020 12:05:00 GMT', 300],
    ['Fri, 18 Dec 2015 12:05:00 GMT', 0],
    ['99999999999999', undefined],
    ['9999999', 86_400],
    ['soup', undefined],
    ['-5', undefined],
  ])('respects “Retry-After: %s”', async (header, seconds) => {
    const { fetch, watch, port } = await siteWith('', {
      page: socket => send(socket, '', { 'retry-after': header }, 503),
    })
    const busy = await fetch(`http://day.example:${port}/`)
    expect(busy).toMatchObject({ code: 'busy', status: 503 })
    expect(busy.ok ? null : busy.retryAfter).toBe(seconds)
    expect(await watch('/')).toMatchObject(
      seconds === 0 ? { code: 'busy' } : { code: 'wait', retryAfter: seconds ?? 60 },
    )
  })

  test('may be given up while waiting', async () => {
    const { fetch, watch, port } = await siteWith('', { gapMs: 20_000 })
    await watch('/a')
    const answer = fetch(`http://day.example:${port}/b`, {
      purpose: 'watch',
      signal: AbortSignal.timeout(100),
    })
    expect(await answer).toMatchObject({ code: 'slow' })
  })
})
