import { Hono } from 'hono'
import { readRevision } from '../../storage/programmes.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'

/** Whether the site can answer: its store is asked. */
export function healthRoom({ store }: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.health(), async c => {
    c.header('cache-control', 'no-store')
    await readRevision(store, '', '')
    return c.text('fine\n')
  })
  return room
}
