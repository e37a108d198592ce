import { Hono } from 'hono'
import { seriesIn } from '../../domain/in-language.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { readBlogRevision } from '../../storage/blog.ts'
import { countYears } from '../../storage/count-years.ts'
import { readFiguresState } from '../../storage/figures.ts'
import { readDeadLinks } from '../../storage/link-places.ts'
import { readSeries } from '../../storage/series.ts'
import { listMenu } from '../../storage/writings.ts'
import { dayOf, nextMidnight } from '../../time/days.ts'
import { namedFigures } from '../named-figures.ts'
import { paths } from '../paths.ts'
import { type Env, linkedStyles, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { siteOf } from '../site-name.ts'
import { codeOf } from '../ui/on-phone.tsx'
import { htmlOfPage, versionOf } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { OnDay, recall } from './on-day.tsx'
import { Opening, openingOf } from './opening.tsx'
import { SeriesPage } from './series-page.tsx'

/** A series with all its editions. */
export function seriesRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series', async (c, next) => {
    const { series: slug } = c.req.param()
    const series = await readSeries(store, slug)
    if (!series || !isKnownToReaders(series)) return next()
    const revision = await readBlogRevision(store.db)
    const figured = versionOf(await readFiguresState(store.db))
    const menu = await listMenu(store.db)
    const reader = readerOf(c, parts)
    const named = await namedFigures(store, [series.text], {
      at: reader.at,
      language: reader.language,
      locale: reader.locale,
      site: siteOf(config.baseUrl),
    })
    const showing = {
      ...showingOf(reader, series.editions[0]?.homeZone ?? 'UTC'),
      figures: named.figures,
      deadLinks: await readDeadLinks(store.db, 'series', series.id),
    }
    const counts = await countYears(store.db, series.id)
    const recalled = await recall(store.db, series, dayOf(reader.at, showing.zone))
    const { Years } = await import('./years.tsx')
    const opening = await openingOf(store, series, showing)
    const onDay = recalled ? <OnDay recalled={recalled} showing={showing} /> : ''
    const told = seriesIn(series, showing.language)
    const page = (
      <SeriesPage
        series={series}
        menu={menu}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
        code={await codeOf(config.baseUrl + paths.series(slug))}
        opening={opening && <Opening {...opening} showing={showing} />}
        years={
          <>
            {recalled?.isToday ? onDay : ''}
            <Years series={told} counts={counts} showing={showing} />
            {recalled?.isToday ? '' : onDay}
          </>
        }
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: [...linkedStyles, ...ownStyles(series.accent)],
      until: named.until(nextMidnight(reader.at, showing.zone)),
      version: `${revision} ${versionOf(series)} ${named.state} ${figured}`,
      currentVersion: async () =>
        `${await readBlogRevision(store.db)} ${versionOf(await readSeries(store, slug))} ${await named.version()} ${versionOf(await readFiguresState(store.db))}`,
    }
    return show(c, parts, rendered)
  })

  return room
}
