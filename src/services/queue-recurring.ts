import { nextTime } from '../domain/recurrence.ts'
import { queueJob } from '../storage/jobs.ts'
import { listRecurringJobs, moveRecurringJob } from '../storage/recurring-jobs.ts'
import type { Store } from '../storage/store.ts'

/**
 * Queues the recurring work whose time has come, once however many times were missed, and moves it on to its next
 * time. What stands further off than its rule says (a clock that was wrong had moved it) is brought back.
 *
 * @param now epoch milliseconds
 */
export async function queueRecurring(store: Store, now: number): Promise<void> {
  await store.db.transaction().execute(async db => {
    for (const job of await listRecurringJobs(db)) {
      const nextAt = nextTime(job.rule, job.zone, now)
      if (job.nextAt > now) {
        if (nextAt < job.nextAt) await moveRecurringJob(db, job, { nextAt, lastAt: job.lastAt })
        continue
      }
      if (!(await moveRecurringJob(db, job, { nextAt, lastAt: now }))) continue
      const { kind, data, name } = job
      await queueJob(db, { kind, data, key: name, dueAt: now })
    }
  })
}
