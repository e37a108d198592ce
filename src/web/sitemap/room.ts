import { Hono } from 'hono'
import { mostInSitemap, type SitemapPage, writeSitemap, writeSitemapIndex } from '../../outlet/sitemap.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { listSeries } from '../../storage/series.ts'
import { countEntryPlaces, listEntryPlaces, listPlaces } from '../../storage/sitemap.ts'
import { listTakingPart } from '../../storage/taking-part.ts'
import { asideMark } from '../answers.ts'
import { paths } from '../paths.ts'
import { type Env, headerOf, type Parts, type Visit } from '../show.ts'
import { inLanguage } from '../ui/language-switch.tsx'
import { versionOf } from '../ui/send.tsx'
import { type Language, languages } from '../words.ts'

/** What search engines may find, part by part: first what has a name of its own, then entries as they were made. */
export function sitemapRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const { db } = store
  const room = new Hono<Env>()

  room.get(paths.sitemap(), async (c, next) => {
    const answer = await answerWith(c, async () => {
      const own = Math.ceil((await namedPages()).length / perPart)
      const count = own + Math.ceil((await countEntryPlaces(db)) / perPart)
      const numbers = Array.from({ length: Math.min(count, mostInSitemap) }, (_, index) => index + 1)
      return writeSitemapIndex(
        numbers.map(number => ({ url: config.baseUrl + paths.sitemap(number), changed: null })),
      )
    })
    return answer ?? next()
  })

  room.get('/:file{sitemap-[1-9][0-9]{0,4}\\.xml}', async (c, next) => {
    const part = Number(/\d+/.exec(c.req.param('file') ?? '')![0])
    const answer = await answerWith(c, async () => {
      const pages = await pagesOf(part - 1)
      return pages.length === 0 ? null : writeSitemap(pages, inLanguages)
    })
    return answer ?? next()
  })

  return room

  async function pagesOf(part: number): Promise<SitemapPage[]> {
    const named = await namedPages()
    const own = Math.ceil(named.length / perPart)
    if (part < own) return named.slice(part * perPart, (part + 1) * perPart)
    const entries = await listEntryPlaces(db, { limit: perPart, offset: (part - own) * perPart })
    return entries.map(({ series, edition, slug, changed }) =>
      pageOf(paths.entry(series, edition, slug), changed),
    )
  }

  async function namedPages(): Promise<SitemapPage[]> {
    const { series, editions, writings, lists } = await listPlaces(db)
    const { organisations } = await listTakingPart(db, {
      seriesId: null,
      limit: mostOrganisations,
      offset: 0,
    })
    return [
      pageOf(paths.home(), null),
      ...series.map(({ slug, changed }) => pageOf(paths.series(slug), changed)),
      ...editions.map(each => pageOf(paths.edition(each.series, each.slug), each.changed)),
      ...writings.map(({ changed, ...writing }) => pageOf(paths.writing(writing), changed)),
      ...lists.map(({ of, slug }) => pageOf(paths[of](slug), null)),
      ...organisations.map(({ slug }) => pageOf(paths.organisation(slug), null)),
    ]
  }

  function pageOf(path: string, changed: number | null): SitemapPage {
    return { url: config.baseUrl + path, changed: changed === null ? null : Number(changed) }
  }

  async function answerWith(c: Visit, write: () => Promise<string | null>): Promise<Response | null> {
    const key = `${asideMark}sitemap ${c.req.path}`
    const [encodings, noneMatch] = [headerOf(c, 'accept-encoding'), headerOf(c, 'if-none-match')]
    const kept = await parts.answers.checked(key, encodings, noneMatch)
    if (kept) return kept
    const version = await currentVersion()
    const xml = await write()
    if (xml === null) return null
    const headers = { 'content-type': 'application/xml; charset=utf-8', 'x-robots-tag': 'noindex' }
    const rendered = { html: xml, headers, styles: [], until: Infinity, version, currentVersion }
    return parts.answers.answer(key, rendered, encodings, noneMatch)
  }

  async function currentVersion(): Promise<string> {
    return `${await readBlogRevision(db)} ${versionOf(await listSeries(store))}`
  }
}

/** A page in ten addresses takes a kilobyte and a half: with so many pages a part stays well below what is read. */
const perPart = 1000
const mostOrganisations = 50_000

function inLanguages(url: string): { tag: string; url: string }[] {
  return [
    ...(Object.keys(languages) as Language[]).map(code => ({
      tag: languages[code].tag,
      url: inLanguage(url, code),
    })),
    { tag: 'x-default', url },
  ]
}
