import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import { removeJob } from '../storage/jobs.ts'
import { fromJson } from '../storage/json.ts'
import type { Store } from '../storage/store.ts'

/**
 * Gives up a job that failed, waits for another attempt or is overdue: it is not done.
 *
 * @throws Refusal when it does not stand like this any more
 */
export async function dropJob(
  store: Store,
  id: string,
  { who, at }: { who: Actor; at: number },
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const row = await removeJob(db, id)
    if (!row || (row.state === 'waiting' && row.error === null && row.due_at > at))
      throw new Refusal('job-gone', {}, 'This job is done, gone, or running just now.')
    const { kind, data } = row
    await recordAudit(db, { at, who, act: 'job-dropped', subject: kind, details: { data: fromJson(data) } })
  })
}
