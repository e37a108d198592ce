import type { Socket } from 'node:net'
import zlib from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openRawSite, type RawSite, send } from '../../test/raw-site.ts'
import { createFetch, type Fetch } from './fetch.ts'

const open: RawSite[] = []
afterEach(async () => {
  for (const site of open.splice(0)) await site.close()
})

async function site(...args: Parameters<typeof openRawSite>): Promise<RawSite> {
  const opened = await openRawSite(...args)
  open.push(opened)
  return opened
}

/** Only the site of the test may be reached on this machine, by whatever name. */
function fetchOf(site: RawSite, resolve = async (_name: string) => ['127.0.0.1']): Fetch {
  return createFetch({
    baseUrl: 'https://day.example',
    resolve,
    exempt: (ip, port) => ip === '127.0.0.1' && port === site.port,
    now: Date.now,
  })
}

type Script = Parameters<typeof openRawSite>[0]

async function ask(answer: Script, limits: NonNullable<Parameters<Fetch>[1]>['limits'] = {}) {
  const hostile = await site(answer)
  const began = performance.now()
  const given = await fetchOf(hostile)(`http://day.example:${hostile.port}/`, { limits })
  return { given, tookMs: performance.now() - began, asked: hostile.asked }
}

/** Writes as fast as the other side takes it, until it hangs up. */
function pour(socket: Socket, piece: Buffer): void {
  while (!socket.destroyed && socket.write(piece));
  if (!socket.destroyed) socket.once('drain', () => pour(socket, piece))
}

test('a name server that answers otherwise the second time is not asked a second time', async () => {
  const outside = await site(socket => send(socket, 'outside'))
  const inside = await site(socket => send(socket, 'inside'))
  const answers = [['127.0.0.1'], ['127.0.0.2']]
  let asked = 0
  const fetch = fetchOf(outside, async () => answers[asked++] ?? ['127.0.0.2'])
  expect(await fetch(`http://rebinding.example:${outside.port}/`)).toMatchObject({
    bytes: Buffer.from('outside'),
  })
  expect(asked).toBe(1)
  expect(await fetch(`http://rebinding.example:${outside.port}/`)).toMatchObject({ code: 'address-refused' })
  expect(inside.asked).toEqual([])
})

test('the connection goes to the address that was vetted and to no other', async () => {
  const other = await site(socket => send(socket, 'other'))
  const fetch = createFetch({
    baseUrl: 'https://day.example',
    resolve: async () => ['127.0.0.2'],
    exempt: ip => ip === '127.0.0.2',
    now: Date.now,
  })
  const given = await fetch(`http://localhost:${other.port}/`, { limits: { connectMs: 500 } })
  expect(given).toMatchObject({ code: expect.stringMatching(/^(?:unreachable|slow)$/) })
  expect(other.asked).toEqual([])
})

test('of a name with addresses inside and outside, only the latter are connected to', async () => {
  const outside = await site(socket => send(socket, 'outside'))
  const fetch = fetchOf(outside, async () => ['::1', '127.0.0.2', '10.0.0.1', '127.0.0.1'])
  expect(await fetch(`http://both.example:${outside.port}/`)).toMatchObject({ bytes: Buffer.from('outside') })
})

test.each([
  ['an address', (port: number) => `http://127.0.0.1:${port}/`],
  ['an address in decimal', (port: number) => `http://2130706433:${port}/`],
  ['a mapped address', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['a name', (port: number) => `http://inside.example:${port}/`],
  ['an address of another scheme', () => 'file:///etc/passwd'],
  ['an address with a password', (port: number) => `http://a:b@day.example:${port}/`],
  ['the metadata of a cloud', () => 'http://169.254.169.254/latest/'],
])('a site that sends on to %s inside is not followed', async (_what, location) => {
  const inside = await site(socket => send(socket, 'inside'))
  const outside = await site(socket => send(socket, '', { location: location(inside.port) }, 302))
  const given = await fetchOf(outside)(`http://day.example:${outside.port}/`)
  expect(given).toMatchObject({ ok: false, code: expect.stringMatching(/^address-/) })
  expect([outside.asked.length, inside.asked.length]).toEqual([1, 0])
})

test('a site that sends on to itself is asked once, one that sends on for ever six times', async () => {
  const circle = await ask(socket => send(socket, '', { location: '/' }, 302))
  expect([circle.given, circle.asked.length]).toMatchObject([{ code: 'redirect-loop' }, 1])
  let step = 0
  const endless = await ask(socket => send(socket, '', { location: `/${++step % 1000}` }, 302))
  expect([endless.given, endless.asked.length]).toMatchObject([{ code: 'redirect-loop' }, 6])
})

test('redirects that lead nowhere are told', async () => {
  expect((await ask(socket => send(socket, '', {}, 302))).given).toMatchObject({
    code: 'broken',
    status: 302,
  })
  expect((await ask(socket => send(socket, '', { location: 'http://' }, 302))).given).toMatchObject({
    code: 'broken',
  })
})

test('headers that come letter by letter end in time', async () => {
  const { given, tookMs } = await ask(
    socket => {
      socket.write('HTTP/1.1 200 OK\r\nx: ')
      const drip = setInterval(() => socket.write('a'), 20)
      socket.on('close', () => clearInterval(drip))
    },
    { headersMs: 300 },
  )
  expect(given).toMatchObject({ code: 'slow' })
  expect(tookMs).toBeLessThan(6000)
})

test('a body that comes letter by letter ends in time', async () => {
  const { given, tookMs } = await ask(
    socket => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n')
      const drip = setInterval(() => socket.write('a'), 20)
      socket.on('close', () => clearInterval(drip))
    },
    { totalMs: 400 },
  )
  expect(given).toMatchObject({ code: 'slow' })
  expect(tookMs).toBeLessThan(6000)
})

test('a body that stops in its middle is not waited for', async () => {
  const { given, tookMs } = await ask(
    socket => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'),
    { idleMs: 300 },
  )
  expect(given).toMatchObject({ code: 'slow' })
  expect(tookMs).toBeLessThan(6000)
})

test('each of many redirects may be slow, but not all of them together', async () => {
  let step = 0
  const { given, tookMs } = await ask(
    socket => setTimeout(() => send(socket, '', { location: `/${++step}` }, 302), 150),
    { totalMs: 400 },
  )
  expect(given).toMatchObject({ code: 'slow' })
  expect(tookMs).toBeLessThan(6000)
})

test('a name server that never answers is left behind in time', async () => {
  const quiet = await site(() => {})
  const fetch = fetchOf(quiet, () => new Promise(() => {}))
  expect(await fetch('http://day.example/', { limits: { totalMs: 100 } })).toMatchObject({ code: 'slow' })
})

test('a body without end is cut off, and the connection with it', async () => {
  let sent = 0
  const { given } = await ask(
    socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      pour(socket, Buffer.alloc(65_536, 'a'))
      socket.on('close', () => (sent = socket.bytesWritten))
    },
    { wireBytes: 1_000_000 },
  )
  expect(given).toMatchObject({ code: 'too-large' })
  await expect.poll(() => sent).toBeGreaterThan(1_000_000)
  expect(sent).toBeLessThan(20_000_000)
})

test('a body that says it is too large is not begun', async () => {
  const { given } = await ask(socket =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n'),
  )
  expect(given).toMatchObject({ code: 'too-large', says: expect.stringContaining('20 MB') })
})

test.each([
  ['gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['deflate', zlib.deflateRawSync],
  [
    'br',
    (bytes: Buffer) =>
      zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }),
  ],
  ['zstd', zlib.zstdCompressSync],
  ['gzip, gzip', (bytes: Buffer) => zlib.gzipSync(zlib.gzipSync(bytes))],
])('a bomb in %s is not unpacked beyond the limit', async (coding, pack) => {
  const bomb = pack(Buffer.alloc(40 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(1_000_000)
  const before = process.memoryUsage().arrayBuffers
  const { given } = await ask(socket => send(socket, bomb, { 'content-encoding': coding }), {
    unpackedBytes: 5_000_000,
  })
  expect(given).toMatchObject({ code: 'too-large' })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

test.each([
  ['damaged', zlib.gzipSync('Walk').fill(7, 3), 'gzip'],
  ['not packed at all', Buffer.from('Walk'), 'br'],
  ['packed in an unknown way', Buffer.from('Walk'), 'soup'],
  ['packed often', Buffer.from('Walk'), Array(50).fill('gzip').join(', ')],
])('an answer that is %s is told as broken', async (_what, body, coding) => {
  const { given } = await ask(socket => send(socket, body, { 'content-encoding': coding }))
  expect(given).toMatchObject({ ok: false, code: 'broken' })
})

test.each([
  ['fewer bytes than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'],
  ['two different lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 4\r\n\r\nWalk'],
  [
    'a length and pieces',
    'HTTP/1.1 200 OK\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n4\r\nWalk\r\n0\r\n\r\n',
  ],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: four\r\n\r\nWalk'],
  ['pieces of rubbish', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nsoup\r\nWalk\r\n'],
  [
    'pieces of endless length',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\nWalk',
  ],
  ['pieces without an end', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nWalk\r\n'],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['nothing', ''],
  ['a broken status', 'HTTP/1.1 9999 What\r\n\r\n'],
  ['a header with a NUL', 'HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\nWalk'],
  ['another protocol', 'HTTP/1.1 101 Switching\r\nupgrade: soup\r\nconnection: upgrade\r\n\r\nWalk'],
])('%s is told as broken', async (_what, bytes) => {
  const { given } = await ask(socket => socket.end(Buffer.from(bytes, 'latin1')))
  expect(given).toMatchObject({ ok: false, code: 'broken', says: expect.stringMatching(/\.$/) })
})

test('more bytes than it says are not read', async () => {
  const { given } = await ask(socket =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nWalkHTTP/1.1 200 OK\r\n\r\nSong'),
  )
  expect(given).toMatchObject({ bytes: Buffer.from('Walk') })
})

test.each([
  ['one header without end', 'x: ', 'a'.repeat(1000)],
  ['headers without end', '', 'x: a\r\n'.repeat(100)],
])('%s is cut off', async (_what, begin, more) => {
  const { given, tookMs } = await ask(socket => {
    socket.write(`HTTP/1.1 200 OK\r\n${begin}`)
    pour(socket, Buffer.from(more))
  })
  expect(given).toMatchObject({ ok: false, code: 'broken' })
  expect(tookMs).toBeLessThan(5000)
})

const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'

test.each([
  ['announcements', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'],
  ['trailers', `${chunked}4\r\nWalk\r\n0\r\n`, 'x: a\r\n'],
  ['a piece with an extension', `${chunked}1;`, 'a'],
  ['pieces of one letter', chunked, '1\r\na\r\n'],
])('%s without end are cut off, long before the time is over', async (_what, begin, more) => {
  const { given, tookMs } = await ask(
    socket => {
      socket.write(begin)
      pour(socket, Buffer.from(more.repeat(1000)))
    },
    { wireBytes: 200_000, totalMs: 20_000 },
  )
  expect(given).toMatchObject({ ok: false, code: 'broken' })
  expect(tookMs).toBeLessThan(10_000)
})

test('a type that is a lie, or none, is handed on as it was told', async () => {
  const { given } = await ask(socket =>
    send(socket, '%PDF-1.7', { 'content-type': 'text/html; charset=soup' }),
  )
  expect(given).toMatchObject({ bytes: Buffer.from('%PDF-1.7'), contentType: 'text/html; charset=soup' })
  const none = await ask(socket => socket.end('HTTP/1.0 200 OK\r\n\r\nWalk'))
  expect(none.given).toMatchObject({ bytes: Buffer.from('Walk'), contentType: null })
})
