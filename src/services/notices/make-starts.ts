import { reminderMs, startsNotice } from '../../domain/notice/notice.ts'
import { startOf } from '../../domain/phase.ts'
import { readMergedInto, readStarting } from '../../storage/notice-news.ts'
import { insertNotices, type ToBeTold } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { readAsking, readAskingByPlan } from '../../storage/subscriptions.ts'

/** Writes down who is told of what begins within the next quarter of an hour, or has begun just now. */
export function makeStarts(store: Store, now: number): Promise<void> {
  return store.db.transaction().execute(async db => {
    const [from, until] = [now - justNowMs, now + reminderMs]
    const starting = await readStarting(db, { from, until })
    if (starting.length === 0) return
    const merged = await readMergedInto(
      db,
      starting.map(({ id }) => id),
    )
    const became = new Map([...merged].flatMap(([id, ids]) => ids.map(each => [each, id] as const)))
    const entries = new Map(starting.map(entry => [entry.id, entry]))
    const all = [...became.keys()]
    const asked = (await readAsking(db, 'entry', all)).map(each => ({
      ...each,
      entryId: each.target,
      mild: false,
    }))
    const planned = (await readAskingByPlan(db, all))
      .filter(({ pin }) => pin !== 'later')
      .map(each => ({ ...each, mild: each.wish !== 'must' }))
    // Who asked for the entry itself comes first: of the same start, that is what counts.
    const told: ToBeTold[] = [...asked, ...planned.sort((a, b) => Number(a.mild) - Number(b.mild))].flatMap(
      each => {
        if (!each.wants.includes('starts')) return []
        const entry = entries.get(became.get(each.entryId)!)!
        // What is there to be read begins for nobody; where a time floats, each begins when their own clock says so.
        const startsAt = startOf(entry, each.zone)
        if (startsAt === null || startsAt <= from || startsAt > until) return []
        const notice = startsNotice({ id: entry.id, startsAt }, each, each)
        return notice ? [{ ...each, notice }] : []
      },
    )
    await insertNotices(db, told, now)
  })
}

const justNowMs = 5 * 60_000
