import { Hono } from 'hono'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Where readers tell that something should not stand there. Loaded when somebody comes. */
export function reportingRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  const acts = () => import('./acts.tsx')
  room.get(
    paths.commentReport(':id'),
    async (c, next) => (await (await acts()).showReport(c, parts)) ?? next(),
  )
  room.post(
    paths.commentReport(':id'),
    refuseOtherSites(parts.config),
    refuseLongForms,
    async (c, next) => (await (await acts()).takeReport(c, parts)) ?? next(),
  )
  return room
}
