import { earlyMs } from '../../domain/recordings/next-look.ts'
import { queueJob } from '../../storage/jobs.ts'
import { listUnforeseen, type ToLookAt } from '../../storage/recording-looks.ts'
import type { Store } from '../../storage/store.ts'

const day = 86_400_000
/** This is done every ten minutes, so whatever begins before the next time is queued now. */
const aheadMs = 20 * 60_000
/** A site that brings in years at once has them looked at little by little. */
const mostAtOnce = 200

/**
 * Queues a first look at the recordings of events that are near their start or over, and another one where the event was
 * changed since. Doing it again moves what waits and adds nothing.
 */
export async function foreseeRecordings(store: Store, now: number, chance: () => number): Promise<void> {
  const found = await listUnforeseen(store.db, { now, until: now + aheadMs, limit: mostAtOnce })
  if (found.length === 0) return
  await store.db.transaction().execute(async db => {
    for (const entry of found) {
      const data = { entry: entry.id }
      await queueJob(db, {
        kind: 'look-at-recording',
        key: entry.id,
        data,
        dueAt: dueAt(entry, now, chance()),
      })
    }
  })
}

/** What has long been over can wait its turn. */
function dueAt({ startsAt, endsAt, isNew }: ToLookAt, now: number, chance: number): number {
  const isOld = (endsAt ?? startsAt) < now - 30 * day
  return Math.max(now, startsAt - earlyMs) + (isOld && isNew ? Math.round(chance * 3 * 3_600_000) : 0)
}
