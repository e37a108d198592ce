import { parseFeed } from '@rowanmanning/feed-parser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEdition, content } from '../../../test/entries.ts'
import { get, read, titles } from '../../../test/feeds.ts'
import { readFeed } from '../../../test/json-feed.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { xmlFault } from '../../../test/xml-fault.ts'
import type { EntryFields } from '../../domain/entry-fields.ts'
import type { Finding } from '../../domain/finding.ts'
import { inspect } from '../../intake/inspect.ts'
import { addEntries } from '../../services/add-entries.ts'
import { changeEntries } from '../../services/change-entries.ts'

const path = '/migrants-day/2020'
const begin = Date.parse('2020-12-18T09:00:00Z')
const minutes = (after: number) => begin + after * 60_000

describe.each(stores)('feeds of an edition in $name', ({ empty }) => {
  let site: TestSite
  let editionId: string
  let ids: string[]
  beforeEach(async () => {
    site = await openSite('2020-12-18T09:00:00Z', await empty())
    editionId = (await anEdition(site.store, { publishedAt: minutes(0), updatedAt: minutes(0) })).id
    ids = []
  })
  const add = async (after: number, told: Partial<Finding>[], state: 'published' | 'draft' = 'published') => {
    const entries = told.map(each => ({ content: content(each), state }))
    const added = await addEntries(site.store, editionId, entries, {
      by: 'Ada',
      at: minutes(after),
      minor: false,
    })
    ids.push(...added.entries.map(({ id }) => id))
    site.clock.now = minutes(after)
  }
  const change = async (id: string, told: Partial<EntryFields>, after: number) => {
    await changeEntries(site.store, editionId, [id], fields => ({ ...fields, ...told }), {
      by: 'Ada',
      at: minutes(after),
      minor: false,
      name: 'edit',
    })
    site.clock.now = minutes(after)
  }

  test('an empty one is valid in every format, for all it may ever hold', async () => {
    for (const of of ['', '?of=changes', '?of=recordings', '?of=podcast', '?kind=event']) {
      for (const form of ['atom', 'rss']) expect((await read(site, `${path}.${form}${of}`)).items).toEqual([])
      expect(readFeed((await get(site, `${path}.json${of}`)).text).items).toEqual([])
    }
  })

  test('tell each entry once, the newest first, when it was first shown and when it was changed last', async () => {
    await add(1, [{ title: 'Vigil' }, { title: 'Forum' }])
    await add(5, [{ title: 'Walk' }])
    await add(6, [{ title: 'Not yet' }], 'draft')
    await change(ids[0]!, { summary: 'By the harbour.' }, 9)
    const feed = await read(site, `${path}.atom`)
    expect(
      feed.items.map(({ id, title, published, updated, url }) => [
        id,
        title,
        published?.getTime(),
        updated?.getTime(),
        url,
      ]),
    ).toEqual([
      [`urn:uuid:${ids[2]}`, 'Walk', minutes(5), minutes(5), `${site.baseUrl}${path}/walk`],
      [`urn:uuid:${ids[0]}`, 'Vigil', minutes(1), minutes(9), `${site.baseUrl}${path}/vigil`],
      [`urn:uuid:${ids[1]}`, 'Forum', minutes(1), minutes(1), `${site.baseUrl}${path}/forum`],
    ])
    expect(feed.updated?.getTime()).toBe(minutes(9))
    const text = (await get(site, `${path}.atom`)).text
    site.clock.now = minutes(600)
    expect((await get(site, `${path}.atom`)).text).toBe(text)
  })

  test('tell changes alone: from when to when, what is cancelled and why, what was recorded', async () => {
    await add(1, [{ title: 'Vigil' }, { title: 'Forum' }, { title: 'Walk' }, { title: 'Talk' }])
    const time = {
      precision: 'moment' as const,
      start: '2020-12-18T15:30:00',
      end: null,
      zone: 'Europe/Berlin',
    }
    await change(ids[0]!, { time }, 10)
    await change(ids[1]!, { status: 'cancelled', statusReason: 'Passcode: 12345 was <leaked>' }, 20)
    await change(ids[2]!, { recording: 'available' }, 600)
    await change(ids[3]!, { state: 'withdrawn' }, 700)
    const feed = await read(site, `${path}.rss?of=changes`)
    expect(feed.title).toBe('Changes: Migrants Day 2020')
    expect(feed.items.map(({ title, published }) => [title, published?.getTime()])).toEqual([
      ['Taken out: Talk', minutes(700)],
      ['Recording available: Walk', minutes(600)],
      ['Cancelled: Forum', minutes(20)],
      ['Time changed: Vigil', minutes(10)],
    ])
    expect(feed.items[3]!.description).toBe(
      'Time changed · from Friday, 18 December 2020, 14:00 (Berlin) to Friday, 18 December 2020, 15:30 (Berlin)',
    )
    expect(feed.items[2]!.content).toContain('was')
    expect(feed.items[2]!.content).not.toContain('12345')
    expect(feed.items[0]!.url).toBe(`${site.baseUrl}${path}`)
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(4)
    expect(await titles(site, `${path}.rss`)).toEqual(['Vigil', 'Forum', 'Walk'])
  })

  test('tell recordings that are there, and not before the end; files among them make a podcast', async () => {
    const recording = (url: string) => [{ role: 'recording' as const, url }]
    await add(1, [
      { title: 'Film', kind: 'article', links: recording('https://video.example/watch?v=1') },
      { title: 'Evening', links: recording('https://files.example/evening.mp3') },
      { title: 'Nothing' },
    ])
    expect(await titles(site, `${path}.rss?of=recordings`)).toEqual(['Film'])
    site.clock.now = Date.parse('2020-12-18T20:00:00Z')
    const feed = await read(site, `${path}.rss?of=recordings`)
    expect(feed.items.map(({ title }) => title)).toEqual(['Film', 'Evening'])
    expect(feed.items.map(({ id }) => id)).not.toContain(`urn:uuid:${ids[0]}`)
    const podcast = await read(site, `${path}.rss?of=podcast`)
    expect(podcast.items.map(({ title, media }) => [title, media.map(({ url }) => url)])).toEqual([
      ['Evening', ['https://files.example/evening.mp3']],
    ])
  })

  test('never tell what opens a door by itself', async () => {
    await add(1, [
      {
        title: 'Open to all',
        summary: 'Join at https://zoom.example/j/1?pwd=secret1 Passcode: secret2',
        note: 'Or [here](https://zoom.example/j/1?pwd=secret1).',
        links: [
          { role: 'join', url: 'https://zoom.example/j/1?pwd=secret1' },
          { role: 'join', url: 'https://zoom.example/j/2', title: 'Passcode: secret3' },
          { role: 'livestream', url: 'https://live.example/1' },
        ],
        sessions: [{ kind: 'event', title: 'Part', start: '2020-12-18T14:10:00+01:00[Europe/Berlin]' }],
      },
    ])
    await change(
      ids[0]!,
      { statusReason: 'Now at https://zoom.example/j/9?pwd=secret4', status: 'movedOnline' },
      2,
    )
    for (const form of ['atom', 'rss', 'json'])
      for (const of of ['', '?of=changes']) {
        const { text } = await get(site, `${path}.${form}${of}`)
        expect(text).toContain('Open to all')
        expect(text).toContain('https://live.example/1')
        expect(text).not.toMatch(/secret\d/)
      }
  })

  test('take the filter of the page, and say what it is', async () => {
    await add(1, [
      { title: 'Vigil', tags: ['Maps'] },
      { title: 'Statement', kind: 'statement', published: '2020-12-17' },
      { title: 'Walk', tags: ['Maps'] },
    ])
    await change(ids[0]!, { status: 'cancelled' }, 2)
    await change(ids[1]!, { note: 'Signed by many.' }, 3)
    const feed = await read(site, `${path}.atom?topic=maps`)
    expect(feed.items.map(({ title }) => title)).toEqual(['Vigil', 'Walk'])
    expect(feed.title).toBe('Migrants Day 2020 · Maps')
    expect(feed.url).toBe(`${site.baseUrl}${path}?topic=maps`)
    expect(await titles(site, `${path}.atom?of=changes&topic=maps`)).toEqual(['Cancelled: Vigil'])
    expect(await titles(site, `${path}.atom?only=to-come`)).toEqual(['Walk'])
    site.clock.now = minutes(1000)
    expect(await titles(site, `${path}.atom?only=to-come`)).toEqual([])
    expect((await read(site, `${path}.atom?kind=statement`)).items).toHaveLength(1)
  })

  test('long ones go on page by page, and end', async () => {
    await add(
      1,
      Array.from({ length: 230 }, (_, number) => ({ title: `Talk ${number}` })),
    )
    const seen: string[] = []
    let next: string | undefined = `${site.baseUrl}${path}.json`
    while (next) {
      const page = readFeed((await get(site, next.slice(site.baseUrl.length))).text)
      seen.push(...page.items.map(({ title }) => title))
      next = page.next_url
    }
    expect(seen).toEqual(Array.from({ length: 230 }, (_, number) => `Talk ${number}`))
    expect((await get(site, `${path}.json?page=4`)).status).toBe(404)
    expect((await get(site, `${path}.json?page=0`)).status).toBe(200)
  })
})

describe('a feed', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await openSite('2026-11-29T12:00:00Z')
  })
  afterEach(() => site.close())

  test('is answered with nothing where nothing has changed, compressed, and the same for everybody', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0), updatedAt: minutes(0) })
    const first = await get(site, `${path}.atom`)
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(first.headers.get('vary')).toBe('Accept-Encoding')
    expect(first.headers.get('last-modified')).toBe('Fri, 18 Dec 2020 09:00:00 GMT')
    const etag = first.headers.get('etag')!
    const again = await get(site, `${path}.atom`, { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    const since = { 'if-modified-since': 'Fri, 18 Dec 2020 09:00:00 GMT' }
    expect((await get(site, `${path}.atom`, since)).status).toBe(304)
    const zipped = await get(site, `${path}.atom`, { 'accept-encoding': 'gzip' })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const french = await get(site, `${path}.atom`, {
      'accept-language': 'fr',
      cookie: 'lang=ar; zone=Asia/Manila',
    })
    expect(french.text).toBe(first.text)
    const entries = [{ content: content({ title: 'Vigil' }), state: 'published' as const }]
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    site.clock.now += 2000
    expect((await get(site, `${path}.atom`, { ...since, 'if-none-match': etag })).text).toContain('Vigil')
    expect((await get(site, `${path}.atom`, since)).status).toBe(200)
    expect((await get(site, `${path}.rss`)).headers.get('content-type')).toBe(
      'application/rss+xml; charset=utf-8',
    )
    expect((await get(site, `${path}.json`)).headers.get('content-type')).toBe(
      'application/feed+json; charset=utf-8',
    )
  })

  test('is named in the heads of pages, and shown with its address where one subscribes', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0) })
    const told = [content({ title: 'Vigil', tags: ['Maps'] }), content({ title: 'Walk' })]
    const entries = told.map(each => ({ content: each, state: 'published' as const }))
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    const feedIn = (html: string) =>
      /<link rel="alternate" type="application\/atom\+xml" href="([^"]*)"/
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&')
    for (const [page, feed] of [
      ['/', '/feed.atom'],
      ['/migrants-day', '/migrants-day.atom'],
      [path, `${path}.atom`],
      [`${path}?topic=maps`, `${path}.atom?topic=maps`],
    ] as const) {
      const found = feedIn((await get(site, page)).text)
      expect([page, found]).toEqual([page, feed])
      expect((await get(site, found!)).status).toBe(200)
    }
    const chosen = (await get(site, `${path}?topic=maps`)).text
    expect(chosen).toContain(
      `<a href="/subscribe${path}?topic=maps" rel="nofollow">Subscribe to this choice</a>`,
    )
    const page = (await get(site, `/subscribe${path}?topic=maps`)).text
    expect(page).toContain('Only what you chose: Maps')
    for (const of of ['?topic=maps', '?of=changes&amp;topic=maps', '?of=recordings&amp;topic=maps'])
      expect(page).toContain(`>${site.baseUrl}${path}.atom${of}</a>`)
    expect(page).not.toContain('of=podcast')
    expect((await get(site, `/subscribe${path}`)).text).not.toContain('topic=maps')
    const arabic = (await get(site, `/subscribe${path}`, { 'accept-language': 'ar' })).text
    expect(arabic).toContain(`${path}.rss?of=changes&amp;lang=ar"`)
    for (const at of ['/subscribe', '/subscribe/migrants-day']) expect((await get(site, at)).status).toBe(200)
    expect((await get(site, '/subscribe/nothing')).status).toBe(404)
  })

  test('is in the language that it is asked for, with what was written in others marked', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0), language: 'en' })
    const entries = [
      {
        content: content({ title: 'Vigil', translations: { ar: { title: 'وقفة' } } }),
        state: 'published' as const,
      },
      { content: content({ title: 'Walk' }), state: 'published' as const },
    ]
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    const arabic = readFeed((await get(site, `${path}.json?lang=ar`)).text)
    expect(arabic.items.map(({ title, language }) => [title, language])).toEqual([
      ['وقفة', undefined],
      ['Walk', 'en'],
    ])
    expect((await get(site, `${path}.atom?lang=ar`)).text).toContain(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">',
    )
    expect((await get(site, `${path}.atom`)).text).toContain('xml:lang="en"')
  })

  test('of a series tells its editions and what is in them; of a draft, nobody hears', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0) })
    const entries = [{ content: content({ title: 'Vigil' }), state: 'published' as const }]
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    expect(await titles(site, '/migrants-day.rss')).toEqual(['Vigil', 'Migrants Day 2020'])
    site.clock.now += 2000
    await site.store.db.updateTable('editions').set({ state: 'draft' }).execute()
    await site.store.db
      .updateTable('settings')
      .set({ value: '9' })
      .where('name', '=', 'blog-revision')
      .execute()
    for (const at of [
      '/migrants-day.rss',
      `${path}.rss`,
      '/nowhere.atom',
      '/tag/none.json',
      '/a/b/c.csl.json',
    ])
      expect((await get(site, at)).status).toBe(404)
    expect((await get(site, `${path}.rss?of=nothing`)).status).toBe(404)
  })

  test('stands whatever titles and texts try', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0) })
    const hostile = [
      ']]><script>run()</script>',
      'A\u0007 bell, half \uD83D of a sign & <![CDATA[ more',
      '&lt;b&gt; &#0; &amp;amp; “quoted” "plain"',
      '\u202Egnitirw sdrawkcab',
      'مسيرة <b>العمال</b>',
    ]
    const entries = hostile.map(title => ({
      content: content({
        title,
        summary: `${title} <img src=x onerror=run()> [link](javascript:run())`,
        note: title,
        tags: [title],
        organisations: [{ name: title, url: 'https://a.example/?a=1&b=]]>' }],
      }),
      state: 'published' as const,
    }))
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    for (const form of ['atom', 'rss']) {
      const { text } = await get(site, `${path}.${form}`)
      expect(xmlFault(text)).toBeNull()
      expect(parseFeed(text).items).toHaveLength(hostile.length)
    }
    const json = readFeed((await get(site, `${path}.json`)).text)
    expect(json.items).toHaveLength(hostile.length)
    for (const { content_html } of json.items)
      expect(content_html).not.toMatch(/<script|<img|onerror=run\(\)>|href="javascript/)
  })

  test('is read by the house’s own intake', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0) })
    const entries = ['Vigil at “night”', 'Walk & talk'].map(title => ({
      content: content({ title, summary: 'By the harbour' }),
      state: 'published' as const,
    }))
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    for (const form of ['atom', 'rss', 'json']) {
      const { text } = await get(site, `${path}.${form}`)
      const lines = [...(await inspect(new TextEncoder().encode(text), { name: `feed.${form}`, as: 'feed' }))]
      const findings = lines.flatMap(line => ('finding' in line ? [line.finding] : []))
      expect(findings.map(({ title, url, published }) => [title, url, published?.slice(0, 10)])).toEqual([
        ['Vigil at “night”', `${site.baseUrl}${path}/vigil-at-night`, '2020-12-18'],
        ['Walk & talk', `${site.baseUrl}${path}/walk-talk`, '2020-12-18'],
      ])
    }
  })
})
