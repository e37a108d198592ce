import { Hono } from 'hono'
import { paths } from '../paths.ts'
import type { Env } from '../show.ts'

/**
 * A programme is one page, whoever reads it; in every zone, language and moment it would be millions. Pages as of a
 * moment are `noindex` besides, for those who were led to them.
 */
const text = `User-agent: *
Disallow: ${paths.chooseZone()}?
Disallow: ${paths.chooseZone()}$
Disallow: /*?*at=
Disallow: /*?*zone=
`

export function robotsRoom(): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.robots(), c => c.text(text, 200, { 'cache-control': 'public, max-age=86400' }))
  return room
}
