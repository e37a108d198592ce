import { Hono } from 'hono'
import { mayPublish } from '../../domain/curator.ts'
import { stopAwaiting } from '../../services/stop-awaiting.ts'
import { readAwaited } from '../../storage/awaited.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { curating, refuse } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { ownEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { AwaitedPage } from './awaited-page.tsx'

/** Who is expected in an edition and has not announced anything yet. */
export function awaitedRoom(parts: Parts): Hono<Env> {
  const { store, config } = parts
  const room = new Hono<Env>()
  const path = paths.deskAwaited(':series', ':edition')

  room.get(path, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const at = await atDesk(c, parts, own.edition.homeZone)
    const awaited = await readAwaited(store.db, own.edition.id)
    const mayEdit = mayPublish(own.curator, own.series.id)
    return sendOnce(c, parts, <AwaitedPage at={at} own={own} awaited={awaited} mayEdit={mayEdit} />)
  })

  room.post(path, refuseOtherSites(config), refuseLongForms, curating(parts), async c => {
    const own = await ownEdition(c, parts, c.req.param() as never)
    if (own instanceof Response) return own
    const { curator, series, edition } = own
    if (!mayPublish(curator, series.id)) return refuse(c, parts)
    const { organisation = '' } = await fieldsOf(c)
    const back = paths.deskAwaited(series.slug, edition.slug)
    if (!(await stopAwaiting(store, edition.id, organisation))) return c.redirect(back, 303)
    return goDone(c, config, back, { act: 'not-awaited' })
  })
  return room
}
