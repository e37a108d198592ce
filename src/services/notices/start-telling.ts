import { nextDigest } from '../../domain/notice/next-digest.ts'
import { nextTime } from '../../domain/recurrence.ts'
import { skipPastUpdates } from '../../storage/notice-news.ts'
import { findRecurringJob, writeRecurringJob } from '../../storage/recurring-jobs.ts'
import { findSubscriber } from '../../storage/subscribers.ts'
import { readSubscriptions, updateSubscription } from '../../storage/subscriptions.ts'
import type { Db } from '../../storage/tables.ts'

const name = 'make-notices'

/**
 * From now on a subscriber is told: when the digests are due, and, with the first in a site, that somebody has to look
 * for what there is to tell. What happened before that is told to nobody.
 */
export async function startTelling(db: Db, subscriberId: string, at: number): Promise<void> {
  const subscriber = await findSubscriber(db, subscriberId)
  if (!subscriber) return
  const { zone, digestHour } = subscriber
  for (const { id, what, confirmedAt, nextAt } of await readSubscriptions(db, subscriberId))
    if (what === 'digest' && confirmedAt !== null && nextAt === null)
      await updateSubscription(db, id, { nextAt: nextDigest(at, { zone, hour: digestHour }).at })
  if (await findRecurringJob(db, name)) return
  await skipPastUpdates(db)
  const rule = { every: 'minutes', count: 1 } as const
  await writeRecurringJob(db, {
    name,
    kind: name,
    data: null,
    rule,
    zone: 'UTC',
    nextAt: nextTime(rule, 'UTC', at),
    lastAt: null,
  })
}
