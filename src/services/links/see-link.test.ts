import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { type LinkFixture, linkFixtures } from '../../../test/links/fixtures.ts'
import type { WorldPage } from '../../../test/pages-site.ts'
import { openRawSite, send } from '../../../test/raw-site.ts'
import { judgeLook } from '../../domain/links/judge-look.ts'
import { newLife } from '../../domain/links/link-life.ts'
import { whys } from '../../domain/links/verdict.ts'
import { createFetch } from '../../outside/fetch.ts'
import { seeLink } from './see-link.ts'

const pem = (name: string) =>
  readFileSync(new URL(`../../outside/fixtures/${name}.pem`, import.meta.url), 'utf8')

/** Servers of the whole world on this machine, and the house's own way to read them. */
async function openServers({ url, answers }: LinkFixture, standing: { now: WorldPage | null }) {
  const isTls = url.startsWith('https:')
  const opened: { port: number } = await openRawSite(
    (socket, path, request) => {
      const host = /^host: ([\w.-]+)/im.exec(request)![1]!
      const own = `${isTls ? 'https' : 'http'}://${host}`
      const isOld = standing.now !== null && own + path === url
      const page = isOld
        ? standing.now!
        : (answers[own + path] ?? (path === '/robots.txt' ? undefined : answers[`${own}/*`]))
      if (page === 'hangs') return
      if (page === 'no HTTP') return void socket.end('220 mail.example ready\r\n\r\n')
      if (page === undefined || page === 'untrusted' || page === 'closed')
        return send(socket, 'Not here', {}, 404)
      const {
        body,
        type = 'text/html; charset=utf-8',
        status = 200,
        headers = {},
      } = typeof page === 'string' ? { body: page } : page
      const location = headers.location?.replace(/^(http:\/\/[^/]+)/, `$1:${opened.port}`)
      send(socket, body, { 'content-type': type, ...headers, ...(location && { location }) }, status)
    },
    isTls ? { tls: { key: pem('day.key'), cert: pem('day.cert') } } : {},
  ).then(site => {
    onTestFinished(() => site.close())
    return site
  })
  const hosts = new Set(Object.keys(answers).map(address => new URL(address).hostname))
  const fetch = createFetch({
    baseUrl: 'http://localhost:1812',
    exempt: (ip, port) => ip.startsWith('127.0.0.') && port === opened.port,
    resolve: async name => {
      // Nobody listens there.
      if (Object.values(answers).includes('closed')) return ['127.0.0.2']
      if (hosts.has(name) || standing.now) return ['127.0.0.1']
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    },
    now: Date.now,
    gapMs: 0,
  })
  return { fetch, at: (address: string) => address.replace(/^(https?:\/\/[^/]+)/, `$1:${opened.port}`) }
}

function unseen(url: string) {
  const nothing = { dueAt: null, lookedAt: null, answeredAt: null, amissSince: null, readAt: null }
  const unread = {
    foundAt: null,
    etag: null,
    lastModified: null,
    print: null,
    copyUrl: null,
    copyAskedAt: null,
  }
  return { url, host: new URL(url).hostname, metAt: 0, life: newLife, headLies: false, ...nothing, ...unread }
}

test.each(linkFixtures)('one look at $name', async fixture => {
  expect(fixture.source).toMatch(/^https:\/\//)
  const standing = { now: fixture.before ?? null }
  const { fetch, at } = await openServers(fixture, standing)
  const url = at(fixture.url)
  const hangs = Object.values(fixture.answers).includes('hangs')
  const patient: typeof fetch = (address, options) =>
    fetch(address, hangs ? { ...options, limits: { ...options?.limits, totalMs: 1000 } } : options)
  const look = () => seeLink(unseen(url), { fetch: patient, now: Date.now() })
  const before = standing.now === null ? null : (await look()).seen
  standing.now = null
  const print = before?.kind === 'answer' ? before.print : null
  expect(print !== null).toBe(fixture.before !== undefined)
  const { kind, why, to } = judgeLook((await look()).seen, { url, print, titles: ['Voices of migrants'] })
  const [wantedKind, wantedWhy, wantedTo] = fixture.tells
  expect([kind, why, to ?? null]).toEqual([wantedKind, wantedWhy, wantedTo ? at(wantedTo) : null])
})

test('whatever a look may say has an answer that makes it say so', () => {
  expect(new Set(linkFixtures.map(({ tells }) => tells[1]))).toEqual(new Set(whys))
})
