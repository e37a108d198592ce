import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import zlib from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { openRawSite, type RawSite, send } from '../../test/raw-site.ts'
import { createFetch } from './fetch.ts'

const open: RawSite[] = []
afterEach(async () => {
  for (const site of open.splice(0)) await site.close()
})

async function site(...args: Parameters<typeof openRawSite>): Promise<RawSite> {
  const opened = await openRawSite(...args)
  open.push(opened)
  return opened
}

/** Every name leads to this machine, where only the sites of the test may be reached. */
function fetchOf(resolve = async (_name: string) => ['127.0.0.1']) {
  return createFetch({
    baseUrl: 'https://day.example/',
    resolve,
    exempt: (ip, port) => ip === '127.0.0.1' && open.some(site => site.port === port),
    now: Date.now,
  })
}

const fetch = fetchOf()
const words = (answer: Awaited<ReturnType<typeof fetch>>) =>
  answer.ok ? Buffer.from(answer.bytes).toString() : answer
const pem = (name: string) => readFileSync(new URL(`fixtures/${name}.pem`, import.meta.url), 'utf8')

describe('an address', () => {
  test('gives its bytes, what the site told of them, and where they were found', async () => {
    const { port } = await site(socket =>
      send(socket, '<h1>Walk</h1>', {
        etag: '"1"',
        'last-modified': 'Fri, 18 Dec 2020 12:00:00 GMT',
        'content-type': 'text/html; charset=koi8-r',
      }),
    )
    expect(await fetch(`http://day.example:${port}/walk?lang=en#top`)).toEqual({
      ok: true,
      url: `http://day.example:${port}/walk?lang=en`,
      status: 200,
      bytes: Buffer.from('<h1>Walk</h1>'),
      contentType: 'text/html; charset=koi8-r',
      etag: '"1"',
      lastModified: 'Fri, 18 Dec 2020 12:00:00 GMT',
      redirects: [],
    })
  })

  test('is asked for by name, under our own name, without cookies and referer', async () => {
    const { port, asked } = await site((socket, path) =>
      path === '/' ? send(socket, '', { location: '/on', 'set-cookie': 'a=b' }, 302) : send(socket, 'here'),
    )
    expect(words(await fetch(`http://day.example:${port}/`))).toBe('here')
    expect(asked).toHaveLength(2)
    for (const request of asked) {
      expect(request).toContain(`\r\nhost: day.example:${port}\r\n`)
      expect(request).toMatch(/\r\nuser-agent: Daylong\/\d+\.\d+ \(\+https:\/\/day\.example\)\r\n/)
      expect(request).not.toMatch(/^(?:cookie|referer|authorization):/im)
    }
  })

  test('in an international name or with a trailing dot is asked for as it is registered', async () => {
    const asked: string[] = []
    const fetch = fetchOf(async name => [asked.push(name) && '127.0.0.1'].map(String))
    const { port } = await site(socket => send(socket))
    expect(await fetch(`http://Tag-für-alle.example:${port}/`)).toMatchObject({ ok: true })
    expect(await fetch(`http://day.example.:${port}/`)).toMatchObject({ url: `http://day.example:${port}/` })
    expect(asked).toEqual(['xn--tag-fr-alle-xhb.example', 'day.example'])
  })

  test('that stayed the same is not sent again, and only it is asked so', async () => {
    const { port, asked } = await site((socket, path, request) => {
      if (path === '/old') send(socket, '', { location: '/new' }, 301)
      else if (/if-none-match: "1"/.test(request)) socket.end('HTTP/1.1 304 Same\r\netag: "1"\r\n\r\n')
      else send(socket, 'all', { etag: '"1"' })
    })
    const known = { url: `http://day.example:${port}/new`, etag: '"1"', lastModified: 'soup\r\ncookie: a=b' }
    expect(await fetch(`http://day.example:${port}/old`, { known })).toMatchObject({
      notModified: true,
      etag: '"1"',
      status: 304,
    })
    expect(asked[0]).not.toContain('if-none-match')
    expect(asked[1]).not.toContain('cookie')
    expect(words(await fetch(`http://day.example:${port}/new`))).toBe('all')
  })

  test.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
    ['gzip, br', (bytes: Buffer) => zlib.brotliCompressSync(zlib.gzipSync(bytes))],
    ['identity', (bytes: Buffer) => bytes],
  ])('packed as %s is unpacked', async (coding, pack) => {
    const { port } = await site(socket =>
      send(socket, pack(Buffer.from('Walk '.repeat(1000))), { 'content-encoding': coding }),
    )
    expect(words(await fetch(`http://day.example:${port}/`))).toBe('Walk '.repeat(1000))
  })

  test('that moved is followed, and the way is told', async () => {
    const { port } = await site((socket, path) => {
      const step = Number(path.slice(1))
      step < 5
        ? send(socket, '', { location: `/${step + 1}` }, [301, 302, 303, 307, 308][step]!)
        : send(socket, 'there')
    })
    const answer = await fetch(`http://day.example:${port}/0`)
    expect(words(answer)).toBe('there')
    expect(answer).toMatchObject({
      url: `http://day.example:${port}/5`,
      redirects: [0, 1, 2, 3, 4].map(step => `http://day.example:${port}/${step}`),
    })
  })

  test.each([
    [401, 'log-in'],
    [403, 'log-in'],
    [404, 'not-found'],
    [410, 'gone'],
    [451, 'gone'],
    [400, 'site-error'],
    [429, 'busy'],
    [500, 'site-error'],
    [503, 'busy'],
    [304, 'site-error'],
  ])('answered with %i is told as %s', async (status, code) => {
    const { port } = await site(socket => send(socket, '', { 'retry-after': '120' }, status))
    expect(await fetch(`http://day.example:${port}/`)).toMatchObject({
      ok: false,
      code,
      status,
      retryAfter: 120,
    })
  })

  test('that sends on to a log-in is told so; a log-in asked for by itself is a page', async () => {
    const { port } = await site((socket, path) =>
      path === '/event'
        ? send(socket, '', { location: '/accounts/login/?next=%2Fevent' }, 302)
        : send(socket, 'Log in'),
    )
    expect(await fetch(`http://day.example:${port}/event`)).toMatchObject({ ok: false, code: 'log-in' })
    expect(await fetch(`http://day.example:${port}/accounts/login/`)).toMatchObject({ ok: true })
  })

  test('that sends on to letters which are not ASCII is followed', async () => {
    const { port, asked } = await site((socket, path) =>
      path === '/' ? socket.end('HTTP/1.1 302 Found\r\nlocation: /für-alle\r\n\r\n') : send(socket, 'here'),
    )
    expect(words(await fetch(`http://day.example:${port}/`))).toBe('here')
    expect(asked[1]).toContain('GET /f%C3%BCr-alle ')
  })

  test('that is a film is not fetched', async () => {
    const { port } = await site(socket =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: Video/MP4; x=y\r\n\r\n'),
    )
    expect(await fetch(`http://day.example:${port}/`)).toMatchObject({
      code: 'wrong-type',
      says: expect.stringContaining('film'),
    })
  })

  test('whose name does not exist, or whose site is down, is told so', async () => {
    const lost = (code: string) => fetchOf(() => Promise.reject(Object.assign(new Error(), { code })))
    expect(await lost('ENOTFOUND')('https://day.example/')).toMatchObject({ code: 'host-unknown' })
    expect(await lost('EAI_AGAIN')('https://day.example/')).toMatchObject({ code: 'unreachable' })
    const down = await openRawSite(() => {})
    await down.close()
    const fetch = createFetch({ baseUrl: 'https://day.example', exempt: true, now: Date.now })
    expect(await fetch(`http://127.0.0.1:${down.port}/`)).toMatchObject({ code: 'unreachable' })
  })

  test('can be given up', async () => {
    const { port } = await site(() => {})
    const giveUp = new AbortController()
    const answer = fetch(`http://day.example:${port}/`, { signal: giveUp.signal })
    setTimeout(() => giveUp.abort('enough'), 50)
    expect(await answer).toMatchObject({ code: 'stopped' })
    expect(await fetch(`http://day.example:${port}/`, { signal: AbortSignal.abort() })).toMatchObject({
      code: 'stopped',
    })
  })
})

describe('a safe connection', () => {
  const key = pem('day.key')
  const cert = pem('day.cert')

  test('to a site whose certificate nobody vouches for is not taken', async () => {
    const { port, asked } = await site(socket => send(socket, 'secret'), { tls: { key, cert } })
    expect(await fetch(`https://day.example:${port}/`)).toMatchObject({
      code: 'bad-certificate',
      says: expect.stringContaining('self-signed'),
    })
    expect(asked).toEqual([])
  })

  test('speaks of the name though the address is pinned; names and dates must fit', async () => {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, cert, pem('expired.cert')])
    try {
      const good = await site(socket => send(socket, 'safe'), {
        tls: {
          key,
          cert,
          SNICallback: (name, done) => done(name === 'day.example' ? null : new Error(name)),
        },
      })
      expect(words(await fetch(`https://day.example:${good.port}/`))).toBe('safe')
      const other = await site(socket => send(socket, 'safe'), { tls: { key, cert } })
      expect(await fetch(`https://other.example:${other.port}/`)).toMatchObject({
        code: 'bad-certificate',
        says: expect.stringContaining('another site'),
      })
      const old = await site(socket => send(socket, 'safe'), { tls: { key, cert: pem('expired.cert') } })
      expect(await fetch(`https://day.example:${old.port}/`)).toMatchObject({
        code: 'bad-certificate',
        says: expect.stringContaining('expired'),
      })

      const plain = await site(socket => send(socket, 'changed on the way'))
      const down = await site(
        socket => send(socket, '', { location: `http://day.example:${plain.port}/` }, 302),
        { tls: { key, cert } },
      )
      expect(await fetch(`https://day.example:${down.port}/`)).toMatchObject({ ok: true, downgraded: true })
    } finally {
      tls.setDefaultCACertificates(before)
    }
  })

  test('is not made with a site that speaks something else, or nothing', async () => {
    const plain = await site(() => {}, { greet: socket => socket.end('HTTP/1.1 400 Bad\r\n\r\n') })
    expect(await fetch(`https://day.example:${plain.port}/`)).toMatchObject({ code: 'bad-certificate' })
    const mute = await site(() => {})
    expect(await fetch(`https://day.example:${mute.port}/`, { limits: { connectMs: 300 } })).toMatchObject({
      code: 'slow',
    })
  })
})
