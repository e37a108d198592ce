import { Refusal } from '../domain/refusal.ts'
import { removeJob } from '../storage/jobs.ts'
import type { Store } from '../storage/store.ts'

/**
 * Gives up a job that failed, waits for another attempt or is overdue: it is not done.
 *
 * @param at epoch milliseconds
 * @throws Refusal when it does not stand like this any more
 */
export async function dropJob(store: Store, id: string, at: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    const row = await removeJob(db, id)
    if (!row || (row.state === 'waiting' && row.error === null && row.due_at > at))
      throw new Refusal('job-gone', {}, 'This job is done, gone, or running just now.')
  })
}
