import { Hono } from 'hono'
import { isKnownToReaders } from '../../domain/published.ts'
import { readSeries } from '../../storage/series.ts'
import { nextMidnight } from '../../time/days.ts'
import { type Env, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { htmlOfPage, versionOf } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { SeriesPage } from './series-page.tsx'

/** A series with all its editions. */
export function seriesRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series', async (c, next) => {
    const { series: slug } = c.req.param()
    const series = await readSeries(store, slug)
    if (!series || !isKnownToReaders(series)) return next()
    const reader = readerOf(c, parts)
    const showing = showingOf(reader, series.editions[0]?.homeZone ?? 'UTC')
    const page = <SeriesPage series={series} showing={showing} assets={assets} baseUrl={config.baseUrl} />
    const rendered = {
      html: await htmlOfPage(page),
      styles: ownStyles(series.accent),
      until: nextMidnight(reader.at, showing.zone),
      version: versionOf(series),
      currentVersion: async () => versionOf(await readSeries(store, slug)),
    }
    return show(c, parts, rendered)
  })

  return room
}
