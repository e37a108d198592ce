import { Hono } from 'hono'
import { isOwner, moderatedBy } from '../../domain/curator.ts'
import { firstMonday, stoppedBy } from '../../domain/taking-part/stopped.ts'
import { readClosing, setClosing } from '../../services/taking-part/close-comments.ts'
import { countWeeks } from '../../storage/moderation.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { moderating, owning, theCurator } from '../middleware/curator.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { StoppedPage } from './stopped-page.tsx'

const weeks = 26

/** What was stopped, by week; and for owners, when comments close. */
export function stoppedRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()

  room.get(paths.deskCommentsStopped(), moderating(parts), async c => {
    const curator = await theCurator(c)
    const since = firstMonday(now(), weeks)
    const counts = await countWeeks(store.db, moderatedBy(curator), { since, ms: 7 * 86_400_000 })
    const page = (
      <StoppedPage
        at={await atDesk(c, parts)}
        weeks={stoppedBy(counts, { since, weeks })}
        closing={isOwner(curator) ? await readClosing(store.db) : null}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.post(
    paths.deskCommentsClosing(),
    refuseOtherSites(config),
    owning(parts),
    refuseLongForms,
    async c => {
      const days = Number((await fieldsOf(c)).days)
      if (Number.isInteger(days) && days >= 0 && days <= 3650)
        await setClosing(store, await theCurator(c), days, now())
      return c.redirect(paths.deskCommentsStopped(), 303)
    },
  )
  return room
}
