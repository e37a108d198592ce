import robotsParser from 'robots-parser'
import { SaxesParser } from 'saxes'
import { beforeEach, describe, expect, test } from 'vitest'
import { bringInAll, sourceOf } from '../../../test/archives.ts'
import { anEdition, content } from '../../../test/entries.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { wxr } from '../../../test/wxr.ts'
import { addEntries } from '../../services/add-entries.ts'

// Its types speak of `default`, which a CommonJS module does not have here.
const parse = robotsParser as unknown as typeof robotsParser.default

const get = async (site: TestSite, at: string) => {
  const answer = await site.app.request(at)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

/** Addresses of a sitemap with what they say of their last change and their languages, read by a strict parser. */
function readSitemap(xml: string): { loc: string; lastmod: string; languages: string[] }[] {
  const parser = new SaxesParser({ xmlns: true })
  const pages: { loc: string; lastmod: string; languages: string[] }[] = []
  let text = ''
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ local, attributes }) => {
    text = ''
    if (local === 'url' || local === 'sitemap') pages.push({ loc: '', lastmod: '', languages: [] })
    if (local === 'link') pages.at(-1)!.languages.push(attributes.hreflang!.value)
  })
  parser.on('text', told => {
    text += told
  })
  parser.on('closetag', ({ local }) => {
    if (local === 'loc' || local === 'lastmod') pages.at(-1)![local] = text
  })
  parser.write(xml).close()
  return pages
}

/** The address that a page says it has. */
const canonicalIn = (html: string) =>
  decodeURI(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '')

describe.each(stores)('the sitemap in $name', ({ empty }) => {
  let site: TestSite
  beforeEach(async () => {
    site = await openSite('2026-11-29T12:00:00Z', await empty())
  })

  test('names all that readers may see, and nothing else', async () => {
    await bringInAll(
      site.store,
      sourceOf(
        wxr([
          { id: 1, title: 'About', type: 'page', slug: 'about', date: '2020-01-01 08:00:00' },
          {
            id: 2,
            title: 'مقال',
            slug: 'مقال',
            date: '2020-06-01 08:00:00',
            tags: ['lists'],
            categories: ['Day'],
          },
          {
            id: 3,
            title: 'A draft',
            slug: 'a-draft',
            status: 'draft',
            date: '2020-06-02 08:00:00',
            tags: ['hidden'],
          },
        ]),
      ),
    )
    const { id } = await anEdition(site.store, { publishedAt: 1000 })
    const add = (title: string, state: 'published' | 'draft', at: number) =>
      addEntries(
        site.store,
        id,
        [
          {
            content: content({ title, organisations: [{ name: `Hosts of ${title}` }], tags: [`${title}s`] }),
            state,
          },
        ],
        { by: 'Ada', at, minor: false },
      )
    await add('Vigil & walk', 'published', 2000)
    await add('Not yet', 'draft', 3000)
    const index = await get(site, '/sitemap.xml')
    expect(index.type).toBe('application/xml; charset=utf-8')
    const parts = readSitemap(index.text).map(({ loc }) => loc)
    expect(parts).toEqual([1, 2].map(number => `${site.baseUrl}/sitemap-${number}.xml`))
    const pages = (
      await Promise.all(parts.map(async loc => readSitemap((await get(site, new URL(loc).pathname)).text)))
    ).flat()
    expect(pages.map(({ loc }) => decodeURI(loc.slice(site.baseUrl.length)))).toEqual([
      '/',
      '/migrants-day',
      '/migrants-day/2020',
      '/pages/about',
      '/2020/06/مقال',
      '/category/day',
      '/tag/lists',
      '/tag/vigil-walks',
      '/author/rolf-example',
      '/organisations/hosts-of-vigil-walk',
      '/migrants-day/2020/vigil-walk',
    ])
    const entry = pages.at(-1)!
    expect(entry.lastmod).toBe('1970-01-01T00:00:02.000Z')
    expect(entry.languages).toEqual(['id', 'de', 'en', 'es', 'fil', 'fr', 'ru', 'ar', 'zh-Hans', 'x-default'])
    for (const { loc } of pages) {
      const { status, text } = await get(site, loc)
      expect([loc, status, canonicalIn(text)]).toEqual([loc, 200, decodeURI(loc)])
      expect(text).not.toContain('name="robots"')
    }
    expect((await get(site, '/sitemap-3.xml')).status).toBe(404)
  })

  test('of a site with nothing on it names its front page', async () => {
    const [part] = readSitemap((await get(site, '/sitemap.xml')).text)
    expect(readSitemap((await get(site, new URL(part!.loc).pathname)).text).map(({ loc }) => loc)).toEqual([
      `${site.baseUrl}/`,
    ])
  })
})

describe('pages', () => {
  test('say which address is theirs however they are asked for, and in which languages they are', async () => {
    const site = await openSite('2020-12-18T12:00:00Z')
    const { id } = await anEdition(site.store, { publishedAt: 1000 })
    const entries = [{ content: content({ title: 'Vigil', tags: ['Maps'] }), state: 'published' as const }]
    await addEntries(site.store, id, entries, { by: 'Ada', at: 2000, minor: false })
    const plain = `${site.baseUrl}/migrants-day/2020`
    for (const asked of [
      '',
      '?topic=maps',
      '?view=days',
      '?zone=Asia/Manila',
      '?awake=8-22',
      '?day=2020-12-18&q=v',
    ])
      expect([asked, canonicalIn((await get(site, `/migrants-day/2020${asked}`)).text)]).toEqual([
        asked,
        plain,
      ])
    const french = (await get(site, '/migrants-day/2020?lang=fr&zone=Asia/Manila')).text
    expect(canonicalIn(french)).toBe(`${plain}?lang=fr`)
    expect(french).toContain(`<link rel="alternate" hreflang="ar" href="${plain}?lang=ar"/>`)
    expect(french).toContain(`<link rel="alternate" hreflang="x-default" href="${plain}"/>`)
    expect(french).toContain('type="application/atom+xml" href="/migrants-day/2020.atom?lang=fr"')
  })
})

describe('robots', () => {
  let robots: ReturnType<typeof parse>
  beforeEach(async () => {
    const site = await openSite('2021-03-01T00:00:00Z')
    robots = parse(`${site.baseUrl}/robots.txt`, (await get(site, '/robots.txt')).text)
  })
  const allowed = (path: string) => robots.isAllowed(`http://localhost:1812${path}`, 'Searcher')

  test('are told of the sitemap, and to keep away from doors, searches, filters, zones and moments', () => {
    expect(robots.getSitemaps()).toEqual(['http://localhost:1812/sitemap.xml'])
    for (const path of [
      '/desk',
      '/desk/entries/1',
      '/sign-in?back=/desk',
      '/account',
      '/claim/abc',
      '/search?q=maps',
      '/a/2020?q=maps',
      '/a/2020?day=2020-12-18&topic=maps',
      '/a/2020?only=open',
      '/a/2020?zone=Asia/Manila',
      '/a/2020/talk?lang=fr&at=2020-12-18T13:00Z',
      '/a/2020?view=kiosk',
      '/zone',
      '/zone?back=/',
    ])
      expect([path, allowed(path)]).toEqual([path, false])
  })

  test('may read pages, their languages and parts, feeds, and what only begins alike', () => {
    for (const path of [
      '/',
      '/a/2020',
      '/a/2020?lang=fr',
      '/a/2020?day=2020-12-18',
      '/a/2020?page=2',
      '/a/2020.atom',
      '/desktop-day',
      '/search-and-rescue/2020',
      '/zone-of-peace',
      '/sitemap.xml',
    ])
      expect([path, allowed(path)]).toEqual([path, true])
  })
})
