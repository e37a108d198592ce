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
  isPressing?: boolean
}

/** `isLost`: another worker had it, and did not come back. */
export type Taken = Lease & { isLost?: true }

/**
 * Takes what is due, and what others have not come back from. What was begun as often as it may and never came back
 * is kept as failed: whatever ends a process should not do so for ever.
 *
 * Whatever was running when a process ended may be what ended it: those are taken up one at a time, so that the one
 * that does ends none that did not.
 *
 * @param by running: ids of what this worker runs just now; most: how many there is room for, mostOthers: of what is not
 *   pressing, mostLost: of what others have not come back from
 */
export async function takeJobs(
  store: Store,
  wanted: Wanted[],
  by: {
    worker: string
    now: number
    running: string[]
    most: number
    mostOthers?: number
    mostLost?: number
  },
): Promise<Taken[]> {
  const { worker, now, running } = by
  return store.db.transaction().execute(async db => {
    const taken: Taken[] = []
    let { mostLost = by.most, mostOthers = by.most } = by
    for (const { kind, most, leaseMs, attempts, isLost, isPressing } of wanted) {
      let room = Math.min(most, by.most - taken.length, isPressing ? by.most : mostOthers)
      const lease = { worker, now, until: now + leaseMs, except: running }
      const before = taken.length
      if (isLost && room > 0 && mostLost > 0) {
        for (const job of await take(db, { kind, from: 'running', most: Math.min(room, mostLost) }, lease)) {
          room--
          mostLost--
          if (job.attempt <= attempts) taken.push({ ...job, isLost: true })
          else await endJob(db, job, now, { code: 'worker-lost', values: {} })
        }
      }
      if (room > 0) taken.push(...(await take(db, { kind, from: 'waiting', most: room }, lease)))
      if (!isPressing) mostOthers -= taken.length - before
    }
    return taken
  })
}
