import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Reader } from '../domain/notice/notice.ts'
import {
  type Channel,
  readWants,
  type Subscribable,
  type Subscription,
  usualTelling,
  type Want,
} from '../domain/notice/subscription.ts'
import { readWaking } from '../domain/waking.ts'
import { among } from './dialects/among.ts'
import type { Db, Tables } from './tables.ts'

/** Puts a subscription in place; of one that is there already only what is wanted grows. */
export async function putSubscription(
  db: Db,
  told: { subscriberId: string; what: Subscribable; target: string; wants: Want[]; at: number },
): Promise<Subscription> {
  const { subscriberId, what, target, at } = told
  const known = await db
    .selectFrom('subscriptions')
    .where('subscriber_id', '=', subscriberId)
    .where('what', '=', what)
    .where('target', '=', target)
    .selectAll()
    .executeTakeFirst()
  const row = {
    id: known?.id ?? randomUUIDv7(),
    subscriber_id: subscriberId,
    what,
    target,
    // Somebody else may have asked for it in the name of this address: what its owner chose stays.
    wants: known?.confirmed_at ? known.wants : told.wants.join(','),
    asked_at: at,
    confirmed_at: known?.confirmed_at ?? null,
    next_at: known?.next_at ?? null,
    last_at: known?.last_at ?? null,
  }
  await db
    .insertInto('subscriptions')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet({ wants: row.wants, asked_at: at }))
    .execute()
  return subscriptionOf(row as never)
}

/** In the order in which they were asked for. */
export async function readSubscriptions(db: Db, subscriberId: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .where('subscriber_id', '=', subscriberId)
    .orderBy('asked_at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(subscriptionOf)
}

export async function updateSubscription(
  db: Db,
  id: string,
  told: Partial<Pick<Subscription, 'wants' | 'confirmedAt' | 'nextAt' | 'lastAt'>>,
): Promise<void> {
  const { wants, confirmedAt, nextAt, lastAt } = told
  await db
    .updateTable('subscriptions')
    .set({ wants: wants?.join(','), confirmed_at: confirmedAt, next_at: nextAt, last_at: lastAt })
    .where('id', '=', id)
    .execute()
}

/** All that somebody asked to be told of one thing, confirmed or not. */
export async function findSubscriptionsOf(
  db: Db,
  what: Subscribable,
  target: string,
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .where('what', '=', what)
    .where('target', '=', target)
    .selectAll()
    .execute()
  return rows.map(subscriptionOf)
}

export async function deleteSubscription(db: Db, id: string): Promise<void> {
  await db.deleteFrom('subscriptions').where('id', '=', id).execute()
}

/** Those that nobody confirmed. */
export async function forgetUnconfirmed(db: Db, askedBefore: number): Promise<void> {
  await db
    .deleteFrom('subscriptions')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute()
}

export async function hasSubscriptions(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('subscriptions')
    .where('confirmed_at', 'is not', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody to be told of something, as far as it matters to when and whether. */
export type Asking = Reader & {
  subscriberId: string
  subscriptionId: string
  channel: Channel
  address: string
  target: string
  wants: Want[]
  confirmedAt: number
}

/** Those who wait for one of these, and can be told. */
export async function readAsking(db: Db, what: Subscribable, targets: string[]): Promise<Asking[]> {
  if (targets.length === 0) return []
  const rows = await asking(db)
    .where('subscriptions.what', '=', what)
    .where(among(db, 'subscriptions.target', targets))
    .execute()
  return rows.map(askingOf)
}

/** Those who wait for one of these entries by a plan, with the entry and how much it is wished for. */
export async function readAskingByPlan(
  db: Db,
  entryIds: string[],
): Promise<(Asking & { entryId: string; wish: string; pin: string | null })[]> {
  if (entryIds.length === 0) return []
  const rows = await asking(db)
    .innerJoin('plans', 'plans.id', 'subscriptions.target')
    // A plan that was taken into another is that other one.
    .innerJoin('plan_entries', join =>
      join.on(({ eb, fn, ref }) =>
        eb('plan_entries.plan_id', '=', fn.coalesce(ref('plans.merged_into'), ref('plans.id'))),
      ),
    )
    .where('subscriptions.what', '=', 'plan')
    .where(among(db, 'plan_entries.entry_id', entryIds))
    .select(['plan_entries.entry_id', 'plan_entries.wish', 'plan_entries.pin'])
    .execute()
  return rows.map(row => ({ ...askingOf(row), entryId: row.entry_id, wish: row.wish, pin: row.pin }))
}

/** Digests that are due. */
export async function readDueDigests(
  db: Db,
  now: number,
  limit: number,
): Promise<(Asking & { nextAt: number; lastAt: number | null; digestHour: number })[]> {
  const rows = await asking(db)
    .where('subscriptions.what', '=', 'digest')
    .where('subscriptions.next_at', '<=', now)
    .orderBy('subscriptions.next_at')
    .limit(limit)
    .select(['subscriptions.next_at', 'subscriptions.last_at', 'subscribers.digest_hour'])
    .execute()
  return rows.map(row => ({
    ...askingOf(row),
    nextAt: row.next_at!,
    lastAt: row.last_at,
    digestHour: row.digest_hour,
  }))
}

/** Moves a digest on, unless somebody else has: then false. */
export async function moveDigest(
  db: Db,
  { subscriptionId, nextAt }: { subscriptionId: string; nextAt: number },
  to: { nextAt: number; lastAt: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ next_at: to.nextAt, last_at: to.lastAt })
    .where('id', '=', subscriptionId)
    .where('next_at', '=', nextAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function asking(db: Db) {
  return db
    .selectFrom('subscriptions')
    .innerJoin('subscribers', 'subscribers.id', 'subscriptions.subscriber_id')
    .where('subscribers.state', '=', 'confirmed')
    .where('subscriptions.confirmed_at', 'is not', null)
    .select([
      'subscriptions.id',
      'subscriptions.subscriber_id',
      'subscriptions.target',
      'subscriptions.wants',
      'subscriptions.confirmed_at',
      'subscribers.channel',
      'subscribers.address',
      'subscribers.zone',
      'subscribers.awake',
    ])
}

function askingOf(row: Awaited<ReturnType<ReturnType<typeof asking>['execute']>>[number]): Asking {
  return {
    subscriberId: row.subscriber_id,
    subscriptionId: row.id,
    channel: row.channel,
    address: row.address,
    target: row.target,
    wants: readWants(row.wants),
    confirmedAt: row.confirmed_at!,
    zone: row.zone,
    waking: readWaking(row.awake) ?? usualTelling.waking,
  }
}

function subscriptionOf(row: Selectable<Tables['subscriptions']>): Subscription {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    what: row.what as Subscribable,
    target: row.target,
    wants: readWants(row.wants),
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    nextAt: row.next_at,
    lastAt: row.last_at,
  }
}
