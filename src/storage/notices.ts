import type { Selectable } from 'kysely'
import type { Fresh, Notice, NoticeKind } from '../domain/notice/notice.ts'
import type { Channel } from '../domain/notice/subscription.ts'
import type { ToldSetback } from '../domain/setback.ts'
import { withTaken } from './dialects/skip-locked.ts'
import { insertRows } from './insert-rows.ts'
import { fromJson, toJson } from './json.ts'
import { risingId } from './rising-id.ts'
import type { Db, Tables } from './tables.ts'

/** To whom something is told, by which of their subscriptions. */
export type ToBeTold = { subscriberId: string; subscriptionId: string; channel: Channel; notice: Fresh }

/** Makes notices; what a subscriber is, or was, told already is not made again. */
export async function insertNotices(db: Db, told: ToBeTold[], at: number): Promise<void> {
  await insertRows(
    db,
    'notices',
    told.map(({ subscriberId, subscriptionId, channel, notice }) => ({
      id: risingId(),
      subscriber_id: subscriberId,
      subscription_id: subscriptionId,
      channel,
      kind: notice.kind,
      occasion: notice.occasion,
      subject: notice.subject,
      data: toJson(notice.data),
      state: 'waiting' as const,
      due_at: notice.dueAt,
      until_at: notice.untilAt,
      attempts: 0,
      worker: null,
      leased_until: null,
      made_at: at,
      settled_at: null,
      error: null,
    })),
    { skipTaken: true },
  )
}

/**
 * News of an entry that still wait to be told say what is new since, too.
 *
 * @returns the subscribers who will be told by them
 */
export async function extendNews(db: Db, entryId: string, to: number, now: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notices')
    .where('subject', '=', entryId)
    .where('kind', '=', 'news')
    .where('state', '=', 'waiting')
    .where('due_at', '>', now)
    .where('leased_until', 'is', null)
    .select(['id', 'subscriber_id', 'data'])
    .execute()
  const extended = new Set<string>()
  for (const { id, subscriber_id, data } of rows) {
    const { numUpdatedRows } = await db
      .updateTable('notices')
      .set({ data: toJson({ ...fromJson<object>(data), to }) })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('leased_until', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows > 0n) extended.add(subscriber_id)
  }
  return extended
}

/**
 * Takes notices that are due and that nobody else has in hand, the first due first. What another transaction takes just
 * now is passed by.
 *
 * @param lease until: whoever has not come back by then is taken for lost, and what they had is done by others
 */
export async function takeNotices(
  db: Db,
  channel: Channel,
  { worker, now, until, most }: { worker: string; now: number; until: number; most: number },
): Promise<Notice[]> {
  const due = db
    .selectFrom('notices')
    .where('state', '=', 'waiting')
    .where('channel', '=', channel)
    .where('due_at', '<=', now)
    .where(({ or, eb }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(most)
    .select('id')
  const rows = await withTaken(db, due)
    .updateTable('notices')
    .set(({ eb }) => ({ worker, leased_until: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', eb => eb.selectFrom('taken').select('id'))
    .returningAll()
    .execute()
  return rows.map(noticeOf).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

/** @returns whether it still was this worker's to settle */
export async function settleNotice(
  db: Db,
  { id, worker }: { id: string; worker: string },
  {
    state,
    at,
    error = null,
  }: { state: 'sent' | 'dropped' | 'failed'; at: number; error?: ToldSetback | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ state, settled_at: at, leased_until: null, error: error && toJson(error) })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Lets what this worker has in hand wait again. @param tried whether the attempt counts */
export async function putBackNotices(
  db: Db,
  ids: string[],
  { worker, dueAt, error, tried }: { worker: string; dueAt?: number; error?: ToldSetback; tried: boolean },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('notices')
    .set(({ eb }) => ({
      leased_until: null,
      worker: null,
      ...(dueAt !== undefined && { due_at: dueAt }),
      ...(error && { error: toJson(error) }),
      ...(!tried && { attempts: eb('attempts', '-', 1) }),
    }))
    .where('id', 'in', ids)
    .where('worker', '=', worker)
    .where('state', '=', 'waiting')
    .execute()
}

/** Whether something of a channel is due that nobody has in hand, and since when. */
export async function readDueNotices(
  db: Db,
  channel: Channel,
  now: number,
): Promise<{ since: number; count: number } | null> {
  const row = await db
    .selectFrom('notices')
    .where('state', '=', 'waiting')
    .where('channel', '=', channel)
    .where('due_at', '<=', now)
    .where(({ or, eb }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .select(({ fn }) => [fn.min('due_at').as('since'), fn.countAll<number>().as('count')])
    .executeTakeFirst()
  return row?.since == null ? null : { since: Number(row.since), count: Number(row.count) }
}

/** What is due and not told yet by any channel, with what keeps it: the servers that are asked, else its receivers. */
export async function readWaitingNotices(
  db: Db,
  now: number,
): Promise<{ count: number; setback: ToldSetback | null }> {
  const { count } = await db
    .selectFrom('notices')
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) return { count: 0, setback: null }
  const job = await db
    .selectFrom('jobs')
    .where('kind', '=', 'send-notices')
    .where('state', 'in', ['waiting', 'failed'])
    .where('error', 'is not', null)
    .select('error')
    .limit(1)
    .executeTakeFirst()
  return { count: Number(count), setback: fromJson(job?.error ?? null) }
}

/** What was sent came back. @returns to whom it was sent; null where no such notice was, or it came back already */
export async function failSentNotice(
  db: Db,
  id: string,
  { at, error }: { at: number; error: ToldSetback },
): Promise<string | null> {
  const row = await db
    .updateTable('notices')
    .set({ state: 'failed', settled_at: at, error: toJson(error) })
    .where('id', '=', id)
    .where('channel', '=', 'mail')
    .where('state', '=', 'sent')
    .returning('subscriber_id')
    .executeTakeFirst()
  return row?.subscriber_id ?? null
}

/** Nobody is told what waits for a subscriber. */
export async function dropNoticesOf(db: Db, subscriberId: string, at: number): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'dropped', settled_at: at, leased_until: null })
    .where('subscriber_id', '=', subscriberId)
    .where('state', '=', 'waiting')
    .execute()
}

export async function removeNoticesBefore(db: Db, moment: number): Promise<void> {
  await db.deleteFrom('notices').where('state', '<>', 'waiting').where('settled_at', '<', moment).execute()
}

function noticeOf(row: Selectable<Tables['notices']>): Notice {
  return {
    id: row.id,
    subscriberId: row.subscriber_id,
    subscriptionId: row.subscription_id,
    channel: row.channel,
    kind: row.kind as NoticeKind,
    occasion: row.occasion,
    subject: row.subject,
    data: fromJson(row.data) ?? {},
    dueAt: row.due_at,
    untilAt: row.until_at,
    attempts: row.attempts,
    setback: fromJson(row.error),
  }
}
