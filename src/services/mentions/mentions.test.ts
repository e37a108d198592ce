import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../test/entries.ts'
import { openPages } from '../../../test/pages-site.ts'
import { stores } from '../../../test/stores.ts'
import { readComments } from '../../storage/comments.ts'
import type { Store } from '../../storage/store.ts'
import { insertWriting, updateWriting } from '../../storage/writings.ts'
import { readMentions } from './read-mentions.ts'
import { sendMentions } from './send-mentions.ts'
import { takeMention } from './take-mention.ts'

const baseUrl = 'https://day.example'
const target = `${baseUrl}/migrants-day/2020`
const minute = 60_000

async function world(store: Store, pages: Parameters<typeof openPages>[0]) {
  const clock = { now: Date.parse('2020-12-01T12:00:00Z') }
  const site = await openPages(pages, () => clock.now)
  const means = { fetch: site.fetch, baseUrl, now: () => clock.now, chance: () => 1 }
  return {
    ...site,
    clock,
    send: () => sendMentions(store, means),
    read: () => readMentions(store, means),
    take: (source: string, to = target, fromKey: string | null = null) =>
      takeMention(store, { source, target: to, fromKey }, { baseUrl, at: clock.now }),
    told: () =>
      site.site.asked
        .filter(request => request.startsWith('POST'))
        .map(request => Object.fromEntries(new URLSearchParams(request.split('\r\n\r\n')[1]))),
  }
}

const linking = (more = '') => `<title>A post</title><div class="h-entry"><b class="p-author">Amina</b>
  <p class="e-content">See <a href="${target}">the day</a>.${more}</p></div>`

describe.each(stores)('in $name', ({ empty }) => {
  test('a site is told once of each change of a post that links there, and once that it does no more', async () => {
    const store = await empty()
    const { address, send, told, clock } = await world(store, {
      '/page': { body: '<a rel="webmention" href="/in?a=1">', headers: {} },
      '/none': '<p>Nothing is taken here.</p>',
      '/in?a=1': { body: 'Taken', status: 202 },
    })
    await send()
    const id = randomUUIDv7()
    const text = `A [page](${address}/page#part), [none](${address}/none), ours ${baseUrl}/x, a door https://zoom.us/j/123456789`
    const writing = {
      id,
      kind: 'post',
      slug: 'told',
      title: 'Told',
      text,
      excerpt: null,
      day: '2020-12-01',
    } as const
    const rest = {
      state: 'draft',
      publishedAt: null,
      parentId: null,
      position: 0,
      inMenu: false,
      publishAt: null,
      language: null,
    } as const
    await insertWriting(store.db, { ...writing, ...rest }, clock.now)
    await send()
    expect(told()).toEqual([])

    const change = async (set: Parameters<typeof updateWriting>[2]) => {
      clock.now += minute
      await updateWriting(store.db, id, set)
      await store.db.updateTable('writings').set({ updated_at: clock.now }).where('id', '=', id).execute()
      await send()
      await send()
    }
    const one = { source: `${baseUrl}/2020/12/told`, target: `${address}/page` }
    await change({ state: 'published' })
    expect(told()).toEqual([one])
    await change({ title: 'Told otherwise' })
    expect(told()).toEqual([one])
    await change({ text: `${text} and more` })
    expect(told()).toEqual([one, one])
    await change({ text: `Only [none](${address}/none) is left.` })
    expect(told()).toEqual([one, one, one])
    await change({ text: `Only [none](${address}/none) is left, really.` })
    expect(told()).toHaveLength(3)
    await change({ text, state: 'published' })
    await change({ state: 'withdrawn' })
    expect(told()).toHaveLength(5)
  })

  test('a site that does not answer is told later, ever less often, and in the end not at all', async () => {
    const store = await empty()
    const { address, send, told, clock, pages } = await world(store, {
      '/page': { body: '', headers: { link: '</in>; rel=webmention' } },
      '/in': { body: 'Busy', status: 500 },
    })
    await send()
    clock.now += minute
    await anEdition(store, { text: `${address}/page`, updatedAt: clock.now })
    await store.db.updateTable('editions').set({ updated_at: clock.now }).execute()
    await send()
    await send()
    expect(told()).toHaveLength(1)
    clock.now += minute
    await send()
    expect(told()).toHaveLength(2)
    clock.now += minute
    await send()
    expect(told()).toHaveLength(2)
    pages['/in'] = 'Taken'
    clock.now += 5 * minute
    await send()
    clock.now += 300 * minute
    await send()
    expect(told()).toHaveLength(3)
    expect(await store.db.selectFrom('sent_mentions').select(['state', 'due_at']).execute()).toEqual([
      { state: 'sent', due_at: null },
    ])
  })

  test('nobody makes this site tell itself, or a private network, anything', async () => {
    const store = await empty()
    const { address, send, told, clock } = await world(store, {
      '/ours': `<link rel=webmention href="${baseUrl}/webmention">`,
      '/near': '<link rel=webmention href="http://127.0.0.1:1/in">',
      '/far': '<link rel=webmention href="http://169.254.169.254/latest">',
    })
    await send()
    clock.now += minute
    await anEdition(store, { text: `${address}/ours ${address}/near ${address}/far` })
    await store.db.updateTable('editions').set({ updated_at: clock.now }).execute()
    await send()
    expect(told()).toEqual([])
    expect(await store.db.selectFrom('sent_mentions').select(['state', 'due_at']).execute()).toEqual(
      Array(3).fill({ state: 'failed', due_at: null }),
    )
  })

  test('a page that links here is held; it changes and goes as its site does', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const { address, read, take, pages, clock } = await world(store, { '/post': linking() })
    const on = { editionId: edition.id }
    expect(await take(`${address}/post`)).toBe(null)
    expect(await take(`${address}/post`)).toBe(null)
    await read()
    const kept = { kind: 'mention', state: 'pending', authorName: 'Amina', authorUrl: `${address}/post` }
    const all = () => readComments(store.db, on, { all: true })
    expect(await all()).toMatchObject([{ ...kept, text: 'See the day.' }])

    await store.db.updateTable('comments').set({ state: 'approved' }).execute()
    clock.now += minute
    await take(`${address}/post`)
    await read()
    expect(await all()).toMatchObject([{ ...kept, state: 'approved' }])
    pages['/post'] = linking(' Now with other words.')
    await take(`${address}/post`)
    await read()
    expect(await all()).toMatchObject([{ ...kept, text: 'See the day. Now with other words.' }])

    pages['/post'] = '<p>Nothing about it any more.</p>'
    await take(`${address}/post`)
    await read()
    expect(await all()).toEqual([])
    expect(
      await store.db.selectFrom('comments').select(['state', 'text', 'author_name', 'author_url']).execute(),
    ).toEqual([{ state: 'removed', text: '', author_name: null, author_url: null }])
    pages['/post'] = linking()
    await take(`${address}/post`)
    await read()
    expect(await all()).toMatchObject([kept])
    pages['/post'] = { body: 'Gone', status: 410 }
    await take(`${address}/post`)
    await read()
    expect(await all()).toEqual([])
  })

  test('what a curator took away stays away, and what cannot be read just now stays', async () => {
    const store = await empty()
    const edition = await anEdition(store)
    const { address, read, take, pages } = await world(store, { '/post': linking() })
    await take(`${address}/post`)
    await read()
    await store.db.updateTable('comments').set({ state: 'spam' }).execute()
    pages['/post'] = linking(' Please.')
    await take(`${address}/post`)
    await read()
    pages['/post'] = { body: 'Broken', status: 500 }
    await take(`${address}/post`)
    await read()
    expect(await readComments(store.db, { editionId: edition.id }, { all: true })).toEqual([])
    expect(await store.db.selectFrom('comments').select(['state', 'text']).execute()).toEqual([
      { state: 'spam', text: 'See the day. Please.' },
    ])
  })

  test('what links nowhere, leads to private networks, never arrives or never ends is kept nowhere', async () => {
    const store = await empty()
    await anEdition(store)
    const { address, read, take, clock, site } = await world(store, {
      '/no-link': '<p>Nothing.</p>',
      '/inside': { body: '', status: 302, headers: { location: 'http://10.0.0.1/' } },
      '/round': { body: '', status: 302, headers: { location: '/round-again' } },
      '/round-again': { body: '', status: 302, headers: { location: '/round' } },
      '/large': { body: `${linking()}${'x'.repeat(10_000_000)}` },
      '/film': { body: linking(), type: 'video/mp4' },
    })
    for (const path of ['/no-link', '/inside', '/round', '/large', '/film']) await take(address + path)
    await take('http://127.0.0.1:1/inside')
    await take('http://localhost/inside')
    await read()
    clock.now += 600 * minute
    await read()
    expect(await store.db.selectFrom('comments').select('id').execute()).toEqual([])
    const states = await store.db.selectFrom('mentions').select(['state', 'due_at', 'from_key']).execute()
    expect(states).toEqual(Array(7).fill({ state: 'refused', due_at: null, from_key: null }))
    expect(site.asked.filter(request => request.startsWith('GET /no-link'))).toHaveLength(1)
  })

  test('what is no page of another site that tells of a page of ours is refused at once', async () => {
    const store = await empty()
    await anEdition(store)
    const { take } = await world(store, {})
    const there = 'https://there.example/post'
    expect(await take(target, target)).toEqual({ refused: 'source' })
    expect(await take('javascript:alert(1)')).toEqual({ refused: 'source' })
    expect(await take('https://user:password@there.example/')).toEqual({ refused: 'source' })
    expect(await take(`https://there.example/${'x'.repeat(3000)}`)).toEqual({ refused: 'source' })
    expect(await take(there, 'https://other.example/migrants-day/2020')).toEqual({ refused: 'target' })
    expect(await take(there, `${baseUrl}/desk`)).toEqual({ refused: 'target' })
    expect(await take(there, `${baseUrl}/migrants-day/1999`)).toEqual({ refused: 'target' })
    await store.db
      .insertInto('redirects')
      .values({ from: '/2020/12/old', to: '/migrants-day/2020' })
      .execute()
    expect(await take(there, `${baseUrl}/2020/12/old/`)).toBe(null)
    await store.db.updateTable('editions').set({ commenting: 'closed' }).execute()
    expect(await take(there)).toEqual({ refused: 'closed' })
  })

  test('a thousand at once are a few rows, one job, and a word on when to come again', async () => {
    const store = await empty()
    await anEdition(store)
    const { take } = await world(store, {})
    const came = await Promise.all(
      Array.from({ length: 1000 }, (_, at) => take(`https://there.example/${at}`, target, 'one network')),
    )
    expect(came.filter(refusal => refusal === null)).toHaveLength(30)
    expect(came.filter(refusal => refusal !== null && 'seconds' in refusal)).toHaveLength(970)
    const count = await store.db.selectFrom('mentions').select('key').execute()
    const jobs = await store.db.selectFrom('jobs').select(['kind', 'state']).execute()
    expect([count.length, jobs]).toEqual([30, [{ kind: 'read-mentions', state: 'waiting' }]])
  })
})
