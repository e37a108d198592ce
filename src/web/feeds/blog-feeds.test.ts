import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bringInAll, sourceOf } from '../../../test/archives.ts'
import { anEdition, content } from '../../../test/entries.ts'
import { get, read, titles } from '../../../test/feeds.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { wxr } from '../../../test/wxr.ts'
import { addEntries } from '../../services/add-entries.ts'

const path = '/migrants-day/2020'
const begin = Date.parse('2020-12-18T09:00:00Z')
const minutes = (after: number) => begin + after * 60_000

describe('feeds of a blog', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await openSite('2026-11-29T12:00:00Z')
    await bringInAll(
      site.store,
      sourceOf(
        wxr([
          { id: 1, title: 'About', type: 'page', slug: 'about', content: 'Who I am' },
          {
            id: 11,
            title: 'A <b>thought</b> & more',
            slug: 'a-thought',
            date: '2020-06-01 08:00:00',
            link: 'https://blog.example/2020/06/01/a-thought/',
            content: '<p onclick="run()">See <a href="/about/">me</a></p><script>run()</script>',
            categories: ['Thoughts & more'],
            tags: ['lists'],
            comments: [
              { id: 2, text: 'First <a href="javascript:run()">x</a>', author: 'Bo' },
              { id: 3, parent: 2, text: 'Answer' },
              { id: 4, text: 'Not approved', approved: '0' },
            ],
          },
          { id: 12, title: 'A draft', slug: 'a-draft', status: 'draft', date: '2020-06-02 08:00:00' },
          ...Array.from({ length: 25 }, (_, index) => ({
            id: 100 + index,
            title: `Old ${index}`,
            slug: `old-${index}`,
            date: `2019-01-${String(index + 1).padStart(2, '0')} 08:00:00`,
          })),
        ]),
      ),
    )
  })
  afterEach(() => site.close())

  test('tell its posts whole, with absolute addresses and nothing that runs', async () => {
    const feed = await read(site, '/feed.atom')
    expect(feed.items).toHaveLength(20)
    const [first] = feed.items
    expect(first!.title).toBe('A thought & more')
    expect(first!.content).toMatch(/^<p>See <a href="http[^"]*about[^"]*" rel="noopener">me<\/a><\/p>$/)
    expect(first!.categories.map(({ label }) => label)).toEqual(['Thoughts & more', 'lists'])
    expect(first!.authors.map(({ name }) => name)).toEqual(['Rolf Example'])
    expect(first!.published?.toISOString().slice(0, 10)).toBe('2020-06-01')
    const all = [...feed.items, ...(await read(site, '/feed.atom?page=2')).items]
    expect(new Set(all.map(({ id }) => id)).size).toBe(26)
    for (const at of ['/category/thoughts-more.rss', '/tag/lists.atom'])
      expect(await titles(site, at)).toEqual(['A thought & more'])
    expect((await read(site, '/author/rolf-example.atom')).items).toHaveLength(20)
  })

  test('tell what readers said, of one or of all', async () => {
    for (const at of ['/comments.atom', '/2020/06/a-thought/comments.atom']) {
      const { items } = await read(site, at)
      expect(items.map(({ title }) => title)).toEqual([
        'Reader on “A thought & more”',
        'Bo on “A thought & more”',
      ])
      expect(items[1]!.content).not.toContain('javascript')
    }
    expect((await get(site, '/2020/06/a-draft/comments.rss')).status).toBe(404)
    expect((await read(site, '/pages/about/comments.rss')).items).toEqual([])
  })

  test.each([
    ['/feed/', '/feed.rss'],
    ['/feed', '/feed.rss'],
    ['/feed/atom/', '/feed.atom'],
    ['/?feed=rss2', '/feed.rss'],
    ['/?feed=atom', '/feed.atom'],
    ['/comments/feed/', '/comments.rss'],
    ['/?feed=comments-rss2', '/comments.rss'],
    ['/category/thoughts-more/feed/', '/category/thoughts-more.rss'],
    ['/category/parent/thoughts-more/feed/', '/category/thoughts-more.rss'],
    ['/tag/lists/feed', '/tag/lists.rss'],
    ['/author/rolf-example/feed/atom', '/author/rolf-example.atom'],
    ['/2020/06/01/a-thought/feed/', '/2020/06/a-thought/comments.rss'],
    ['/?p=11&feed=rss2', '/2020/06/a-thought/comments.rss'],
    ['/2020/06/feed/', '/feed.rss'],
    ['/wp-rss2.php', '/feed.rss'],
    ['/wp-commentsrss2.php', '/comments.rss'],
  ])('where WordPress had %s, %s is', async (old, now) => {
    const answer = await get(site, old)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, now])
    expect((await get(site, now)).status).toBe(200)
  })

  test('what is called “feed” itself stays where it is', async () => {
    const { id } = await anEdition(site.store, { publishedAt: minutes(0) })
    const entries = [{ content: content({ title: 'Feed' }), state: 'published' as const }]
    await addEntries(site.store, id, entries, { by: 'Ada', at: minutes(5), minor: false })
    expect((await get(site, `${path}/feed`)).status).toBe(200)
  })
})
