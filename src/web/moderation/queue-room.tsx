import { Hono } from 'hono'
import { moderatedBy } from '../../domain/curator.ts'
import { isDecision, queueViews } from '../../domain/taking-part/decision.ts'
import { decide, takeBack, undoMs } from '../../services/taking-part/decide.ts'
import {
  countQueue,
  findLastAct,
  findQueued,
  listQueue,
  listWaitingOf,
  type Queued,
} from '../../storage/moderation.ts'
import { wantsQueueMails } from '../../storage/queue-mails.ts'
import { readOpenReports } from '../../storage/reports.ts'
import { listSeriesNames } from '../../storage/series.ts'
import { readStanding } from '../../storage/trust.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { moderating, refuse, theCurator } from '../middleware/curator.ts'
import { refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import type { Env, Parts } from '../show.ts'
import { sendOnce } from '../ui/send.tsx'
import { QueuePage } from './queue-page.tsx'
import { type QueueQuery, queueQuery, readQueueQuery } from './queue-query.ts'

const perPage = 25

/** More of one waits only where something is wrong; they are decided on in several goes. */
const mostOfOne = 100

/** What others said and somebody has to decide on. */
export function queueRoom(parts: Parts): Hono<Env> {
  const { store, config, now } = parts
  const room = new Hono<Env>()
  const guards = [refuseOtherSites(config), moderating(parts), refuseLongForms] as const

  room.get(paths.deskComments(), moderating(parts), async c => {
    const curator = await theCurator(c)
    const scope = moderatedBy(curator)
    const asked = readQueueQuery(name => c.req.query(name))
    const found = await listQueue(store.db, scope, {
      ...asked,
      seriesId: asked.series,
      limit: perPage + 1,
      offset: (asked.page - 1) * perPage,
    })
    const shown = found.slice(0, perPage)
    const reports = await readOpenReports(
      store.db,
      shown.map(({ id }) => id),
    )
    const rows = []
    for (const comment of shown)
      rows.push({ comment, reports: reports.get(comment.id) ?? [], standing: await standingOf(comment) })
    const counted = await Promise.all(
      queueViews.map(async view => [view, await countQueue(store.db, scope, view)] as const),
    )
    const all = await listSeriesNames(store.db)
    const page = (
      <QueuePage
        at={await atDesk(c, parts)}
        asked={asked}
        rows={rows}
        hasMore={found.length > perPage}
        counts={Object.fromEntries(counted) as Record<(typeof queueViews)[number], number>}
        series={all.filter(({ id }) => scope.seriesIds?.includes(id) ?? true)}
        wantsMails={await wantsQueueMails(store.db, curator.id)}
        last={await findLastAct(store.db, curator.id, { since: now() - undoMs / 6 })}
      />
    )
    return sendOnce(c, parts, page)
  })

  room.post(paths.deskComments(), ...guards, async c => {
    const curator = await theCurator(c)
    const scope = moderatedBy(curator)
    const asked = readQueueQuery(name => c.req.query(name))
    const form = await c.req.formData()
    const [act = '', one] = String(form.get('do') ?? '').split(':')
    const decision = act === 'all' ? 'approve' : act
    if (!isDecision(decision)) return c.redirect(paths.deskComments(queueQuery(asked)), 303)
    let ids = one ? [one] : form.getAll('id').map(String)
    if (act === 'all' && one) {
      const [who] = await findQueued(store.db, scope, [one])
      ids = who ? await listWaitingOf(store.db, scope, who, mostOfOne) : [one]
    }
    const next = one ? await nextAfter(scope, asked, one) : null
    const seen = new Map(form.getAll('seen').map(told => String(told).split(':', 2) as [string, string]))
    const wish = { ids: ids.slice(0, mostOfOne), decision, scope, seen, at: now() }
    const done = await decide(store, curator, wish)
    if (!done) return refuse(c, parts)
    // What was put otherwise meanwhile waits on, and is to be read again.
    const to = one && done.count === 0 ? one : next
    return c.redirect(paths.deskComments(queueQuery(asked)) + (to ? `#q-${to}` : ''), 303)
  })

  room.post(paths.deskCommentsBack(), ...guards, async c => {
    const curator = await theCurator(c)
    const form = await c.req.formData()
    const told = new URLSearchParams(String(form.get('query') ?? ''))
    const asked = readQueueQuery(name => told.get(name) ?? undefined)
    const id = String(form.get('act') ?? '')
    const act = await findLastAct(store.db, curator.id, { since: 0, ...(id && { id }) })
    await takeBack(store, curator, { ...(id && { id }), scope: moderatedBy(curator), at: now() })
    const first = act?.before[0]?.id
    return c.redirect(paths.deskComments(queueQuery(asked)) + (first ? `#q-${first}` : ''), 303)
  })
  return room

  function standingOf({ visitorId, accountId, mailKey, editKey }: Queued) {
    const participant =
      visitorId !== null
        ? { kind: 'visitor' as const, id: visitorId }
        : accountId !== null
          ? { kind: 'curator' as const, id: accountId }
          : { kind: 'guest' as const }
    return readStanding(store.db, { participant, mailKey, editKey })
  }

  /** Where one who decides with keys goes on. */
  async function nextAfter(scope: { seriesIds: string[] | null }, asked: QueueQuery, id: string) {
    const rows = await listQueue(store.db, scope, {
      ...asked,
      seriesId: asked.series,
      limit: perPage,
      offset: (asked.page - 1) * perPage,
    })
    const here = rows.findIndex(row => row.id === id)
    return here < 0 ? null : (rows[here + 1]?.id ?? rows[here - 1]?.id ?? null)
  }
}
