import { nextDigest } from '../../domain/notice/next-digest.ts'
import { digestNotice } from '../../domain/notice/notice.ts'
import { insertNotices } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { moveDigest, readDueDigests } from '../../storage/subscriptions.ts'
import { dayOf } from '../../time/days.ts'

const atATime = 500
const day = 86_400_000

/**
 * Writes down the digests that are due, and when the next are. Whether a morning has anything to tell is seen when it
 * is told: until then it may change. Mornings that nobody was there for are not told afterwards.
 */
export async function makeDigests(store: Store, now: number): Promise<void> {
  for (;;) {
    const done = await store.db.transaction().execute(async db => {
      const due = await readDueDigests(db, now, atATime)
      for (const each of due) {
        const { target: editionId, nextAt, lastAt, zone } = each
        const { at } = nextDigest(now, { zone, hour: each.digestHour })
        if (!(await moveDigest(db, each, { nextAt: at, lastAt: nextAt }))) continue
        const since = lastAt ?? Math.max(each.confirmedAt, nextAt - day)
        const notice = digestNotice({ editionId, day: dayOf(nextAt, zone), dueAt: nextAt, since })
        await insertNotices(db, [{ ...each, notice }], now)
      }
      return due.length
    })
    if (done < atATime) return
  }
}
