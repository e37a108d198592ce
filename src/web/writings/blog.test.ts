import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringInAll, sourceOf } from '../../../test/archives.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { words } from '../../../test/words.ts'
import { roundUp, wxr } from '../../../test/wxr.ts'
import { changeWriting } from '../../services/change-writing.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { findEdition } from '../../storage/editions.ts'
import { findWriting } from '../../storage/writings.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite('2026-11-29T12:00:00Z')
  await bringInAll(
    site.store,
    sourceOf(
      wxr([
        { id: 1, title: 'About', type: 'page', slug: 'about', content: 'Who I am' },
        {
          id: 10,
          title: 'Migrants Day 2020: a collection of events',
          slug: 'imd',
          content: roundUp(2020),
          comments: [{ id: 1, text: 'Under an edition' }],
        },
        {
          id: 11,
          title: 'A <b>thought</b>',
          slug: 'a-thought',
          date: '2020-06-01 08:00:00',
          content:
            '<p onclick="run()">Words</p><script>run()</script><iframe src="https://www.youtube.com/embed/abcdefgh"></iframe>',
          categories: ['Thoughts & more'],
          tags: ['lists'],
          comments: [
            {
              id: 2,
              text: 'First <a href="javascript:run()">x</a> <a href="https://a.example">y</a><img src=x onerror=run()>',
            },
            { id: 3, parent: 2, text: 'Answer' },
            { id: 4, text: 'Not approved', approved: '0' },
            { id: 5, text: 'Never shown', approved: 'spam' },
          ],
        },
        {
          id: 13,
          title: 'Much said',
          slug: 'much-said',
          date: '2020-06-03 08:00:00',
          comments: Array.from({ length: 201 }, (_, index) => ({
            id: 1000 + index,
            text: index === 500 ? 'The last word' : 'Hello',
          })),
        },
        ...[
          { id: 14, title: 'Who cares', slug: 'who-cares', slugOf: 'en' },
          { id: 15, title: 'Qui prend soin', slug: 'qui-prend-soin', slugOf: 'fr' },
        ].map(({ slugOf, ...post }) => ({
          ...post,
          date: '2017-06-03 08:00:00',
          terms: [
            { domain: 'language', slug: slugOf, name: slugOf },
            { domain: 'post_translations', slug: 'pll_1', name: 'pll_1' },
          ],
        })),
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
afterAll(() => site.close())

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await site.app.request(`http://localhost:1812${path}`, { headers })
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    html: await answer.text(),
    etag: answer.headers.get('etag'),
  }
}

test('a post is shown with its author, words and approved comments, and nothing that runs', async () => {
  const { status, html } = await page('/2020/06/a-thought')
  expect(status).toBe(200)
  expect(words(html)).toContain('Monday, 1 June 2020')
  expect(words(html)).toMatch(/Written by Rolf Example/)
  expect(html).toContain('href="https://www.youtube.com/watch?v=abcdefgh"')
  expect(html).not.toMatch(/run\(\)|onclick|<iframe|Not approved|Never shown|secret\.example/)
  expect(html).toContain('<a href="https://a.example" rel="nofollow ugc noopener">y</a>')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)![1]!)
  expect(data['@graph'][0]).toMatchObject({
    '@type': 'BlogPosting',
    url: 'http://localhost:1812/2020/06/a-thought',
    headline: 'A thought',
    datePublished: '2020-06-01T08:00:00.000Z',
    author: { '@type': 'Person', name: 'Rolf Example', url: 'http://localhost:1812/author/rolf-example' },
    keywords: 'Thoughts & more, lists',
    commentCount: 2,
    comment: [
      expect.objectContaining({ '@type': 'Comment' }),
      expect.objectContaining({ '@type': 'Comment' }),
    ],
  })
  expect(html).toContain('<link rel="canonical" href="http://localhost:1812/2020/06/a-thought"')
})

test('old addresses lead on, by path and by number', async () => {
  for (const [from, to] of [
    ['/?p=11', '/2020/06/a-thought'],
    ['/2020/06/01/a-thought/', '/2020/06/a-thought'],
    ['/2020/07/a-thought', '/2020/06/a-thought'],
    ['/2020/12/18/imd/', '/migrants-day/2020'],
    ['/?p=10', '/migrants-day/2020'],
    ['/about/', '/pages/about'],
    ['/?page_id=1', '/pages/about'],
  ])
    expect([from, await page(from!)]).toMatchObject([from, { status: 301, to }])
  await page('/')
  expect((await page('/?p=11')).status).toBe(301)
  expect((await page('/?p=999')).status).toBe(200)
})

test('there are lists by month, year, category, tag and author, and none of nothing', async () => {
  for (const path of [
    '/',
    '/2020',
    '/2020/06',
    '/category/thoughts-more',
    '/tag/lists',
    '/author/rolf-example',
    '/page/2',
    '/2019/page/2',
    '/pages/about',
  ])
    expect([path, (await page(path)).status]).toEqual([path, 200])
  for (const path of [
    '/2018',
    '/2020/13',
    '/2020/1',
    '/category/nothing',
    '/page/1',
    '/page/3',
    '/page/x',
    '/2020/page/2',
    '/2020/06/a-draft',
    '/pages/nothing',
    '/author/nobody',
  ])
    expect([path, (await page(path)).status]).toEqual([path, 404])
  const home = words((await page('/')).html)
  expect(home).toContain('Migrants Day 2020: a collection of events')
  expect(home).toContain('Page 1 of 2')
  expect(home).not.toContain('A draft')
  expect(words((await page('/?lang=ar')).html)).toContain('التدوينات والدورات')
})

test('what is said under an edition stands below it, and the head of the pages names the pages', async () => {
  const { html } = await page('/migrants-day/2020')
  expect(words(html)).toContain('Under an edition')
  expect(html).toMatch(/<nav class="pages"[\s\S]*?href="\/pages\/about"/)
})

test('an editor sees drafts and what waits for approval, and nobody is shown what an editor sees', async () => {
  const { headers } = await signedIn(site, 'editor')
  const seen = await page('/2020/06/a-thought', headers)
  expect(words(seen.html)).toContain('Not approved')
  expect((await page('/2020/06/a-draft', headers)).status).toBe(200)
  expect(words((await page('/2020/06/a-thought')).html)).not.toContain('Not approved')
  const { headers: other } = await signedIn(site, 'editor', { series: 'migrants-day' })
  expect((await page('/2020/06/a-draft', other)).status).toBe(404)
})

test('a kept page is answered as long as nothing changed', async () => {
  const { db } = site.store
  const before = await page('/2020/06/a-thought')
  expect((await page('/2020/06/a-thought', { 'if-none-match': before.etag! })).status).toBe(304)
  const post = (await findWriting(db, 'post', 'a-thought'))!
  await db
    .transaction()
    .execute(db =>
      changeWriting(db, post, { title: 'Another thought' }, { by: 'Ada', at: site.clock.now, act: 'edit' }),
    )
  site.clock.now += 2000
  const after = await page('/2020/06/a-thought', { 'if-none-match': before.etag! })
  expect(after.status).toBe(200)
  expect(after.html).toContain('Another thought')
})

test('of many comments each page shows a part, and leads to the others', async () => {
  const first = await page('/2020/06/much-said')
  expect(words(first.html)).toContain('201 comments')
  expect(words(first.html)).toMatch(/Page 1 of 2\s*Later comments/)
  const second = await page('/2020/06/much-said/comments/2')
  expect(second.html.match(/id="comment-/g)).toHaveLength(1)
  expect(second.html).toContain(
    '<link rel="canonical" href="http://localhost:1812/2020/06/much-said/comments/2"',
  )
  expect(words(second.html)).toMatch(/Earlier comments\s*Page 2 of 2/)
  for (const odd of [
    '/2020/06/much-said/comments/3',
    '/2020/06/much-said/comments/1',
    '/pages/about/comments/2',
  ])
    expect((await page(odd)).status).toBe(404)
})

test('a post says in which language it is, and leads to the same in others', async () => {
  const answer = await site.app.request('http://localhost:1812/2017/06/qui-prend-soin')
  const html = await answer.text()
  expect(html).toMatch(/<bdi lang="fr">Qui prend soin/)
  expect(html).toContain('"inLanguage":"fr"')
  expect(html).toMatch(
    /<a href="[^"]*\/2017\/06\/who-cares" hreflang="en" lang="en"[^>]*><bdi>English<\/bdi>/,
  )
  expect(words(html)).toContain('In other languages: English')
})

test('an old address of a programme that is a draft tells nothing of it', async () => {
  const at = async (path: string) => {
    const answer = await site.app.request(`http://localhost:1812${path}`)
    return [answer.status, answer.headers.get('location')]
  }
  const edition = (await findEdition(site.store.db, 'migrants-day', '2020'))!
  const act = { by: 'Ada', at: site.clock.now }
  expect(await at('/2020/12/18/imd')).toEqual([301, '/migrants-day/2020'])
  await editEdition(site.store, edition.id, { state: 'draft' }, act)
  expect(await at('/2020/12/18/imd')).toEqual([404, null])
  expect(await at('/?p=10')).toEqual([200, null])
  await editEdition(site.store, edition.id, { state: 'live' }, act)
  expect(await at('/?p=10')).toEqual([301, '/migrants-day/2020'])
})

test('an old address of what nobody could read tells nothing of it, and leads there once it is published', async () => {
  const at = async (path: string) => {
    const answer = await site.app.request(`http://localhost:1812${path}`)
    return [answer.status, answer.headers.get('location')]
  }
  expect(await at('/?p=12')).toEqual([200, null])
  expect(await at('/2020/06/02/a-draft/')).toEqual([301, '/2020/06/02/a-draft'])
  expect(await at('/2020/06/02/a-draft')).toEqual([404, null])
  const draft = (await findWriting(site.store.db, 'post', 'a-draft'))!
  const act = { by: 'Ada', at: site.clock.now, act: 'edit' }
  await site.store.db.transaction().execute(db => changeWriting(db, draft, { state: 'published' }, act))
  expect(await at('/?p=12')).toEqual([301, '/2020/06/a-draft'])
})
