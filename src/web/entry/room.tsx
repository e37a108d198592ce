import { Hono } from 'hono'
import { nextChange } from '../../domain/next-change.ts'
import { readRevision } from '../../storage/programmes.ts'
import { type Env, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { EntryPage } from './entry-page.tsx'

/** One entry of a programme, at the address that stays. */
export function entryRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series/:edition/:entry', async (c, next) => {
    const { series, edition, entry: slug } = c.req.param()
    const programme = await programmes(series, edition)
    const entry = programme?.entries.find(each => each.slug === slug)
    if (!programme || !entry || programme.edition.state === 'draft') return next()
    const reader = readerOf(c, parts)
    const showing = showingOf(reader, programme.edition.homeZone)
    const page = (
      <EntryPage
        programme={programme}
        entry={entry}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
      />
    )
    const rendered = {
      html: await htmlOfPage(page),
      styles: ownStyles(programme.series.accent),
      until: nextChange({ ...programme, entries: [entry] }, reader.at, showing.zone),
      version: String(programme.edition.revision),
      currentVersion: async () => String(await readRevision(store, series, edition)),
    }
    return show(c, parts, rendered)
  })

  return room
}
