import { Hono } from 'hono'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/**
 * What one subscriber is told: the address is the key to it, and to nothing else. No other site learns it, no machine
 * lists it. Nothing is done by looking at it: what reads mails for its owners may open all that is in them.
 */
export function subscriptionsRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const room = new Hono<Env>()
  const acts = () => import('./acts.tsx')
  const token = ':token{[\\w-]{48}}'

  room.use(`${paths.subscriptions('*')}`, async (c, next) => {
    await next()
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('x-robots-tag', 'noindex')
    c.res.headers.set('cache-control', 'no-store')
  })
  room.get(paths.subscriptions(token), async (c, next) => (await (await acts()).showOwn(c, parts)) ?? next())
  room.post(
    paths.subscriptions(token),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await acts()).settle(c, parts)) ?? next(),
  )
  room.post(
    paths.subscriptions(token, 'confirmed'),
    refuseOtherSites(config),
    refuseLongForms,
    async (c, next) => (await (await acts()).confirm(c, parts)) ?? next(),
  )
  room.get(
    paths.subscriptions(token, 'ended'),
    async (c, next) => (await (await acts()).askEnd(c, parts)) ?? next(),
  )
  // One click in a program for mail: it comes from anywhere, without a cookie (RFC 8058).
  room.post(paths.subscriptions(token, 'ended'), refuseLongForms, async c => (await acts()).end(c, parts))
  room.post(paths.subscriptions(token, 'removed'), refuseOtherSites(config), refuseLongForms, async c =>
    (await acts()).remove(c, parts),
  )
  room.get(
    paths.subscriptions(token, 'export.json'),
    async (c, next) => (await (await acts()).exportOwn(c, parts)) ?? next(),
  )
  return room
}
