import { Hono } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import { settleMissing, settleToldOf } from '../../services/settle-told.ts'
import { pauseSource, resumeSource } from '../../services/watch-source.ts'
import { findWatched } from '../../storage/sources.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { type Done, goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts, Visit } from '../show.ts'
import { actOf, type OwnSource, ownSource } from './own-source.ts'

/** What is done with a source by one press: it is read, paused, and answered. */
export function actRoutes(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), curating(parts), refuseLongForms] as const

  room.post('/desk/:series/:edition/sources/:id/readings', ...guards, async c => {
    const own = await ownSource(c, parts, c.req.param())
    if (own instanceof Response) return own
    if (!own.mayPublish || own.watched?.state !== 'watching') return refuse(c, parts)
    const form = await c.req.formData()
    const believed = form.get('do') === 'believe'
    const inTime = await parts.reads.source(own.source.id, 8000, { byPerson: true, believed })
    const isRead = (await findWatched(store.db, own.source.id))?.error === null
    return back(c, own, form, {
      act: !inTime ? 'source-being-read' : isRead ? 'source-read' : 'source-unread',
    })
  })

  room.post('/desk/:series/:edition/sources/:id/pause', ...guards, async c => {
    const own = await ownSource(c, parts, c.req.param())
    if (own instanceof Response) return own
    if (!own.mayPublish || !own.watched) return refuse(c, parts)
    const form = await c.req.formData()
    const by = { curator: own.curator, at: now() }
    if (form.get('_method') !== 'delete') {
      await pauseSource(store, own.watched, by)
      return back(c, own, form, { act: 'source-paused' })
    }
    await resumeSource(store, own.watched, by)
    await parts.reads.source(own.source.id, 3000)
    return back(c, own, form, { act: 'source-resumed' })
  })

  room.post('/desk/:series/:edition/sources/:id/answers', ...guards, async c => {
    const own = await ownSource(c, parts, c.req.param())
    if (own instanceof Response) return own
    const form = await c.req.formData()
    const [entry, wish] = [form.get('entry'), form.get('do')]
    const sourceId = own.source.id
    const act = actOf(own, parts)
    try {
      if (typeof entry === 'string' && (wish === 'on' || wish === 'cancelled')) {
        const told = { entryId: entry, sourceId, as: wish as 'on' | 'cancelled' }
        const { revision } = await settleMissing(store, own.edition.id, told, act)
        return back(c, own, form, {
          act: wish === 'on' ? 'source-still-on' : 'source-cancelled',
          undo: revision,
        })
      }
      const fields = form.has('chosen') ? form.getAll('field').map(String) : ('all' as const)
      const take = wish === 'keep' || wish === 'keep-all' ? [] : fields
      const of = typeof entry === 'string' && entry !== '' ? { entryId: entry } : {}
      const { revision, changed, asked } = await settleToldOf(
        store,
        own.edition.id,
        { sourceId, ...of, take },
        act,
      )
      const done = asked === 0 ? 'source-answered' : changed > 0 ? 'source-taken' : 'source-kept'
      return back(c, own, form, { act: done, count: Math.max(1, changed), undo: revision })
    } catch (error) {
      if (error instanceof Refusal && error.key === 'only-drafts') return refuse(c, parts)
      throw error
    }
  })
  return room

  function back(
    c: Visit,
    { series, edition, source }: OwnSource,
    form: FormData,
    done: Pick<Done, 'act'> & Partial<Done>,
  ): Response {
    const told = form.get('back')
    const to = ownPath(typeof told === 'string' ? told : undefined)
    return goDone(c, config, to ?? paths.deskSource(series.slug, edition.slug, source.id), done)
  }
}
