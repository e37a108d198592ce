import { randomUUIDv7 } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { SourcePolicy, SourceWish, WatchedSource } from '../domain/source.ts'
import { usualDaysAround } from '../domain/source.ts'
import { firstPace } from '../domain/source-pace.ts'
import { among } from './dialects/among.ts'
import { hasNoWork } from './jobs.ts'
import { fromJson, toJson } from './json.ts'
import { indexable } from './names.ts'
import type { Db, Tables } from './tables.ts'

export type Source = { id: string; head: unknown }

/** The source of this name in an edition; made when it is new. `head` is what it last said of the edition itself. */
export async function takeSource(db: Db, editionId: string, name: string, at: number): Promise<Source> {
  await db
    .insertInto('sources')
    .values({ id: randomUUIDv7(), edition_id: editionId, name, head: null, read_at: at })
    .onConflict(conflict => conflict.columns(['edition_id', 'name']).doNothing())
    .execute()
  const { id, head } = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('name', '=', name)
    .select(['id', 'head'])
    .executeTakeFirstOrThrow()
  return { id, head: fromJson(head) }
}

export async function updateSource(db: Db, id: string, head: unknown, at: number): Promise<void> {
  await db
    .updateTable('sources')
    .set({ head: toJson(head), read_at: at })
    .where('id', '=', id)
    .execute()
}

/** What the sources of an edition are called, by their ids. */
export async function readSourceNames(db: Db, editionId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .select(['id', 'name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Null where an edition has no source of this name. */
export async function findSourceId(db: Db, editionId: string, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('name', '=', indexable(name))
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Name of a source, watched or not. */
export async function findSourceName(
  db: Db,
  id: string,
): Promise<{ id: string; editionId: string; name: string; readAt: number } | null> {
  const row = await db
    .selectFrom('sources')
    .where('id', '=', id)
    .select(['id', 'edition_id as editionId', 'name', 'read_at as readAt'])
    .executeTakeFirst()
  return row ?? null
}

/** Has a source be read again and again from now on. */
export async function startWatching(
  db: Db,
  id: string,
  told: Pick<WatchedSource, 'address' | 'kind' | 'title' | 'addedBy' | 'addedByAccount'> & SourceWish,
  { at, nextAt }: { at: number; nextAt: number },
): Promise<void> {
  const { address, kind, title, addedBy, addedByAccount } = told
  await db
    .updateTable('sources')
    .set({
      address,
      kind,
      title,
      state: 'watching',
      paused_because: null,
      ...columnsOf(told),
      checksum: null,
      etag: null,
      last_modified: null,
      pace: firstPace,
      next_at: nextAt,
      failures: 0,
      failing_since: null,
      error: null,
      added_by: addedBy,
      added_by_account: addedByAccount,
      added_at: at,
    })
    .where('id', '=', id)
    .execute()
}

/** Puts what changes in the place of what is known of a watched source. */
export async function changeSource(
  db: Db,
  id: string,
  change: Partial<
    Omit<WatchedSource, 'id' | 'editionId' | 'name' | 'addedBy' | 'addedByAccount' | 'addedAt'>
  >,
): Promise<void> {
  const { pausedBecause, foundAt, lastModified, nextAt, lastReadAt, changedAt, failingSince, ...rest } =
    change
  const { policy, newAs, ours, daysAround, repeated, error, ...same } = rest
  await db
    .updateTable('sources')
    .set({
      ...same,
      ...columnsOf({ policy, newAs, ours, daysAround, repeated }),
      ...(error !== undefined && { error: toJson(error) }),
      ...(pausedBecause !== undefined && { paused_because: pausedBecause }),
      ...(foundAt !== undefined && { found_at: foundAt }),
      ...(lastModified !== undefined && { last_modified: lastModified }),
      ...(nextAt !== undefined && { next_at: nextAt }),
      ...(lastReadAt !== undefined && { last_read_at: lastReadAt }),
      ...(changedAt !== undefined && { changed_at: changedAt }),
      ...(failingSince !== undefined && { failing_since: failingSince }),
    })
    .where('id', '=', id)
    .execute()
}

function columnsOf({
  policy,
  newAs,
  ours,
  daysAround,
  repeated,
}: { [K in keyof SourceWish]?: SourceWish[K] | undefined }) {
  return {
    ...(policy !== undefined && { policy }),
    ...(newAs !== undefined && { new_as: newAs }),
    ...(ours !== undefined && { ours: toJson(ours) }),
    ...(daysAround !== undefined && { days_around: daysAround }),
    ...(repeated !== undefined && { repeated }),
  }
}

/** It is not read by itself any more; what came of it stays. */
export async function stopWatching(db: Db, id: string): Promise<void> {
  await db
    .updateTable('sources')
    .set({ state: null, paused_because: null, next_at: null, error: null, failures: 0, failing_since: null })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('identities')
    .set({ missing_at: null, answered_at: null })
    .where('source_id', '=', id)
    .execute()
  await db.updateTable('readings').set({ source_id: null }).where('source_id', '=', id).execute()
}

/** Null where there is none, or it is not watched. */
export async function findWatched(db: Db, id: string): Promise<WatchedSource | null> {
  const row = await db.selectFrom('sources').where('id', '=', id).selectAll().executeTakeFirst()
  return row?.state ? watchedOf(row) : null
}

/** Those of an edition, the first added first. */
export async function listWatched(db: Db, editionId: string): Promise<WatchedSource[]> {
  const rows = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('state', 'is not', null)
    .orderBy('added_at')
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(watchedOf)
}

/** Those of these editions that somebody has to look at: read no more for a fault, or failing for longer than a while. */
export async function listTroubled(
  db: Db,
  editionIds: string[],
): Promise<(WatchedSource & { state: 'watching' | 'paused' })[]> {
  if (editionIds.length === 0) return []
  const rows = await db
    .selectFrom('sources')
    .where(among(db, 'edition_id', editionIds))
    .where('state', 'is not', null)
    .where(({ or, eb, and }) =>
      or([
        and([eb('state', '=', 'paused'), eb('paused_because', '<>', 'curator')]),
        eb('failures', '>=', 3),
        // What tells too little is no fault that goes away by itself.
        eb('error', 'like', '{"code":"tells-%'),
      ]),
    )
    .orderBy('added_at')
    .selectAll()
    .execute()
  return rows.map(watchedOf)
}

export async function countWatched(db: Db, editionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('state', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ids of those whose time has passed and for which no work is queued: whatever was to read them is lost. */
export async function listForgotten(db: Db, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sources')
    .where('state', '=', 'watching')
    .where('next_at', '<', before)
    .where(hasNoWork('read-source', 'sources.id'))
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How sources are called, by their ids. */
export async function findSourceLabels(
  db: Db,
  ids: string[],
): Promise<Map<string, { label: string; editionId: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sources')
    .where('id', 'in', ids)
    .select(['id', 'title', 'name', 'edition_id'])
    .execute()
  return new Map(
    rows.map(({ id, title, name, edition_id }) => [id, { label: title ?? name, editionId: edition_id }]),
  )
}

/** When the first event that a source tells of and that is not over begins, and when the last one ends. */
export async function readSourceMoments(
  db: Db,
  sourceId: string,
  now: number,
): Promise<{ next: number | null; last: number | null }> {
  // Without an end, an event is on for an hour.
  const end = sql<number>`coalesce(entries.ends_at, entries.starts_at + 3600000)`
  const row = await db
    .selectFrom('identities')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where('source_id', '=', sourceId)
    .where('kind', '=', 'event')
    .where('entries.state', '<>', 'withdrawn')
    .where('starts_at', 'is not', null)
    .select([
      sql<number | null>`min(case when ${end} >= ${now} then entries.starts_at end)`.as('next'),
      sql<number | null>`max(${end})`.as('last'),
    ])
    .executeTakeFirst()
  const number = (value: number | null | undefined) => (value == null ? null : Number(value))
  return { next: number(row?.next), last: number(row?.last) }
}

function watchedOf(row: Selectable<Tables['sources']>): WatchedSource {
  return {
    id: row.id,
    editionId: row.edition_id,
    name: row.name,
    address: row.address ?? row.name,
    kind: row.kind,
    title: row.title,
    state: row.state!,
    pausedBecause: row.paused_because,
    policy: (row.policy ?? 'propose') as SourcePolicy,
    newAs: row.new_as ?? 'draft',
    ours: fromJson(row.ours) ?? [],
    daysAround: row.days_around ?? usualDaysAround,
    repeated: row.repeated ?? 'each',
    foundAt: row.found_at,
    etag: row.etag,
    lastModified: row.last_modified,
    checksum: row.checksum,
    told: row.told ?? 0,
    pace: row.pace ?? firstPace,
    nextAt: row.next_at,
    lastReadAt: row.last_read_at,
    changedAt: row.changed_at,
    failures: row.failures ?? 0,
    failingSince: row.failing_since,
    error: fromJson(row.error),
    addedBy: row.added_by ?? '',
    addedByAccount: row.added_by_account,
    addedAt: row.added_at ?? 0,
  }
}
