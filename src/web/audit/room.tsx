import { Hono } from 'hono'
import { listAudit } from '../../storage/audit.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { owning } from '../middleware/curator.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { AuditPage } from './audit-page.tsx'

const perPage = 50

/** What was done to accounts, roles and the site, for owners. */
export function auditRoom(parts: Parts): Hono<Env> {
  const room = new Hono<Env>()
  room.get(paths.deskAudit(), owning(parts), async c => {
    const before = c.req.query('before')
    // One more than is shown tells whether there is another page.
    const lines = await listAudit(parts.store.db, { ...(before && { before }), limit: perPage + 1 })
    const shown = lines.slice(0, perPage)
    const next = lines.length > perPage ? (shown.at(-1)?.id ?? null) : null
    const page = (
      <AuditPage at={await atDesk(c, parts)} lines={shown} next={next} isFirst={before === undefined} />
    )
    return sendOnce(c, parts, page)
  })
  return room
}
