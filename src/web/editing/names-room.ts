import { Hono } from 'hono'
import { listOrganisationNames } from '../../storage/known-names.ts'
import { curating } from '../middleware/curator.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Names that a field is completed from where a page cannot hold them all. */
export function namesRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.organisationNames(), curating(parts), async c => {
    const beginning = (c.req.query('q') ?? '').slice(0, 100)
    const names = await listOrganisationNames(parts.store.db, { beginning, limit: 20 })
    return c.json(names, 200, { 'cache-control': 'no-store' })
  })
  return room
}
