import type { Lease } from '../domain/job.ts'
import { endJob, takeJobs as take } from '../storage/leases.ts'
import type { Store } from '../storage/store.ts'

/** What a worker has room for of one kind. */
export type Wanted = {
  kind: string
  most: number
  /** How long an attempt may take, in milliseconds, until others may take the job for lost. */
  leaseMs: number
  /** How often it is tried. */
  attempts: number
  isLost: boolean
}

/**
 * Takes what is due, and what others have not come back from. What was begun as often as it may and never came back
 * is kept as failed: whatever ends a process should not do so for ever.
 *
 * @param by running: ids of what this worker runs just now
 */
export async function takeJobs(
  store: Store,
  wanted: Wanted[],
  by: { worker: string; now: number; running: string[]; most: number },
): Promise<Lease[]> {
  const { worker, now, running } = by
  return store.db.transaction().execute(async db => {
    const taken: Lease[] = []
    for (const { kind, most, leaseMs, attempts, isLost } of wanted) {
      const room = () => Math.min(most, by.most - taken.length)
      const lease = { worker, now, until: now + leaseMs, except: running }
      const lost = isLost && room() > 0 ? await take(db, { kind, from: 'running', most: room() }, lease) : []
      for (const job of lost) {
        if (job.attempt <= attempts) taken.push(job)
        else await endJob(db, job, now, { code: 'worker-lost', values: {} })
      }
      const left = most - lost.length
      if (left > 0 && room() > 0)
        taken.push(...(await take(db, { kind, from: 'waiting', most: Math.min(left, room()) }, lease)))
    }
    return taken
  })
}
