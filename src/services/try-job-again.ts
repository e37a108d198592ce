import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { removeJob } from '../storage/jobs.ts'
import { insertWaiting } from '../storage/leases.ts'
import { tellQueued } from '../storage/queued.ts'
import type { Store } from '../storage/store.ts'

/**
 * Lets a job that failed, or waits for another attempt, be tried at once, with all its attempts before it. What
 * waits for its own time does so because something is to happen then and not before.
 *
 * @throws Refusal when it does not stand like this any more
 */
export async function tryJobAgain(
  store: Store,
  id: string,
  { who, at }: { who: Actor; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const row = await removeJob(db, id)
    if (!row || (row.state === 'waiting' && row.error === null))
      throw new Refusal('job-gone', {}, 'This job is done, gone, or running just now.')
    await insertWaiting(db, row, { dueAt: at, attempts: 0 })
    await recordAudit(db, { at, who, act: 'job-again', subject: row.kind })
  })
  tellQueued(store.db)
}
