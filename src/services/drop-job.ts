import { Refusal } from '../domain/refusal.ts'
import { removeJob } from '../storage/jobs.ts'
import type { Store } from '../storage/store.ts'

/**
 * Gives up a job that failed or waits: it is not done.
 *
 * @throws Refusal when it does not stand like this any more
 */
export async function dropJob(store: Store, id: string): Promise<void> {
  await store.db.transaction().execute(async db => {
    const row = (await removeJob(db, id, 'failed')) ?? (await removeJob(db, id, 'waiting'))
    if (!row) throw new Refusal('job-gone', {}, 'This job is done, gone, or running just now.')
  })
}
