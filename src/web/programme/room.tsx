import { Hono } from 'hono'
import { nextChange } from '../../domain/next-change.ts'
import { readRevision } from '../../storage/programmes.ts'
import { viewOf } from '../paths.ts'
import { type Env, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { movingUntil } from '../ui/moving.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ownViewOf } from './own-view.ts'
import { ProgrammePage } from './programme-page.tsx'

/** The programme of an edition. */
export function programmeRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series/:edition', async (c, next) => {
    const { series, edition } = c.req.param()
    const programme = await programmes(series, edition)
    if (!programme || programme.edition.state === 'draft') return next()
    const reader = readerOf(c, parts)
    const showing = showingOf(reader, programme.edition.homeZone)
    const view = viewOf(c.req.query('view')) ?? ownViewOf(programme)
    const page = (
      <ProgrammePage
        programme={programme}
        showing={showing}
        assets={assets}
        view={view}
        baseUrl={config.baseUrl}
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: ownStyles(programme.series.accent),
      until: movingUntil(programme.edition, reader.at, nextChange(programme, reader.at, showing.zone)),
      version: String(programme.edition.revision),
      currentVersion: async () => String(await readRevision(store, series, edition)),
    }
    return show(c, parts, rendered)
  })

  return room
}
