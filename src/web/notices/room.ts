import { Hono } from 'hono'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Where one asks to be told of a series, an edition, an entry or one's own plan. Loaded when somebody comes. */
export function noticesRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const room = new Hono<Env>()
  const acts = () => import('./acts.tsx')
  const offers = () => import('./what-there-is.ts')

  for (const at of ['/:series', '/:series/:edition', '/:series/:edition/:entry']) {
    room.get(paths.notices(at), async (c, next) => {
      const offer = await (await offers()).offerAt(parts, c.req.param() as { series: string })
      return offer ? (await acts()).showOffer(c, parts, offer) : next()
    })
    room.post(paths.notices(at), refuseOtherSites(config), refuseLongForms, async (c, next) => {
      const offer = store.isReadOnly
        ? null
        : await (await offers()).offerAt(parts, c.req.param() as { series: string })
      return offer ? (await acts()).take(c, parts, offer) : next()
    })
  }
  room.get(paths.notices(paths.plan()), async c => {
    const offer = await (await offers()).offerOfPlan(c, parts)
    return offer ? (await acts()).showOffer(c, parts, offer) : c.redirect(paths.plan(), 303)
  })
  room.post(paths.notices(paths.plan()), refuseOtherSites(config), refuseLongForms, async c => {
    const offer = store.isReadOnly ? null : await (await offers()).offerOfPlan(c, parts)
    return offer ? (await acts()).take(c, parts, offer) : c.redirect(paths.plan(), 303)
  })
  return room
}
