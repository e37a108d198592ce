import { Hono } from 'hono'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** What a form that is touched is to be proven by: a challenge, and the moment, signed. */
export function proofRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.proof(), async c => {
    c.header('cache-control', 'no-store')
    if (parts.store.isReadOnly) return c.notFound()
    const { makeChallenge, signMoment } = await import('../../services/taking-part/challenge.ts')
    const { db } = parts.store
    const now = parts.now()
    return c.json({ challenge: await makeChallenge(db, now), opened: await signMoment(db, now) })
  })
  return room
}
