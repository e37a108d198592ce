import { randomUUIDv7 } from 'node:crypto'
import type { Selectable } from 'kysely'
import { type Channel, type PushKeys, type Subscriber, usualTelling } from '../domain/notice/subscription.ts'
import { readWaking, tellWaking } from '../domain/waking.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export type NewSubscriber = {
  channel: Channel
  address: string
  /** Of one mailbox or one endpoint. */
  key: string
  keys: PushKeys | null
  language: string
  zone: string
  state: Subscriber['state']
  at: number
}

/** The subscriber of this address, made where there is none. What is known of one is left as it is. */
export async function takeSubscriber(db: Db, told: NewSubscriber): Promise<Subscriber> {
  const { channel, address, key, keys, language, zone, state, at } = told
  await db
    .insertInto('subscribers')
    .values({
      id: randomUUIDv7(),
      channel,
      address,
      address_key: key,
      keys: toJson(keys),
      language,
      zone,
      awake: tellWaking(usualTelling.waking),
      digest_hour: usualTelling.digestHour,
      state,
      asks: 0,
      asked_at: at,
      bounces: 0,
      bounced_at: null,
      made_at: at,
    })
    .onConflict(conflict => conflict.column('address_key').doNothing())
    .execute()
  const row = await db
    .updateTable('subscribers')
    // Taken for this transaction: what somebody else asks of the same address waits until it has ended.
    .set(({ ref }) => ({ asks: ref('asks') }))
    .where('address_key', '=', key)
    .returningAll()
    .executeTakeFirstOrThrow()
  return subscriberOf(row)
}

export async function findSubscriber(db: Db, id: string): Promise<Subscriber | null> {
  const row = await db.selectFrom('subscribers').where('id', '=', id).selectAll().executeTakeFirst()
  return row ? subscriberOf(row) : null
}

/** @param key as `takeSubscriber` was told it */
export async function findSubscriberByKey(db: Db, key: string): Promise<Subscriber | null> {
  const row = await db.selectFrom('subscribers').where('address_key', '=', key).selectAll().executeTakeFirst()
  return row ? subscriberOf(row) : null
}

export async function findSubscribers(db: Db, ids: string[]): Promise<Map<string, Subscriber>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('subscribers')
    .where(among(db, 'id', ids))
    .selectAll()
    .execute()
  return new Map(rows.map(row => [row.id, subscriberOf(row)]))
}

/**
 * Counts that an address is asked to confirm, unless it was as often as it may be within a day.
 *
 * @returns whether it may be asked
 */
export async function countAsk(db: Db, id: string, at: number, most: number): Promise<boolean> {
  const day = 86_400_000
  const { numUpdatedRows } = await db
    .updateTable('subscribers')
    .set(({ eb, ref }) => ({
      asks: eb
        .case()
        .when('asked_at', '<=', at - day)
        .then(1)
        .else(eb(ref('asks'), '+', 1))
        .end(),
      asked_at: at,
    }))
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('asked_at', '<=', at - day), eb('asks', '<', most)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Counts that a mailbox is asked on a day. @returns whether it may be */
export async function countAsks(
  db: Db,
  { key, day }: { key: string; day: number },
  most: number,
): Promise<boolean> {
  const { count } = await db
    .insertInto('asks')
    .values({ key, day, count: 1 })
    .onConflict(conflict =>
      conflict.columns(['key', 'day']).doUpdateSet(({ eb }) => ({ count: eb('asks.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count <= most
}

export async function forgetAsks(db: Db, beforeDay: number): Promise<void> {
  await db.deleteFrom('asks').where('day', '<', beforeDay).execute()
}

export async function updateSubscriber(
  db: Db,
  id: string,
  told: Partial<
    Pick<
      Subscriber,
      'language' | 'zone' | 'waking' | 'digestHour' | 'state' | 'bounces' | 'bouncedAt' | 'keys'
    >
  >,
): Promise<void> {
  const { language, zone, waking, digestHour, state, bounces, bouncedAt, keys } = told
  await db
    .updateTable('subscribers')
    .set({
      language,
      zone,
      awake: waking && tellWaking(waking),
      digest_hour: digestHour,
      state,
      bounces,
      bounced_at: bouncedAt,
      keys: keys === undefined ? undefined : toJson(keys),
    })
    .where('id', '=', id)
    .execute()
}

/** With it go its subscriptions, and what was to be told. */
export async function deleteSubscriber(db: Db, id: string): Promise<void> {
  await db.deleteFrom('subscribers').where('id', '=', id).execute()
}

/** Removes those without a subscription: nothing is left for which an address would be kept. */
export async function forgetSubscribers(db: Db, bouncedBefore: number): Promise<void> {
  await db
    .deleteFrom('subscribers')
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        and([eb('state', '=', 'bounced'), eb('bounced_at', '<', bouncedBefore)]),
        not(
          exists(
            selectFrom('subscriptions')
              .whereRef('subscriptions.subscriber_id', '=', 'subscribers.id')
              .select('subscriptions.id'),
          ),
        ),
      ]),
    )
    .execute()
}

function subscriberOf(row: Selectable<Tables['subscribers']>): Subscriber {
  return {
    id: row.id,
    channel: row.channel,
    address: row.address,
    keys: fromJson(row.keys),
    language: row.language,
    zone: row.zone,
    waking: readWaking(row.awake) ?? usualTelling.waking,
    digestHour: row.digest_hour,
    state: row.state,
    bounces: row.bounces,
    bouncedAt: row.bounced_at,
    madeAt: row.made_at,
  }
}
