import { Hono } from 'hono'
import { nextChange } from '../../domain/next-change.ts'
import type { Programme } from '../../domain/programme.ts'
import { isKnownToReaders } from '../../domain/published.ts'
import { listSeries } from '../../storage/series.ts'
import { nextMidnight } from '../../time/days.ts'
import { paths } from '../paths.ts'
import { type Env, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { movingUntil } from '../ui/moving.ts'
import { htmlOfPage, versionOf } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { chooseEditions } from './choose-editions.ts'
import { HomePage } from './home-page.tsx'

/** The front page: what this is, the day to look at now, and all series. */
export function homeRoom(parts: Parts): Hono<Env> {
  const { store, config, assets } = parts
  const room = new Hono<Env>()

  room.get(paths.home(), async c => {
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
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: ownStyles(programmes[0]?.series.accent ?? null),
      until: firstChange(programmes, reader.at, showing.zone),
      version: versionOf(all),
      currentVersion: async () => versionOf((await listSeries(store)).filter(isKnownToReaders)),
    }
    return show(c, parts, rendered)
  })

  return room
}

function firstChange(programmes: Programme[], now: number, zone: string): number {
  return Math.min(
    nextMidnight(now, zone),
    ...programmes.map(programme => movingUntil(programme.edition, now, nextChange(programme, now, zone))),
  )
}
