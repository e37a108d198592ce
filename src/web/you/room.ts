import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { participantOf } from '../middleware/participant.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** What somebody had typed elsewhere comes along when they sign in from there: 100,000 letters, each as nine bytes. */
const refuseLongDrafts = bodyLimit({ maxSize: 1_000_000 })

/**
 * Who somebody is here who takes part: signing in by what they have, what is known of them, and going. All of it is
 * somebody's own: nobody in between keeps it, no machine lists it, and no other site learns its addresses.
 */
export function youRoom(parts: Parts): Hono<Env> {
  const { config } = parts
  const room = new Hono<Env>()
  const own = refuseOtherSites(config)
  const signingIn = () => import('./signing-in.tsx')
  const byMail = () => import('./by-mail.tsx')

  room.use(`${paths.you()}/*`, async (c, next) => {
    await next()
    c.res.headers.set('referrer-policy', 'same-origin')
    c.res.headers.set('x-robots-tag', 'noindex')
    c.res.headers.set('cache-control', 'no-store')
  })

  room.get(paths.you(), async c => (await import('./own.tsx')).showOwn(c, parts))
  room.post(paths.you(), own, refuseLongDrafts, async c => (await import('./own.tsx')).change(c, parts))
  room.get(paths.youWho(), async c => {
    const who = await participantOf(c)
    c.header('vary', 'Cookie')
    return c.json(who.kind === 'guest' ? { kind: who.kind } : { kind: who.kind, name: who.name })
  })
  room.post(paths.youName(), own, refuseLongForms, async c => (await import('./own.tsx')).rename(c, parts))
  room.post(paths.youOut(), own, refuseLongDrafts, async c => (await import('./own.tsx')).signOut(c, parts))

  room.post(paths.youSignIns(), own, refuseLongForms, async c =>
    (await import('./own.tsx')).endSignIn(c, parts),
  )

  room.get(paths.youData(), async c => (await import('./own-data.ts')).sendData(c, parts))
  room.get(paths.youRemoval(), async c => (await import('./removal.tsx')).askRemoval(c, parts))
  room.post(paths.youRemoval(), own, refuseLongForms, async c =>
    (await import('./removal.tsx')).remove(c, parts),
  )

  room.get(paths.youByMail(':token'), async c => (await byMail()).showLink(c, parts))
  room.post(paths.youByMail(':token'), own, refuseLongForms, async c => (await byMail()).useLink(c, parts))
  room.post(paths.youByCode(), own, refuseLongForms, async c => (await byMail()).useCode(c, parts))
  room.post(paths.youWith('mail'), own, refuseLongDrafts, async (c, next) =>
    config.mail === null || parts.store.isReadOnly ? next() : (await byMail()).send(c, parts),
  )

  room.post(
    paths.youWith(':provider'),
    own,
    refuseLongDrafts,
    async (c, next) => (await (await signingIn()).begin(c, parts, c.req.param('provider')!)) ?? next(),
  )
  for (const path of [paths.youBack(':provider', null), paths.youBack(':provider', ':host')])
    room.get(path, async (c, next) => {
      const [provider, host] = [c.req.param('provider')!, c.req.param('host') ?? null]
      return (await (await signingIn()).finish(c, parts, provider, host)) ?? next()
    })
  return room
}
