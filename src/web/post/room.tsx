import { Hono } from 'hono'
import { canonicalZone } from '../../time/zones.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating } from '../middleware/curator.ts'
import { onMissing } from '../middleware/errors.tsx'
import { ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { PostPage } from './post-page.tsx'

/** An edition as a post for the curator's blog. */
export function postRoom(parts: Parts): Hono<Env> {
  const { programmes, config } = parts
  const room = new Hono<Env>()

  room.get(paths.deskPost(':series', ':edition'), curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const programme = await programmes(own.series.slug, own.edition.slug)
    if (!programme) return onMissing(c, parts)
    const { named, unknown } = readZones(c.req.query('zones') ?? own.edition.homeZone)
    const format = c.req.query('format') === 'markdown' ? 'markdown' : 'html'
    const { writePost } = await import('../../outlet/post/write-post.ts')
    const write = (as: 'html' | 'markdown') =>
      writePost(programme, { format: as, zones: named, baseUrl: config.baseUrl, heading: false }).text
    const at = await atDesk(c, parts, own.edition.homeZone)
    const told = { format, zones: named, unknown, text: write(format), html: write('html') } as const
    return sendOnce(c, parts, <PostPage at={at} own={own} {...told} />)
  })
  return room
}

/** Names of zones with commas between them; at most ten. */
export function readZones(typed: string): { named: string[]; unknown: string[] } {
  const names = typed.split(/[,;\n]/).flatMap(name => name.trim() || [])
  const zones = names.slice(0, 10).map(name => ({ name, zone: canonicalZone(name) }))
  return {
    named: [...new Set(zones.flatMap(({ zone }) => zone ?? []))],
    unknown: zones.flatMap(({ name, zone }) => (zone ? [] : [name.slice(0, 60)])),
  }
}
