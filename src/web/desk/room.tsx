import { Hono } from 'hono'
import { hasRole, isModerator, isWriter, mayPublish, mayWrite, moderatedBy } from '../../domain/curator.ts'
import type { OpenReading } from '../../domain/desk.ts'
import type { Programme, SeriesWithEditions } from '../../domain/programme.ts'
import { reservedWords } from '../../domain/reserved-words.ts'
import { editEdition } from '../../services/edit-edition.ts'
import { readApart } from '../../storage/apart.ts'
import { readAwaited } from '../../storage/awaited.ts'
import { findBlogPost } from '../../storage/blog-posts.ts'
import { countAmiss } from '../../storage/link-looks.ts'
import { countQueue } from '../../storage/moderation.ts'
import { listOpenReadings } from '../../storage/readings.ts'
import { listSeries } from '../../storage/series.ts'
import { countOpenSuggestions } from '../../storage/suggestions.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { atTheDesk, curating, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { lastEditionFirst } from '../middleware/last-edition.ts'
import { ownEdition } from '../middleware/own-edition.ts'
import { pasteInto } from '../paste-into.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { deskOf } from './desk-of.ts'
import { EditionDesk } from './edition-desk.tsx'
import { HomeDesk } from './home-desk.tsx'
import { needOf } from './need-words.ts'
import { toldByOthers } from './told-by-others.ts'

/** The desk: everything one may write, and what needs attention in it. */
export function deskRoom(parts: Parts): Hono<Env> {
  const { store, config, now, wholeProgrammes } = parts
  const room = new Hono<Env>()

  room.get(paths.desk(), atTheDesk(parts), async c => {
    const curator = await theCurator(c)
    if (!isWriter(curator)) return c.redirect(paths.deskComments(), 303)
    const own = (await listSeries(store)).filter(({ id }) => mayWrite(curator, id))
    const at = await atDesk(c, parts)
    const programmes = await programmesOf(own)
    const readings = await readingsOf([...programmes.keys()])
    const apart = await readApart(store.db, [...programmes.keys()])
    const told = await toldByOthers(store.db, [...programmes.keys()])
    const into = lastEditionFirst(c, parts.config, pasteInto(own, at.showing.now))
    const editionIds = own.flatMap(({ editions }) => editions.map(({ id }) => id))
    const amiss = await countAmiss(store.db, { editionIds, alsoElsewhere: hasRole(curator, 'editor', null) })
    const waiting = isModerator(curator) ? await countQueue(store.db, moderatedBy(curator), 'waiting') : 0
    const suggested = await countOpenSuggestions(store.db, editionIds)
    return sendOnce(
      c,
      parts,
      <HomeDesk
        at={at}
        all={own}
        {...{ programmes, readings, apart, told, into, amiss, suggested, waiting }}
      />,
    )
  })

  room.post(
    '/desk/:series/:edition/live',
    refuseOtherSites(config),
    curating(parts),
    refuseLongForms,
    async c => {
      const own = await ownEdition(c, parts, c.req.param())
      if (own instanceof Response) return own
      const { series, edition, curator } = own
      const { state } = await fieldsOf(c)
      if (state !== 'live' || !mayPublish(curator, series.id)) return refuse(c, parts)
      const act = { by: curator.name, at: now() }
      const edited = await editEdition(store, edition.id, { state, publishAt: null }, act)
      const undo = 'changed' in edited && edited.changed ? edited.revision : null
      return goDone(c, config, paths.deskEdition(series.slug, edition.slug), { act: 'edition-live', undo })
    },
  )

  room.get('/desk/:series/:edition', curating(parts), async (c, next) => {
    // `/desk/entries/…` is somebody else's: no series is called so.
    if (reservedWords.has(c.req.param('series'))) return next()
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const { series, edition, curator } = own
    const programme = (await wholeProgrammes(series.slug, edition.slug))!
    const at = await atDesk(c, parts, edition.homeZone)
    const readings = (await readingsOf([edition.id])).get(edition.id) ?? []
    const apart = await readApart(store.db, [edition.id])
    const told = (await toldByOthers(store.db, [edition.id])).get(edition.id)
    const page = (
      <EditionDesk
        blogTrouble={(await findBlogPost(store.db, edition.id))?.why ?? null}
        amiss={await countAmiss(store.db, { editionIds: [edition.id], alsoElsewhere: false })}
        suggested={await countOpenSuggestions(store.db, [edition.id])}
        at={at}
        programme={programme}
        items={deskOf(programme, { readings, apart, ...told }, at.showing)}
        need={needOf(c.req.query('need'))}
        awaited={(await readAwaited(store.db, edition.id)).length}
        mayPublish={mayPublish(curator, series.id)}
      />
    )
    return sendOnce(c, parts, page)
  })
  return room

  async function readingsOf(editionIds: string[]): Promise<Map<string, OpenReading[]>> {
    const readings = await listOpenReadings(store.db, { editionIds })
    return Map.groupBy(readings, ({ editionId }) => editionId)
  }

  /** Those that may still need something; what is archived is done. */
  async function programmesOf(all: SeriesWithEditions[]): Promise<Map<string, Programme>> {
    const found = new Map<string, Programme>()
    for (const { slug, editions } of all)
      for (const edition of editions) {
        if (edition.state === 'archived') continue
        const programme = await wholeProgrammes(slug, edition.slug)
        if (programme) found.set(edition.id, programme)
      }
    return found
  }
}
