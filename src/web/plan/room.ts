import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** All of an edition may be chosen in one form. */
const refuseLongChoices = bodyLimit({ maxSize: 262_144 })

/**
 * A reader’s plan, without an account. Its pages are loaded when the first reader has one. They are somebody’s own: no
 * other site learns their address, no machine lists them and nobody in between keeps them.
 */
export function planRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const pages = () => import('./pages.tsx')
  const acts = () => import('./acts.ts')
  const room = new Hono<Env>()

  room.use(`${paths.plan()}/*`, compress(), async (c, next) => {
    await next()
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('x-robots-tag', 'noindex')
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })

  room.get(paths.plan(), async c => (await pages()).showOwnPlan(c, parts))
  room.get(paths.planStars(), async c => (await acts()).tellStars(c, parts))
  room.get(paths.catchUp(), async c => (await import('./catching-up.tsx')).showCatchUp(c, parts))
  room.get(paths.planChoice(':series', ':edition'), async (c, next) => {
    const [series, edition] = [c.req.param('series')!, c.req.param('edition')!]
    const { showChoice } = await import('./choosing.tsx')
    return (await showChoice(c, parts, { series, edition })) ?? next()
  })
  room.post(paths.planEntries(), refuseOtherSites(config), refuseLongChoices, async c =>
    (await acts()).star(c, parts),
  )
  room.post(paths.planPins(), refuseOtherSites(config), refuseLongForms, async c =>
    (await acts()).pin(c, parts),
  )
  room.post(paths.planHours(), refuseOtherSites(config), refuseLongForms, async c =>
    (await acts()).settleHours(c, parts),
  )
  room.post(paths.planForgotten(), refuseOtherSites(config), refuseLongForms, async c =>
    (await acts()).forget(c, parts),
  )
  room.get(paths.planCalendar(':token').replace(':token.ics', ':token{[\\w-]+\\.ics}'), async (c, next) => {
    const { sendCalendar } = await import('./calendar.ts')
    return (await sendCalendar(c, parts, c.req.param('token')!.slice(0, -4))) ?? next()
  })
  room.get(
    paths.plan(':token'),
    async (c, next) => (await (await pages()).showPlanOf(c, parts, c.req.param('token')!)) ?? next(),
  )
  room.post(
    paths.plan(':token'),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await acts()).takeOver(c, parts, c.req.param('token')!)) ?? next(),
  )
  return room
}
