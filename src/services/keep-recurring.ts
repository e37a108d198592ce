import { isDeepStrictEqual } from 'node:util'
import type { JobKind } from '../domain/job.ts'
import { nextTime } from '../domain/recurrence.ts'
import { findRecurringJob, type RecurringJob, writeRecurringJob } from '../storage/recurring-jobs.ts'
import type { Store } from '../storage/store.ts'

/**
 * Makes sure that some work comes back by this rule. One that does already keeps its next time and its zone, unless
 * kind, data or rule are others now.
 *
 * @param now epoch milliseconds
 */
export async function keepRecurring<Kind extends JobKind>(
  store: Store,
  told: Pick<RecurringJob<Kind>, 'name' | 'kind' | 'data' | 'rule' | 'zone'>,
  now: number,
): Promise<void> {
  await store.db.transaction().execute(async db => {
    const known = await findRecurringJob(db, told.name)
    const isAs = (other: RecurringJob) =>
      isDeepStrictEqual([other.kind, other.data, other.rule], [told.kind, told.data, told.rule])
    if (known && isAs(known)) return
    const zone = known?.zone ?? told.zone
    const nextAt = nextTime(told.rule, zone, now)
    await writeRecurringJob(db, { ...told, zone, nextAt, lastAt: known?.lastAt ?? null } as RecurringJob)
  })
}
