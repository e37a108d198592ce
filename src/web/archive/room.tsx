import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { findAuthor } from '../../storage/authors.ts'
import { type BlogChoice, findWord, readBlogRevision } from '../../storage/blog.ts'
import { listEditionsNaming, listLinesNaming } from '../../storage/entry-lines.ts'
import { listSeries } from '../../storage/series.ts'
import type { Db } from '../../storage/tables.ts'
import { listMenu } from '../../storage/writings.ts'
import { sayMonth } from '../../time/say-time.ts'
import { blogRows, pageIn } from '../blog-rows.ts'
import { paths } from '../paths.ts'
import { type Env, linkedStyles, type Parts, readerOf, show } from '../show.ts'
import { AuthorBox } from '../ui/author-box.tsx'
import { htmlOfPage, versionOf } from '../ui/send.tsx'
import { type Showing, showingOf } from '../ui/showing.ts'
import type { Key } from '../words.ts'
import { ArchivePage } from './archive-page.tsx'

type List = {
  choice: BlogChoice
  title: (showing: Showing) => string
  kind: Key
  pathOf: (page: number) => string
  above?: (showing: Showing) => Child
  /** It has feeds of its own. */
  hasFeed?: boolean
  /** It is a page also where nothing is listed. */
  stands?: boolean
}

/** Lists of what was posted, at the addresses that older blogs had for them. */
export function archiveRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const { db } = store
  const room = new Hono<Env>()

  listAt('/:year{\\d{4}}', async ({ year = '' }) => ({
    choice: { of: 'days', begin: `${year}-` },
    title: () => year,
    kind: 'blog.year',
    pathOf: page => paths.year(year, page),
  }))

  listAt('/:year{\\d{4}}/:month{\\d{2}}', async ({ year, month }) => {
    const own = `${year}-${month}`
    if (Number.isNaN(Date.parse(`${own}-01`))) return null
    return {
      choice: { of: 'days', begin: `${own}-` },
      title: ({ locale }) => sayMonth(own, locale),
      kind: 'blog.month',
      pathOf: page => paths.month(own, page),
    }
  })

  for (const of of ['category', 'tag'] as const)
    listAt(paths[of](':slug'), async ({ slug = '' }) => {
      const word = await findWord(db, of === 'tag' ? 'tags' : 'categories', slug)
      return (
        word && {
          choice: { of, id: word.id },
          title: () => word.name,
          kind: `blog.${of}`,
          hasFeed: true,
          pathOf: page => paths[of](slug, page),
        }
      )
    })

  listAt(paths.author(':slug'), async ({ slug = '' }) => {
    const author = await findAuthor(db, slug)
    return (
      author && {
        choice: { of: 'author', id: author.id },
        title: () => author.name,
        kind: 'blog.author',
        hasFeed: true,
        pathOf: page => paths.author(slug, page),
        stands: author.bio !== null,
        above: showing =>
          author.bio || author.picture || author.links.length ? (
            <AuthorBox author={author} by="" showing={showing} />
          ) : (
            ''
          ),
      }
    )
  })

  return room

  function listAt(
    path: string,
    find: (told: Record<string, string | undefined>) => Promise<List | null>,
  ): void {
    for (const at of [path, `${path}/page/:number`])
      room.get(at, async (c, next) => {
        const told = c.req.param() as Record<string, string | undefined>
        const page = pageIn(told.number)
        const list = page === null ? null : await find(told)
        const answer = list && page !== null ? await answerWith(c, list, page) : null
        return answer ?? next()
      })
  }

  /** Null where there is nothing on this page of the list. */
  async function answerWith(c: Context<Env>, list: List, number: number): Promise<Response | null> {
    const version = await currentVersion()
    const { rows, pages, count } = await blogRows(store, list.choice, number)
    const entries = list.choice.of === 'tag' ? await readTagged(db, list.choice.id, number) : null
    if (rows.length === 0 && !entries?.lines.length && !(list.stands && number === 1)) return null
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const page = (
      <ArchivePage
        title={list.title(showing)}
        kind={showing.say(list.kind)}
        count={count}
        rows={rows}
        paging={{ page: number, pages: Math.max(pages, entries?.pages ?? 0), pathOf: list.pathOf }}
        entries={entries}
        menu={await listMenu(db)}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
        feed={list.hasFeed ? list.pathOf(1) : undefined}
      >
        {list.above?.(showing) ?? ''}
      </ArchivePage>
    )
    const html = await htmlOfPage(page)
    return show(c, parts, {
      html,
      styles: linkedStyles,
      until: Number.POSITIVE_INFINITY,
      version,
      currentVersion,
    })
  }

  async function currentVersion(): Promise<string> {
    return `${await readBlogRevision(db)} ${versionOf(await listSeries(store))}`
  }
}

/** So many stand on one page, below as many posts and editions as stand on one. */
const entriesPerPage = 50

/** The entries about a subject, of all years; null where there are none. */
async function readTagged(db: Db, id: string, page: number) {
  const naming = { of: 'tag', id } as const
  const editions = await listEditionsNaming(db, naming)
  const entries = editions.reduce((sum, { count }) => sum + count, 0)
  if (entries === 0) return null
  const offset = (page - 1) * entriesPerPage
  const lines = await listLinesNaming(db, naming, { limit: entriesPerPage, offset })
  return { editions, lines, pages: Math.ceil(entries / entriesPerPage) }
}
