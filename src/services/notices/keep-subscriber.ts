import { nextDigest } from '../../domain/notice/next-digest.ts'
import type { Subscribable, Subscriber, Want } from '../../domain/notice/subscription.ts'
import { removeAskingMails } from '../../storage/mails.ts'
import { dropNoticesOf } from '../../storage/notices.ts'
import type { Store } from '../../storage/store.ts'
import { deleteSubscriber, findSubscriber, updateSubscriber } from '../../storage/subscribers.ts'
import {
  deleteSubscription,
  findSubscriptionsOf,
  readSubscriptions,
  updateSubscription,
} from '../../storage/subscriptions.ts'
import type { Db } from '../../storage/tables.ts'
import { startTelling } from './start-telling.ts'

/** Whoever opened the link says yes: they are told of all that was asked for. An address that bounced is tried anew. */
export function confirmSubscriber(store: Store, id: string, at: number): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    if (!(await findSubscriber(db, id))) return false
    await updateSubscriber(db, id, { state: 'confirmed', bounces: 0, bouncedAt: null })
    for (const { id: subscription, confirmedAt } of await readSubscriptions(db, id))
      if (confirmedAt === null) await updateSubscription(db, subscription, { confirmedAt: at })
    await startTelling(db, id, at)
    return true
  })
}

type Settled = Partial<Pick<Subscriber, 'language' | 'zone' | 'waking' | 'digestHour'>> & {
  /** By the id of a subscription. */
  wants?: ReadonlyMap<string, Want[]>
}

/** Keeps how somebody wants to be told. A digest comes at its new hour from the next morning on. */
export function settleSubscriber(store: Store, id: string, told: Settled, at: number): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const { wants, ...settings } = told
    if (!(await findSubscriber(db, id))) return false
    await updateSubscriber(db, id, settings)
    const { zone, digestHour } = (await findSubscriber(db, id))!
    for (const { id: subscription, what, nextAt } of await readSubscriptions(db, id)) {
      const wanted = wants?.get(subscription)
      if (wanted?.length) await updateSubscription(db, subscription, { wants: wanted })
      if (what === 'digest' && nextAt !== null)
        await updateSubscription(db, subscription, { nextAt: nextDigest(at, { zone, hour: digestHour }).at })
    }
    return true
  })
}

/** Ends one thing that is told; with the last of them, the address is removed. Ended twice is ended. */
export function endSubscription(store: Store, subscriberId: string, subscriptionId: string): Promise<void> {
  return store.db.transaction().execute(async db => {
    const known = await readSubscriptions(db, subscriberId)
    if (!known.some(({ id }) => id === subscriptionId)) return
    await deleteSubscription(db, subscriptionId)
    if (known.length === 1) await forgetWithin(db, subscriberId)
  })
}

/** Ends whatever is told of a thing that is gone, within the transaction that removes it. */
export async function endSubscriptionsOf(db: Db, what: Subscribable, target: string): Promise<void> {
  for (const { id, subscriberId } of await findSubscriptionsOf(db, what, target)) {
    const known = await readSubscriptions(db, subscriberId)
    await deleteSubscription(db, id)
    if (known.length === 1) await forgetWithin(db, subscriberId)
  }
}

/** Ends all, and removes the address and all that was kept with it. */
export function forgetSubscriber(store: Store, id: string): Promise<void> {
  return store.db.transaction().execute(db => forgetWithin(db, id))
}

/** The same within an act that does more. */
export async function forgetWithin(db: Db, id: string): Promise<void> {
  const subscriber = await findSubscriber(db, id)
  if (!subscriber) return
  await deleteSubscriber(db, id)
  if (subscriber.channel === 'mail') await removeAskingMails(db, subscriber.address)
}

/** So many that came back for good within a month, and nothing more is sent: the mailbox may have been full of rules. */
const mostBounces = 3
const month = 30 * 86_400_000

/**
 * What was sent came back for good. Where it says that there is no such mailbox, that is all; else it has to happen
 * three times within a month.
 *
 * @param code RFC 3463
 */
export async function noteBounce(
  db: Db,
  id: string,
  { code, at }: { code: string | null; at: number },
): Promise<void> {
  const subscriber = await findSubscriber(db, id)
  if (!subscriber || subscriber.state === 'bounced') return
  const { bounces: before, bouncedAt } = subscriber
  const bounces = bouncedAt !== null && at - bouncedAt < month ? before + 1 : 1
  const isNobody = /^5\.(?:1\.[0136]|2\.1|6\.7)/.test(code ?? '')
  const isEnded = isNobody || bounces >= mostBounces
  await updateSubscriber(db, id, { bounces, bouncedAt: at, ...(isEnded && { state: 'bounced' }) })
  if (isEnded) await dropNoticesOf(db, id, at)
}
