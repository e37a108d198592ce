import { pauseAfter } from '../domain/back-off.ts'
import type { Lease } from '../domain/job.ts'
import { Setback } from '../domain/setback.ts'
import { endJob, putBackJob } from '../storage/leases.ts'
import type { Store } from '../storage/store.ts'

/** How an attempt ended: done; kept from being done; or left alone before it was done. */
export type Outcome = 'done' | 'left' | Setback

/**
 * Writes down how an attempt ended: the job is done, waits for another attempt, or is kept as failed.
 *
 * @param how attempts: how many a job of its kind has; now: epoch milliseconds; chance: from 0 to 1;
 *   longestPause: between two of them
 * @returns false when the lease had run out and somebody else has the job
 */
export async function settleJob(
  store: Store,
  lease: Lease,
  outcome: Outcome,
  {
    attempts,
    now,
    chance,
    longestPause,
  }: { attempts: number; now: number; chance: number; longestPause?: number },
): Promise<boolean> {
  const { attempt } = lease
  if (outcome === 'done') return endJob(store.db, lease, now)
  if (outcome instanceof Setback && (!outcome.again || attempt >= attempts))
    return endJob(store.db, lease, now, outcome.told)
  return store.db.transaction().execute(db => {
    if (outcome === 'left') return putBackJob(db, lease, { dueAt: now, attempts: attempt - 1 })
    const dueAt = Math.max(now + pauseAfter(attempt, chance, longestPause), outcome.notBefore ?? 0)
    return putBackJob(db, lease, { dueAt, attempts: attempt, setback: outcome.told })
  })
}
