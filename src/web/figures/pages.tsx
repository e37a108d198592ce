import { seriesIn } from '../../domain/in-language.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { listSeries } from '../../storage/series.ts'
import { listMenu } from '../../storage/writings.ts'
import { nextMidnight } from '../../time/days.ts'
import { countsOf, figuresOfSeries } from '../known-figures.ts'
import { linkedStyles, ownStyles, type Parts, readerOf, show, type Visit } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { htmlOfPage, sendOnce, versionOf } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { FigurePage } from './figure-page.tsx'
import { FiguresPage } from './figures-page.tsx'
import { figuresVersion, readFigure } from './read-figure.ts'

/** All figures, and what is counted of each series. */
export async function showFigures(c: Visit, parts: Parts): Promise<Response> {
  const { store, config, assets } = parts
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const all = (await listSeries(store)).filter(isKnownToReaders)
  const version = async () =>
    `${await figuresVersion(store, null, showing)} ${versionOf(await listSeries(store))}`
  const state = await version()
  const asking = { ...showing, site: siteOf(config.baseUrl), at: showing.now }
  const counted = []
  for (const series of all) {
    const figures = await countsOf(store, series.slug, asking)
    if (figures.length) counted.push({ series: seriesIn(series, showing.language), figures })
  }
  const page = (
    <FiguresPage
      figures={await figuresOfSeries(store, null, showing.language)}
      counted={counted}
      menu={await listMenu(store.db)}
      {...{ showing, assets }}
      baseUrl={config.baseUrl}
    />
  )
  return show(c, parts, {
    html: await htmlOfPage(page),
    styles: linkedStyles,
    until: nextMidnight(showing.now, 'UTC'),
    version: `${state} ${await readBlogRevision(store.db)}`,
    currentVersion: async () => `${await version()} ${await readBlogRevision(store.db)}`,
  })
}

/** Null: there is none. */
export async function showFigure(c: Visit, parts: Parts): Promise<Response | null> {
  const { store, config, assets } = parts
  const { series = null, slug } = c.req.param() as { series?: string; slug: string }
  const showing = showingOf(readerOf(c, parts), 'UTC')
  const versionNow = async () =>
    `${await figuresVersion(store, series, showing)} ${await readBlogRevision(store.db)}`
  const version = await versionNow()
  const asked = c.req.query('with')
  const read = await readFigure(
    store,
    series === null ? slug : `${series}/${slug}`,
    asked,
    showing,
    config.baseUrl,
  )
  if (!read) return null
  const of = (await listSeries(store)).find(({ id }) => id === read.figure.seriesId) ?? null
  const page = (
    <FigurePage
      {...read}
      series={of && seriesIn(of, showing.language)}
      menu={await listMenu(store.db)}
      {...{ showing, assets }}
      baseUrl={config.baseUrl}
    />
  )
  if (read.isAsked) return sendOnce(c, parts, page, 200, of?.accent ?? null)
  return show(c, parts, {
    html: await htmlOfPage(page),
    styles: [...linkedStyles, ...ownStyles(of?.accent ?? null)],
    until: nextMidnight(showing.now, 'UTC'),
    version,
    currentVersion: versionNow,
  })
}
