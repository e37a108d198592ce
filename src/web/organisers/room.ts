import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** As long as a hundred links with their titles. */
const refuseLongEdits = bodyLimit({ maxSize: 400_000 })

/**
 * Where whoever organises an event comes in by their mailbox, and tells its times, links and recording. All of it is
 * somebody's own: nobody in between keeps it, no machine lists it, no other site learns its addresses.
 */
export function organisersRoom(parts: Parts): Hono<Env> {
  const { config, store } = parts
  const room = new Hono<Env>()
  const own = refuseOtherSites(config)
  const coming = () => import('./coming-in.tsx')
  const telling = () => import('./telling.tsx')

  for (const path of [paths.organisers(), `${paths.organisers()}/*`])
    room.use(path, async (c, next) => {
      if (store.isReadOnly) return c.notFound()
      await next()
      c.res.headers.set('referrer-policy', 'same-origin')
      c.res.headers.set('x-robots-tag', 'noindex')
      c.res.headers.set('cache-control', 'no-store')
    })

  room.get(paths.organisers(), async (c, next) => (await (await coming()).ask(c, parts)) ?? next())
  room.post(
    paths.organisers(),
    own,
    refuseLongForms,
    async (c, next) => (await (await coming()).send(c, parts)) ?? next(),
  )
  const token = ':token{[\\w-]{43}}'
  room.get(paths.organiserLink(token), async c => (await coming()).showLink(c, parts))
  room.post(paths.organiserLink(token), own, refuseLongForms, async c => (await coming()).useLink(c, parts))
  room.post(paths.organiserOut(), own, refuseLongForms, async c => (await coming()).leave(c, parts))

  room.get(paths.organiserOwn(), async c => (await telling()).list(c, parts))
  room.get(paths.organiserEntry(':id'), async (c, next) => (await (await telling()).show(c, parts)) ?? next())
  room.post(
    paths.organiserEntry(':id'),
    own,
    refuseLongEdits,
    async (c, next) => (await (await telling()).save(c, parts)) ?? next(),
  )
  room.post(
    paths.organiserRecording(':id'),
    own,
    refuseLongForms,
    async (c, next) => (await (await telling()).saveRecording(c, parts)) ?? next(),
  )
  return room
}
