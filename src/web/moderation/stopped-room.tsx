import { Hono } from 'hono'
import { isOwner, mayPublish, moderatedBy } from '../../domain/curator.ts'
import { longestClosing, readClosingRule } from '../../domain/taking-part/closing.ts'
import { firstMonday, stoppedBy } from '../../domain/taking-part/stopped.ts'
import { readClosing, setClosing, setSeriesClosing } from '../../services/taking-part/close-comments.ts'
import { countWeeks } from '../../storage/moderation.ts'
import { findSeries } from '../../storage/series.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { moderating, refuse, theCurator } from '../middleware/curator.ts'
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
    moderating(parts),
    refuseLongForms,
    async c => {
      const curator = await theCurator(c)
      const { series: slug, rule = '', days: told } = await fieldsOf(c)
      if (slug) {
        const series = await findSeries(store.db, slug)
        if (!series || !mayPublish(curator, series.id)) return refuse(c, parts)
        const chosen = readClosingRule(rule === 'days' ? (told ?? '') : rule)
        if (rule === 'site' || chosen !== null)
          await setSeriesClosing(store, curator, { ...series, rule: chosen }, now())
        return c.redirect(`${paths.deskSeries(slug)}#closing`, 303)
      }
      if (!isOwner(curator)) return refuse(c, parts)
      const days = Number(told)
      if (Number.isInteger(days) && days >= 0 && days <= longestClosing)
        await setClosing(store, curator, days, now())
      return c.redirect(paths.deskCommentsStopped(), 303)
    },
  )
  return room
}
