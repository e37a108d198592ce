import { sql } from 'kysely'
import type { CommentState } from '../domain/comment.ts'
import type { QueueView } from '../domain/taking-part/decision.ts'
import type { Evidence } from '../domain/taking-part/verdict.ts'
import type { WritingKind } from '../domain/writing.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import type { Db } from './tables.ts'

/** Which comments somebody may decide on: all, or those below some series. */
export type Scope = { seriesIds: string[] | null }

/** What somebody said, with what a curator has to know of it. */
export type Queued = {
  id: string
  state: CommentState
  kind: 'comment' | 'mention'
  name: string | null
  url: string | null
  text: string
  language: string | null
  at: number
  evidence: Evidence[]
  visitorId: string | null
  provider: string | null
  accountId: string | null
  mailKey: string | null
  editKey: string | null
  fromKey: string | null
  seriesId: string | null
  decidedBy: string | null
  decidedAt: number | null
  under: { title: string; at: UnderAt } | null
}

type UnderAt =
  | { series: string; edition: string; entry: string | null }
  | { kind: WritingKind; day: string; slug: string }

const statesOf: Record<Exclude<QueueView, 'reported'>, CommentState> = {
  waiting: 'pending',
  spam: 'spam',
  bin: 'removed',
  approved: 'approved',
}

/** @param asked seriesId: only of this one; query limit and offset as in every list */
export async function listQueue(
  db: Db,
  scope: Scope,
  asked: { view: QueueView; seriesId: string | null; isNewestFirst: boolean; limit: number; offset: number },
): Promise<Queued[]> {
  const order = asked.isNewestFirst ? 'desc' : 'asc'
  const rows = await inQueue(db, scope, asked.view)
    .$if(asked.seriesId !== null, query => query.where('series.id', '=', asked.seriesId))
    .orderBy('comments.at', order)
    .orderBy('comments.id', order)
    .limit(asked.limit)
    .offset(asked.offset)
    .select(columns)
    .execute()
  return rows.map(queuedOf)
}

/** These of them that are in scope. */
export async function findQueued(db: Db, scope: Scope, ids: string[]): Promise<Queued[]> {
  if (ids.length === 0) return []
  const rows = await inScope(db, scope)
    .where(among(db, 'comments.id', ids))
    .select(columns)
    .execute()
  return rows.map(queuedOf)
}

/** Takes these for this transaction: nobody changes them until it ends. */
export async function takeComments(db: Db, ids: string[]): Promise<void> {
  // One after the other in the order that is told, so that two who take some of the same never wait for each other.
  for (const id of ids) await db.updateTable('comments').set({ id }).where('id', '=', id).execute()
}

export async function countQueue(db: Db, scope: Scope, view: QueueView): Promise<number> {
  const { count } = await inQueue(db, scope, view)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What else waits of the same: of a visitor, an account, or of a guest who named one mailbox in one browser. */
export async function listWaitingOf(db: Db, scope: Scope, who: Queued, limit: number): Promise<string[]> {
  const { visitorId, accountId, mailKey, editKey } = who
  if (visitorId === null && accountId === null && mailKey === null) return [who.id]
  const rows = await inQueue(db, scope, 'waiting')
    .$if(visitorId !== null, query => query.where('comments.visitor_id', '=', visitorId))
    .$if(visitorId === null && accountId !== null, query =>
      query.where('comments.account_id', '=', accountId),
    )
    .$if(visitorId === null && accountId === null, query =>
      query
        .where('comments.mail_key', '=', mailKey)
        .where('comments.edit_key', editKey === null ? 'is' : '=', editKey)
        .where('comments.visitor_id', 'is', null),
    )
    .orderBy('comments.at')
    .limit(limit)
    .select('comments.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What somebody decided of one comment; what the verdict had made of it is kept at the first time. */
export async function writeDecision(
  db: Db,
  id: string,
  { state, by, at }: { state: CommentState; by: string | null; at: number | null },
): Promise<void> {
  await db
    .updateTable('comments')
    .set(({ fn, ref, val }) => ({
      weighed_as: fn.coalesce('weighed_as', ref('state')),
      state: val(state),
      decided_by: by,
      decided_at: at,
    }))
    .where('id', '=', id)
    .execute()
}

export type ActBefore = {
  id: string
  state: CommentState
  decidedBy: string | null
  decidedAt: number | null
  /** What was learned of it. */
  label: 'spam' | 'real' | null
}
export type ModerationAct = { id: string; at: number; accountId: string; act: string; before: ActBefore[] }

export async function insertAct(db: Db, { id, at, accountId, act, before }: ModerationAct): Promise<void> {
  await db
    .insertInto('moderation_acts')
    .values({ id, at, account_id: accountId, act, before: toJson(before)! })
    .execute()
}

/** The last act of somebody that was not taken back, since a moment. */
export async function findLastAct(
  db: Db,
  accountId: string,
  { since, id }: { since: number; id?: string },
): Promise<ModerationAct | null> {
  const row = await db
    .selectFrom('moderation_acts')
    .where('account_id', '=', accountId)
    .where('undone_at', 'is', null)
    .where('at', '>=', since)
    .$if(id !== undefined, query => query.where('id', '=', id!))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .limit(1)
    .executeTakeFirst()
  return row
    ? { id: row.id, at: row.at, accountId, act: row.act, before: fromJson<ActBefore[]>(row.before) ?? [] }
    : null
}

/** @returns whether it was not taken back before */
export async function takeBackAct(db: Db, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('moderation_acts')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function forgetActs(db: Db, before: number): Promise<void> {
  await db.deleteFrom('moderation_acts').where('at', '<', before).execute()
}

function inScope(db: Db, { seriesIds }: Scope) {
  return db
    .selectFrom('comments')
    .leftJoin('entries', 'entries.id', 'comments.entry_id')
    .leftJoin('editions', join =>
      join.on(({ eb, fn, ref }) =>
        eb('editions.id', '=', fn.coalesce(ref('comments.edition_id'), ref('entries.edition_id'))),
      ),
    )
    .leftJoin('series', 'series.id', 'editions.series_id')
    .leftJoin('writings', 'writings.id', 'comments.writing_id')
    .leftJoin('visitors', 'visitors.id', 'comments.visitor_id')
    .$if(seriesIds !== null, query => query.where('series.id', 'in', seriesIds?.length ? seriesIds : ['']))
}

/** What waits, or was decided, as the queue shows it. */
export function inQueue(db: Db, scope: Scope, view: QueueView) {
  const all = inScope(db, scope)
  if (view !== 'reported') return all.where('comments.state', '=', statesOf[view])
  return all.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('reports')
        .whereRef('reports.comment_id', '=', 'comments.id')
        .where('reports.settled_at', 'is', null)
        .select('reports.id'),
    ),
  )
}

const columns = [
  'comments.id',
  'comments.state',
  'comments.kind',
  'comments.author_name as name',
  'comments.author_url as url',
  'comments.text',
  'comments.language',
  'comments.at',
  'comments.evidence',
  'comments.visitor_id as visitorId',
  'visitors.provider',
  'comments.account_id as accountId',
  'comments.mail_key as mailKey',
  'comments.edit_key as editKey',
  'comments.from_key as fromKey',
  'comments.decided_by as decidedBy',
  'comments.decided_at as decidedAt',
  'series.id as seriesId',
  'series.slug as seriesSlug',
  'editions.slug as editionSlug',
  'editions.title as editionTitle',
  'entries.slug as entrySlug',
  'entries.title as entryTitle',
  'writings.kind as writingKind',
  'writings.day as writingDay',
  'writings.slug as writingSlug',
  'writings.title as writingTitle',
] as const

type Row = Awaited<ReturnType<typeof readOne>>[number]

function readOne(db: Db) {
  return inScope(db, { seriesIds: null }).select(columns).execute()
}

function queuedOf(row: Row): Queued {
  const { evidence, seriesSlug, editionSlug, editionTitle, entrySlug, entryTitle, ...rest } = row
  const { writingKind, writingDay, writingSlug, writingTitle, ...own } = rest
  const under =
    seriesSlug !== null && editionSlug !== null
      ? {
          title: entryTitle ?? editionTitle ?? '',
          at: { series: seriesSlug, edition: editionSlug, entry: entrySlug },
        }
      : writingKind !== null && writingDay !== null && writingSlug !== null
        ? { title: writingTitle ?? '', at: { kind: writingKind, day: writingDay, slug: writingSlug } }
        : null
  return { ...own, evidence: fromJson<Evidence[]>(evidence) ?? [], under }
}

/** By week, from a moment on: how many came in, what the verdict made of them, and what curators made of that. */
type WeekCount = { week: number; weighedAs: CommentState; state: CommentState; count: number }

export async function countWeeks(
  db: Db,
  scope: Scope,
  { since, ms }: { since: number; ms: number },
): Promise<WeekCount[]> {
  const week = sql<number>`cast((${sql.ref('comments.at')} - ${sql.lit(since)}) / ${sql.lit(ms)} as integer)`
  const first = sql<CommentState>`coalesce(${sql.ref('comments.weighed_as')}, ${sql.ref('comments.state')})`
  const rows = await inScope(db, scope)
    .where('comments.at', '>=', since)
    .where('comments.origin', 'is', null)
    .groupBy([week, first, 'comments.state'])
    .select(({ fn }) => [
      week.as('week'),
      first.as('weighedAs'),
      'comments.state',
      fn.countAll<number>().as('count'),
    ])
    .execute()
  return rows.map(row => ({ ...row, week: Number(row.week), count: Number(row.count) }))
}
