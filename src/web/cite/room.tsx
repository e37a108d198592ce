import { Hono } from 'hono'
import { type Cited, citedEdition, citedEntry, citedWriting } from '../../outlet/citation/cited.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { readRevision } from '../../storage/programmes.ts'
import { findWriting, findWritingById, listMenu } from '../../storage/writings.ts'
import { type CitationFormat, citationFormats, paths } from '../paths.ts'
import { type Env, ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { CitePage } from './cite-page.tsx'

/** What can be cited at an address, and what its answer depends on. */
type Found = { cited: Cited; path: string; version: string; currentVersion: () => Promise<string> } & {
  homeZone: string
  accent: string | null
  language: string | null
  kind: Parameters<typeof CitePage>[0]['kind']
}

/** How entries, editions, posts and pages are cited: a page to copy from, and files for programs. */
export function citeRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()
  const files = `{.+\\.(?:${citationFormats.map(format => format.replace('.', '\\.')).join('|')})}`

  const at = {
    post: '/:year{\\d{4}}/:month{\\d{2}}',
    page: '/pages',
    entry: '/:series/:edition',
    edition: '/:series',
  }
  for (const below of [at.post, at.page, at.entry, at.edition]) {
    const find = below === at.post || below === at.page ? findOfBlog : findOfProgramme
    room.get(`${below}/:slug/cite`, async (c, next) => {
      const found = await find(c, c.req.param('slug')!)
      return found ? showPage(c, found) : next()
    })
    room.get(`${below}/:file${files}`, async (c, next) => {
      const file = c.req.param('file')!
      const format = citationFormats.find(each => file.endsWith(`.${each}`))!
      const found = await find(c, file.slice(0, -format.length - 1))
      return found ? showFile(c, found, format) : next()
    })
  }
  return room

  async function findOfProgramme(c: Visit, slug: string): Promise<Found | null> {
    const { series = '', edition: below } = c.req.param() as Record<string, string | undefined>
    const programme = await programmes(series, below ?? slug)
    if (!programme || programme.edition.state === 'draft') return null
    const { edition } = programme
    const entry = below === undefined ? null : programme.entries.find(each => each.slug === slug)
    if (entry === undefined) return null
    // An older entry may be called “cite”: that word was free once.
    if (entry === null && programme.entries.some(each => each.slug === 'cite')) return null
    const path = entry ? paths.entry(series, edition.slug, entry.slug) : paths.edition(series, edition.slug)
    return {
      cited: entry
        ? citedEntry(programme, entry, config.baseUrl + path)
        : citedEdition(programme, config.baseUrl + path),
      path,
      kind: entry?.kind ?? null,
      homeZone: edition.homeZone,
      accent: programme.series.accent,
      language: entry?.language ?? edition.language,
      version: `${edition.revision} ${await readBlogRevision(store.db)}`,
      currentVersion: async () =>
        `${await readRevision(store, series, edition.slug)} ${await readBlogRevision(store.db)}`,
    }
  }

  async function findOfBlog(c: Visit, slug: string): Promise<Found | null> {
    const { year, month } = c.req.param() as Record<string, string | undefined>
    const version = await readBlogRevision(store.db)
    const found = await findWriting(store.db, year === undefined ? 'page' : 'post', slug)
    const writing = found && (await findWritingById(store.db, found.id))
    if (writing?.state !== 'published') return null
    if (year !== undefined && !writing.day.startsWith(`${year}-${month}`)) return null
    const path = paths.writing(writing)
    return {
      cited: citedWriting(writing, config.baseUrl + path, siteOf(config.baseUrl)),
      path,
      kind: null,
      homeZone: 'UTC',
      accent: null,
      language: null,
      version,
      currentVersion: () => readBlogRevision(store.db),
    }
  }

  async function showPage(c: Visit, found: Found): Promise<Response> {
    const { bibTexOf } = await import('../../outlet/citation/bibtex.ts')
    const page = (
      <CitePage
        cited={found.cited}
        bibTex={bibTexOf(found.cited)}
        path={found.path}
        kind={found.kind}
        language={found.language}
        menu={await listMenu(store.db)}
        showing={showingOf(readerOf(c, parts), found.homeZone)}
        assets={assets}
        accent={found.accent}
        site={siteOf(config.baseUrl)}
      />
    )
    const { version, currentVersion } = found
    const [html, styles] = [await htmlOfPage(page), ownStyles(found.accent)]
    return show(c, parts, { html, styles, until: Number.POSITIVE_INFINITY, version, currentVersion })
  }

  async function showFile(c: Visit, found: Found, format: CitationFormat): Promise<Response> {
    const { cited, version, currentVersion } = found
    const headers = {
      'content-type': `${types[format]}; charset=utf-8`,
      'content-disposition': `attachment; filename="${cited.key}.${format}"`,
      'x-robots-tag': 'noindex',
    }
    const html = await writers[format](cited)
    return show(c, parts, {
      html,
      headers,
      styles: [],
      until: Number.POSITIVE_INFINITY,
      version,
      currentVersion,
    })
  }
}

const types: Record<CitationFormat, string> = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  'csl.json': 'application/vnd.citationstyles.csl+json',
}

/** Loaded when somebody cites. */
const writers: Record<CitationFormat, (cited: Cited) => Promise<string>> = {
  bib: async cited => (await import('../../outlet/citation/bibtex.ts')).bibTexOf(cited),
  ris: async cited => (await import('../../outlet/citation/ris.ts')).risOf(cited),
  'csl.json': async cited => (await import('../../outlet/citation/csl-json.ts')).cslJsonOf(cited),
}
