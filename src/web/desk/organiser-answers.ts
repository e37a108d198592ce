import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { Refusal } from '../../domain/refusal.ts'
import { settleOrganiserOf } from '../../services/organisers/settle-change.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownEdition } from '../middleware/own-edition.ts'
import { ownPath, paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Answers what an organiser changed, or would change. */
export function organiserAnswersRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.post(
    '/desk/:series/:edition/organisers',
    refuseOtherSites(config),
    refuseLongForms,
    curating(parts),
    async c => {
      const own = await ownEdition(c, parts, c.req.param())
      if (own instanceof Response) return own
      const { curator, series, edition } = own
      if (!mayPublish(curator, series.id)) return refuse(c, parts)
      const { change: id = '', do: told = '', back: from } = await fieldsOf(c)
      const back = ownPath(from) ?? paths.deskEdition(series.slug, edition.slug)
      const answer = told === 'take' || told === 'fine' ? 'take' : 'leave'
      if (!['take', 'keep', 'fine', 'undo'].includes(told)) return c.redirect(back, 303)
      try {
        const act = { by: curator.name, at: now() }
        const { revision } = await settleOrganiserOf(store, edition.id, { id, answer }, act)
        const acts = { take: 'source-taken', keep: 'source-kept', fine: 'saved', undo: 'undone' } as const
        return goDone(c, config, back, { act: acts[told as keyof typeof acts], undo: revision })
      } catch (error) {
        if (error instanceof Refusal) return goDone(c, config, back, { act: 'gone' })
        throw error
      }
    },
  )
  return room
}
