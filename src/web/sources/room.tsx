import { Hono } from 'hono'
import { type Content, clean } from '../../domain/content.ts'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { fieldsToKeep, type SourceWish, sourcePolicies, usualDaysAround } from '../../domain/source.ts'
import type { Looked } from '../../services/look-at-address.ts'
import { readAsked } from '../../services/settle-told.ts'
import { changeWish, dropSource, watchSource } from '../../services/watch-source.ts'
import { listImports } from '../../storage/imports.ts'
import { listOpenReadings } from '../../storage/readings.ts'
import { listWatched } from '../../storage/sources.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { type OwnEdition, ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { sayRefusal } from '../ui/say-refusal.ts'
import { sendOnce } from '../ui/send.tsx'
import { actRoutes } from './act-routes.tsx'
import { type OwnSource, ownSource } from './own-source.ts'
import { SourcePage } from './source-page.tsx'
import { SourcesPage } from './sources-page.tsx'

/** What is read again and again for an edition, and what becomes of what it tells. */
export function sourcesRoom(parts: Parts): Hono<Env> {
  const { store, config, now, fetch } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts), refuseLongForms] as const

  room.get('/desk/:series/:edition/sources', curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    return showAll(c, own, { typed: c.req.query('address')?.slice(0, 2000) ?? '' })
  })

  room.post('/desk/:series/:edition/sources', ...guards, async c => {
    const own = await ownEdition(c, parts, c.req.param())
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const typed = clean(String(form.get('address') ?? '')).slice(0, 2000)
    if (typed === '') return showAll(c, own, { typed })
    if (!form.has('policy')) {
      const { lookAtAddress } = await import('../../services/look-at-address.ts')
      const { db } = store
      const looked = await lookAtAddress(db, typed, own.edition, { fetch, now: now() })
      return showAll(c, own, { typed, looked })
    }
    const [foundAt, kind, title] = ['found', 'kind', 'title'].map(name => clean(String(form.get(name) ?? '')))
    const { wholeAddress } = await import('../../services/look-at-address.ts')
    try {
      const told = {
        address: wholeAddress(typed),
        foundAt: /^https?:\/\//.test(foundAt!) ? foundAt! : wholeAddress(typed),
        kind: kind?.slice(0, 20) || null,
        title: title!.slice(0, 200) || null,
        ...wishOf(form),
      }
      const id = await watchSource(store, own.edition.id, told, { curator: own.curator, at: now() })
      // Its site was just looked at, and is asked again after the pause that all sites are given.
      await parts.reads.source(id, 8000)
      return goDone(c, config, pathOf(own, id), { act: 'source-added' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showAll(c, own, { typed, refused: error })
    }
  })

  room.get('/desk/:series/:edition/sources/:id', curating(parts), async c => {
    const own = await ownSource(c, parts, c.req.param())
    return own instanceof Response ? own : showOne(c, own)
  })

  room.post('/desk/:series/:edition/sources/:id', ...guards, async c => {
    const own = await ownSource(c, parts, c.req.param())
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const by = { curator: own.curator, at: now() }
    if (!own.watched) return c.redirect(pathOf(own, own.source.id), 303)
    try {
      if (form.get('_method') === 'delete') {
        await dropSource(store, own.watched, by)
        return goDone(c, config, paths.deskSources(own.series.slug, own.edition.slug), {
          act: 'source-dropped',
        })
      }
      const title = clean(String(form.get('title') ?? '')).slice(0, 200)
      const typed = clean(String(form.get('address') ?? '')).slice(0, 2000)
      const { wholeAddress } = await import('../../services/look-at-address.ts')
      const address = typed ? wholeAddress(typed) : own.watched.address
      await changeWish(store, own.watched, { ...wishOf(form), ...(title && { title }), address }, by)
      if (address !== own.watched.address) await parts.reads.source(own.source.id, 8000)
      return goDone(c, config, pathOf(own, own.source.id), { act: 'source-changed' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showOne(c, own, error)
    }
  })

  room.route('/', actRoutes(parts))
  return room

  async function showAll(
    c: Visit,
    own: OwnEdition,
    more: { typed: string; looked?: Looked; refused?: Refusal },
  ): Promise<Response> {
    const { series, edition, curator } = own
    const { db } = store
    const isAnswer = c.req.method === 'POST'
    const here = paths.deskSources(series.slug, edition.slug)
    const at = await atDesk(c, parts, edition.homeZone, isAnswer ? here : undefined)
    const asked = await readAsked(db, { editionIds: [edition.id] })
    const refused = more.refused ? sayRefusal(at.showing.say, more.refused) : null
    const page = (
      <SourcesPage
        at={at}
        own={own}
        sources={await listWatched(db, edition.id)}
        asked={Map.groupBy(asked, ({ sourceId }) => sourceId)}
        readings={await listOpenReadings(db, { editionIds: [edition.id] })}
        mayPublish={mayPublish(curator, series.id)}
        adding={{ typed: more.typed, looked: more.looked ?? null, refused }}
      />
    )
    const isWrong = more.refused !== undefined || (more.looked !== undefined && more.looked.problem !== null)
    return sendOnce(c, parts, page, isWrong ? 422 : 200)
  }

  async function showOne(c: Visit, own: OwnSource, refused?: Refusal): Promise<Response> {
    const { db } = store
    const { edition, source } = own
    const at = await atDesk(c, parts, edition.homeZone, pathOf(own, source.id))
    const readings = await listOpenReadings(db, { editionIds: [edition.id], sourceId: source.id })
    const page = (
      <SourcePage
        at={at}
        own={own}
        asked={await readAsked(db, { sourceId: source.id })}
        readings={readings}
        imports={await listImports(db, { sourceId: source.id }, 20)}
        refused={refused ? sayRefusal(at.showing.say, refused) : null}
      />
    )
    return sendOnce(c, parts, page, refused ? 422 : 200)
  }
}

function pathOf({ series, edition }: OwnEdition, id: string): string {
  return paths.deskSource(series.slug, edition.slug, id)
}

/** What a form wishes; what it does not tell is as usual. */
function wishOf(form: FormData): SourceWish {
  const told = form.getAll('ours').map(String)
  const days = Number(form.get('days') ?? usualDaysAround)
  return {
    policy: sourcePolicies.find(policy => policy === form.get('policy')) ?? 'propose',
    newAs: form.get('new-as') === 'published' ? 'published' : 'draft',
    ours: (fieldsToKeep as readonly (keyof Content)[]).filter(field => told.includes(field)),
    daysAround: Number.isFinite(days) ? days : usualDaysAround,
    repeated: form.get('repeated') === 'one' ? 'one' : 'each',
  }
}
