import { Hono } from 'hono'
import { readBlogRevision } from '../../storage/blog.ts'
import { readRevision } from '../../storage/programmes.ts'
import { listMenu } from '../../storage/writings.ts'
import { askedRevisions } from '../revision-query.ts'
import { type Env, linkedStyles, ownStyles, type Parts, readerOf, show } from '../show.ts'
import { htmlOfPage } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { ChangesPage } from './changes-page.tsx'
import { readLog } from './read-log.ts'

/** The public log of an edition: what readers were told, when. */
export function changesRoom(parts: Parts): Hono<Env> {
  const { store, programmes, config, assets } = parts
  const room = new Hono<Env>()

  room.get('/:series/:edition/changes', async (c, next) => {
    const { series, edition } = c.req.param()
    const programme = await programmes(series, edition)
    if (!programme || programme.edition.state === 'draft') return next()
    // An older entry may be called so: that word was free once.
    if (programme.entries.some(({ slug }) => slug === 'changes')) return next()
    const reader = readerOf(c, parts)
    const showing = showingOf(reader, programme.edition.homeZone)
    const asked = askedRevisions(new URL(c.req.url).searchParams)
    const { id, revision } = programme.edition
    const page = (
      <ChangesPage
        programme={programme}
        log={await readLog(store.db, id, asked, { revision, until: showing.now })}
        asked={asked}
        menu={await listMenu(store.db)}
        showing={showing}
        assets={assets}
        baseUrl={config.baseUrl}
      />
    )
    return show(c, parts, {
      html: await htmlOfPage(page),
      styles: [...linkedStyles, ...ownStyles(programme.series.accent)],
      until: reader.at + dayMs,
      version: `${revision} ${await readBlogRevision(store.db)}`,
      currentVersion: async () =>
        `${await readRevision(store, series, edition)} ${await readBlogRevision(store.db)}`,
    })
  })

  return room
}

const dayMs = 86_400_000
