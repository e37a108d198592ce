import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { undoRevision } from '../../services/undo-revision.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownEdition } from '../middleware/own-edition.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Takes back what one revision did; undoing is a revision of its own, and can be undone. */
export function undoRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.post(
    '/desk/:series/:edition/undo',
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const own = await ownEdition(c, parts, c.req.param())
      if (own instanceof Response) return own
      const { curator, series, edition } = own
      const form = await c.req.parseBody()
      const back =
        ownPath(typeof form.back === 'string' ? form.back : undefined) ??
        paths.deskEdition(series.slug, edition.slug)
      const number = Number(form.revision)
      if (!Number.isSafeInteger(number)) return c.redirect(back, 303)
      try {
        const { revision, changed, kept } = await undoRevision(store, edition.id, number, {
          by: curator.name,
          at: now(),
          onlyDrafts: !mayPublish(curator, series.id),
        })
        if (changed === 0) return goDone(c, config, back, { act: 'nothing-undone' })
        const act = kept > 0 ? 'undone-partly' : 'undone'
        return goDone(c, config, back, { act, count: changed, undo: revision })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.key === 'only-drafts') return refuse(c, parts)
        return goDone(c, config, back, { act: notUndone[error.key] ?? 'not-undone' })
      }
    },
  )
  return room
}

const notUndone: Record<string, 'not-undone-organisations' | 'not-undone-merge'> = {
  'undo-organisations': 'not-undone-organisations',
  'merge-withdrawn': 'not-undone-merge',
}
