import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition, content, entryOf } from '../../../test/entries.ts'
import { openPages } from '../../../test/pages-site.ts'
import { stores } from '../../../test/stores.ts'
import { createFetch } from '../../outside/fetch.ts'
import { internetArchive } from '../../outside/internet-archive.ts'
import { findKeptText } from '../../storage/kept-texts.ts'
import { countAmiss, findLinkLooks, listAmiss } from '../../storage/link-looks.ts'
import { readRevisions } from '../../storage/revisions.ts'
import type { Store } from '../../storage/store.ts'
import { readUpdates } from '../../storage/updates.ts'
import { addEntries } from '../add-entries.ts'
import { undoRevision } from '../undo-revision.ts'
import type { LinkMeans } from './link-means.ts'
import { lookAtLinks } from './look-at-links.ts'
import { mendLinks } from './mend-links.ts'

const day = 86_400_000
const start = Date.parse('2020-12-10T12:00Z')

const prose = `<p>Migrants from many countries tell how they live and work, what they hope for and what governments have
promised in the convention. Organisations invite everybody to listen to their voices and to ask questions.</p>`
const page = (title: string, body = prose.repeat(4)) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`

const none: LinkMeans['archive'] = { asks: false, saves: false, keys: null, address: internetArchive }

function looking(store: Store, { fetch }: Pick<LinkMeans, 'fetch'>, archive = none) {
  const clock = { now: start }
  const means: LinkMeans = { fetch, now: () => clock.now, chance: () => 0.5, archive }
  const days = async (count: number) => {
    for (let passed = 0; passed < count * 2; passed++) {
      clock.now += day / 2
      await lookAtLinks(store, means)
    }
  }
  return { clock, means, days }
}

async function linking(
  store: Store,
  editionId: string,
  url: string,
  told: Parameters<typeof content>[0] = {},
) {
  const links = [{ role: 'source' as const, url }]
  const state = 'published' as const
  const entries = [
    { state, content: content({ title: `Links to ${new URL(url).pathname}`, links, ...told }) },
  ]
  const added = await addEntries(store, editionId, entries, { by: 'Anna', at: start })
  return added.entries[0]!.id
}

async function inTurn<T>(names: string[], make: (name: string) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (const name of names) made.push(await make(name))
  return made
}

async function looksOf(store: Store, url: string) {
  return (await findLinkLooks(store.db, [url]))[0]!
}

describe.each(stores)('links in $name', ({ empty }) => {
  test('what is gone is marked for readers after days, in one revision that is undone as one, and comes back', async () => {
    const store = await empty()
    const world = await openPages({ '/a': page('Voices'), '/b': page('Songs'), '/c': page('Films') })
    const edition = await anEdition(store)
    const [a, b, c] = await inTurn(['a', 'b', 'c'], name =>
      linking(store, edition.id, `${world.address}/${name}`),
    )
    const { days, clock } = looking(store, world)
    await days(2)
    expect((await entryOf(store, a!)).links).toMatchObject([{ health: 'fine' }])
    delete world.pages['/a']
    delete world.pages['/b']
    await days(2)
    expect((await entryOf(store, a!)).links).toMatchObject([{ health: 'fine' }])
    expect(await countAmiss(store.db, { editionIds: [edition.id], alsoElsewhere: false })).toBe(0)
    await days(4)
    for (const id of [a!, b!]) expect((await entryOf(store, id)).links).toMatchObject([{ health: 'gone' }])
    expect((await entryOf(store, c!)).links).toMatchObject([{ health: 'fine' }])
    const marked = (await readRevisions(store.db, edition.id)).filter(({ by }) => by === 'links')
    expect(new Set(marked.map(({ number }) => number)).size).toBe(1)
    expect(marked.map(({ before, after }) => [before, after])).toContainEqual([
      { deadLinks: null },
      { deadLinks: { [`${world.address}/a`]: 'gone' } },
    ])
    const amiss = await listAmiss(store.db, { editionIds: [edition.id], alsoElsewhere: false }, 10)
    expect(amiss.map(({ url, life }) => [url, life.state, life.last?.why])).toEqual(
      ['a', 'b'].map(name => [`${world.address}/${name}`, 'gone', 'not-found']),
    )
    await undoRevision(store, edition.id, marked[0]!.number, { by: 'Anna', at: clock.now })
    expect((await entryOf(store, a!)).links).toMatchObject([{ health: 'unknown' }])
    await days(2)
    expect((await entryOf(store, a!)).links).toMatchObject([{ health: 'unknown' }])
    world.pages['/a'] = page('Voices')
    await days(2)
    expect((await looksOf(store, `${world.address}/a`)).life.state).toBe('fine')
  })

  test('what moved for ever is linked to where it is now, the old address is in the history, and readers hear nothing of a redirect for a day', async () => {
    const store = await empty()
    const world = await openPages({
      '/2020/voices-of-migrants': page('Voices of migrants'),
      '/2020/films': page('Films of the day'),
    })
    const edition = await anEdition(store)
    const [old, lent] = [`${world.address}/2020/voices-of-migrants`, `${world.address}/2020/films`]
    const id = await linking(store, edition.id, old, { title: 'Voices of migrants' })
    const other = await linking(store, edition.id, lent, { title: 'Films of the day' })
    const { days } = looking(store, world)
    await days(1)
    const to = `${world.address}/archive/voices-of-migrants`
    world.pages['/2020/voices-of-migrants'] = { body: '', status: 301, headers: { location: to } }
    world.pages['/archive/voices-of-migrants'] = page('Voices of migrants')
    world.pages['/2020/films'] = { body: '', status: 302, headers: { location: to } }
    await days(4)
    expect((await entryOf(store, id)).links).toMatchObject([{ role: 'source', url: to }])
    expect((await entryOf(store, other)).links).toMatchObject([{ role: 'source', url: lent, health: 'fine' }])
    const [moved] = await readRevisions(store.db, edition.id, { entryId: id })
    expect([moved!.by, moved!.act, moved!.before?.links]).toEqual([
      'links',
      'check-links',
      [{ role: 'source', url: old, title: null }],
    ])
  })

  test('where the archive is asked, a copy stands beside what is gone; a curator may use one before that, and takes another address', async () => {
    const store = await empty()
    const world = await openPages({ '/a': page('Voices') })
    const edition = await anEdition(store)
    const url = `${world.address}/gone-for-long`
    const id = await linking(store, edition.id, url)
    world.pages[`/available?url=${encodeURIComponent(url)}&timestamp=20201218`] = {
      type: 'application/json',
      // https://archive.org/help/wayback_api.php
      body: JSON.stringify({
        archived_snapshots: {
          closest: {
            available: true,
            url: `http://web.archive.org/web/20201201000000/${url}`,
            timestamp: '20201201000000',
            status: '200',
          },
        },
      }),
    }
    const address = { available: `${world.address}/available`, save: `${world.address}/save` }
    const { days, clock } = looking(store, world, { asks: true, saves: false, keys: null, address })
    await days(6)
    const copy = `https://web.archive.org/web/20201201000000/${url}`
    expect((await entryOf(store, id)).links).toMatchObject([
      { role: 'source', url, health: 'gone' },
      { role: 'archive', url: copy, health: 'unknown' },
    ])
    const act = { by: 'Anna', at: clock.now, editionIds: [edition.id] }
    expect(await mendLinks(store, [url], { mend: 'take', to: `${world.address}/a` }, act)).toMatchObject({
      changed: 1,
    })
    expect((await entryOf(store, id)).links.map(({ url }) => url)).toEqual([`${world.address}/a`, copy])
  })

  test('an archive that answers nonsense, or nothing, changes nothing', async () => {
    const store = await empty()
    const world = await openPages({})
    const edition = await anEdition(store)
    const url = `${world.address}/gone`
    const id = await linking(store, edition.id, url)
    world.pages[`/available?url=${encodeURIComponent(url)}&timestamp=20201218`] =
      '<html>Down for maintenance</html>'
    const address = { available: `${world.address}/available`, save: `${world.address}/save` }
    await looking(store, world, { asks: true, saves: false, keys: null, address }).days(6)
    expect((await entryOf(store, id)).links).toMatchObject([{ url, health: 'gone' }])
    expect(await looksOf(store, url)).toMatchObject({ copyUrl: null, copyAskedAt: null })
  })

  test('what a curator finds fine is not called gone again', async () => {
    const store = await empty()
    const world = await openPages({})
    const edition = await anEdition(store)
    const url = `${world.address}/odd`
    const id = await linking(store, edition.id, url)
    const { days, clock } = looking(store, world)
    await days(6)
    expect((await entryOf(store, id)).links).toMatchObject([{ health: 'gone' }])
    await mendLinks(store, [url], { mend: 'fine' }, { by: 'Anna', at: clock.now, editionIds: [edition.id] })
    expect((await entryOf(store, id)).links).toMatchObject([{ health: 'unknown' }])
    await days(6)
    expect((await looksOf(store, url)).life).toMatchObject({ state: 'fine', last: { kind: 'gone' } })
    expect(await countAmiss(store.db, { editionIds: [edition.id], alsoElsewhere: true })).toBe(0)
  })

  test('where this machine is cut off, nothing is concluded of anybody', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const ids = await inTurn(['one', 'two', 'three'], host =>
      linking(store, edition.id, `https://${host}.example/page`),
    )
    const dead = createFetch({
      baseUrl: 'http://localhost:1812',
      now: () => start,
      gapMs: 0,
      resolve: () => Promise.reject(Object.assign(new Error('no network'), { code: 'ENOTFOUND' })),
    })
    await looking(store, { fetch: dead }).days(12)
    for (const id of ids) expect((await entryOf(store, id)).links).toMatchObject([{ health: 'unknown' }])
    expect((await looksOf(store, 'https://one.example/page')).life.run).toBe(null)
  })

  test('the text of a statement is kept once, without what could do harm', async () => {
    const store = await empty()
    const body = `${prose.repeat(4)}<p onclick="x()">Read <a href="/more">more</a><script>alert(1)</script><img src="https://tracker.example/x.png"></p>`
    const world = await openPages({
      '/statement': page('Statement of the forum', body),
      '/event': page('An event', body),
    })
    const edition = await anEdition(store)
    const statement = await linking(store, edition.id, `${world.address}/statement`, {
      kind: 'statement',
      title: 'Statement',
    })
    const event = await linking(store, edition.id, `${world.address}/event`)
    const { days } = looking(store, world)
    await days(1)
    const text = (await findKeptText(store.db, statement))!
    expect(text).toMatchObject({
      title: 'Statement of the forum',
      url: `${world.address}/statement`,
      language: 'en',
    })
    expect(text.html).toContain(`<a href="${world.address}/more" rel="noopener">more</a>`)
    expect(text.html).not.toMatch(/script|onclick|img|tracker/)
    expect(await findKeptText(store.db, event)).toBe(null)
    world.pages['/statement'] = page('Another text', prose.repeat(9))
    await days(40)
    expect((await findKeptText(store.db, statement))!.digest).toBe(text.digest)
  })

  test('addresses of texts and organisations are looked at as well; doors of meetings are never asked for', async () => {
    const store = await empty()
    const world = await openPages({ '/about': page('About us') })
    const edition = await anEdition(store, {
      text: `Read [this](${world.address}/gone) and ${world.address}/about.`,
    })
    const organisations = [{ name: 'Forum', url: `${world.address}/about` }]
    await linking(store, edition.id, 'https://zoom.us/j/81234567890', { organisations })
    const { days } = looking(store, world)
    await days(6)
    expect((await looksOf(store, `${world.address}/about`)).life.state).toBe('fine')
    expect(await looksOf(store, 'https://zoom.us/j/81234567890')).toMatchObject({
      dueAt: null,
      lookedAt: null,
    })
    const amiss = await listAmiss(store.db, { editionIds: [edition.id], alsoElsewhere: false }, 10)
    expect(amiss.map(({ url }) => url)).toEqual([`${world.address}/gone`])
  })
})

describe('a look', () => {
  test('asks for the head alone where the page is known, and for the page where a server lies to that', async () => {
    const { empty } = stores[0]!
    const store = await empty()
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      const isThere = request.url === '/honest' || request.url === '/liar'
      response.statusCode = request.url === '/liar' && request.method === 'HEAD' ? 405 : isThere ? 200 : 404
      response.setHeader('content-type', 'text/html')
      response.end(request.method === 'HEAD' ? undefined : page(String(request.url)))
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const fetch = createFetch({ baseUrl: 'http://localhost:1812', now: () => start, gapMs: 0, exempt: true })
    const edition = await anEdition(store)
    for (const name of ['honest', 'liar'])
      await linking(store, edition.id, `http://127.0.0.1:${port}/${name}`)
    const { days } = looking(store, { fetch })
    await days(5)
    const of = (path: string) => asked.filter(each => each.endsWith(path)).map(each => each.split(' ')[0])
    expect(of('/honest').slice(0, 3)).toEqual(['GET', 'HEAD', 'HEAD'])
    expect(of('/liar').slice(0, 4)).toEqual(['GET', 'HEAD', 'GET', 'GET'])
    expect((await looksOf(store, `http://127.0.0.1:${port}/liar`)).headLies).toBe(true)
  })

  test('tells readers of an edition that is on, and of one long over no more', async () => {
    const { empty } = stores[0]!
    const store = await empty()
    const world = await openPages({})
    const now = await anEdition(store)
    const id = await linking(store, now.id, `${world.address}/2020/voices-of-migrants`)
    world.pages['/2020/voices-of-migrants'] = {
      body: '',
      status: 301,
      headers: { location: '/new/voices-of-migrants' },
    }
    world.pages['/new/voices-of-migrants'] = page('Voices')
    const { days } = looking(store, world)
    await days(4)
    expect((await entryOf(store, id)).links).toMatchObject([
      { url: `${world.address}/new/voices-of-migrants` },
    ])
    const updates = await readUpdates(store.db, now.id, 10)
    expect(JSON.stringify(updates)).toContain('"links"')
  })
})
