import { Hono } from 'hono'
import { nextChange } from '../../domain/next-change.ts'
import type { Programme } from '../../domain/programme.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { hasPosts, readBlogRevision } from '../../storage/blog.ts'
import { listSeries } from '../../storage/series.ts'
import { listMenu } from '../../storage/writings.ts'
import { nextMidnight } from '../../time/days.ts'
import { blogRows, pageIn } from '../blog-rows.ts'
import { paths } from '../paths.ts'
import { type Env, ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { movingUntil } from '../ui/moving.ts'
import { htmlOfPage, versionOf } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { BlogPage } from './blog-page.tsx'
import { chooseEditions } from './choose-editions.ts'
import { HomePage } from './home-page.tsx'

/** The front page: what this is, the day to look at now, and all series. */
export function homeRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  room.get(paths.home(), c => showHome(c))
  room.get(paths.blog(2).replace('2', ':number'), async (c, next) => {
    const number = pageIn(c.req.param('number'))
    const { rows, pages } =
      number === null ? { rows: [], pages: 0 } : await blogRows(store, { of: 'all' }, number)
    if (number === null || rows.length === 0 || !(await hasPosts(store.db))) return next()
    const version = await versionNow()
    const showing = showingOf(readerOf(c, parts), 'UTC')
    const paging = { page: number, pages, pathOf: paths.blog }
    const page = (
      <BlogPage
        {...{ rows, paging, showing, assets }}
        menu={await listMenu(store.db)}
        baseUrl={config.baseUrl}
      />
    )
    const html = await htmlOfPage(page)
    return show(c, parts, {
      html,
      styles: [],
      until: Number.POSITIVE_INFINITY,
      version,
      currentVersion: versionNow,
    })
  })
  return room

  async function versionNow(): Promise<string> {
    return `${await readBlogRevision(store.db)} ${versionOf((await listSeries(store)).filter(isKnownToReaders))}`
  }

  async function showHome(c: Visit): Promise<Response> {
    const revision = await readBlogRevision(store.db)
    const blog = (await hasPosts(store.db)) ? await blogRows(store, { of: 'all' }, 1) : null
    const reader = readerOf(c, parts)
    const all = (await listSeries(store)).filter(isKnownToReaders)
    const chosen = chooseEditions(all, reader.at)
    const programmes = (
      await Promise.all(chosen.map(({ series, edition }) => parts.programmes(series, edition)))
    ).filter(programme => programme !== null)
    const showing = showingOf(reader, programmes[0]?.edition.homeZone ?? 'UTC')
    const page = (
      <HomePage
        all={all}
        programmes={programmes}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
        menu={await listMenu(store.db)}
        blog={blog}
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: ownStyles(programmes[0]?.series.accent ?? null),
      until: firstChange(programmes, reader.at, showing.zone),
      version: `${revision} ${versionOf(all)}`,
      currentVersion: versionNow,
    }
    return show(c, parts, rendered)
  }
}

function firstChange(programmes: Programme[], now: number, zone: string): number {
  return Math.min(
    nextMidnight(now, zone),
    ...programmes.map(programme => movingUntil(programme.edition, now, nextChange(programme, now, zone))),
  )
}
