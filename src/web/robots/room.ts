import { Hono } from 'hono'
import { choiceGroups } from '../../domain/programme-filter.ts'
import { filterNames } from '../filter-query.ts'
import { paths } from '../paths.ts'
import type { Env } from '../show.ts'

/**
 * A programme is one page, whoever reads it; in every zone, language and moment it would be millions; and so would all ways
 * to filter it. Pages as of a moment are `noindex` besides, for those who were led to them.
 */
const text = `User-agent: *
Disallow: ${paths.chooseZone()}?
Disallow: ${paths.chooseZone()}$
Disallow: /*?*at=
Disallow: /*?*zone=
Disallow: ${paths.search()}
${[filterNames.words, filterNames.only, ...choiceGroups].map(name => `Disallow: /*?*${name}=\n`).join('')}`

export function robotsRoom(): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.robots(), c => c.text(text, 200, { 'cache-control': 'public, max-age=86400' }))
  return room
}
