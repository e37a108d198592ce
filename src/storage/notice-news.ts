import type { OpenNews } from '../domain/notice/open-news.ts'
import type { Scheduled } from '../domain/phase.ts'
import { insertRows } from './insert-rows.ts'
import type { Db } from './tables.ts'

/** Editions of which something is to be told, or may have to be: those that changed, and those with news open. */
export async function listEditionsWithNews(db: Db): Promise<string[]> {
  const changed = await db
    .selectFrom('editions')
    .leftJoin('notice_cursors', 'notice_cursors.edition_id', 'editions.id')
    .where(({ or, eb, ref }) =>
      or([
        eb('notice_cursors.number', 'is', null),
        eb('notice_cursors.number', '<', ref('editions.revision')),
      ]),
    )
    .select('editions.id')
    .execute()
  const open = await db.selectFrom('open_news').select('edition_id as id').distinct().execute()
  return [...new Set([...changed, ...open].map(({ id }) => id))]
}

/**
 * What readers of an edition were told since the last time, each entry and revision once, in their order; the next time
 * begins after it.
 *
 * @param upTo the revision of the edition, which has been taken for this transaction
 */
export async function readNewUpdates(
  db: Db,
  editionId: string,
  upTo: number,
): Promise<{ entryId: string; number: number; at: number }[]> {
  const cursor = await db
    .selectFrom('notice_cursors')
    .where('edition_id', '=', editionId)
    .select('number')
    .executeTakeFirst()
  const rows = await db
    .selectFrom('updates')
    .innerJoin('entries', 'entries.id', 'updates.entry_id')
    .where('updates.edition_id', '=', editionId)
    .where('updates.number', '>', cursor?.number ?? -1)
    .where('updates.number', '<=', upTo)
    .select(['updates.entry_id', 'updates.number', 'updates.at'])
    .distinct()
    .orderBy('updates.number')
    .execute()
  await db
    .insertInto('notice_cursors')
    .values({ edition_id: editionId, number: upTo })
    .onConflict(conflict => conflict.column('edition_id').doUpdateSet({ number: upTo }))
    .execute()
  return rows.map(({ entry_id, number, at }) => ({ entryId: entry_id!, number, at }))
}

export async function readOpenNews(db: Db, editionId: string): Promise<OpenNews[]> {
  const rows = await db
    .selectFrom('open_news')
    .where('edition_id', '=', editionId)
    .orderBy('first_number')
    .selectAll()
    .execute()
  return rows.map(row => ({
    entryId: row.entry_id,
    first: row.first_number,
    last: row.last_number,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }))
}

export async function putOpenNews(db: Db, editionId: string, open: OpenNews[]): Promise<void> {
  await db.deleteFrom('open_news').where('edition_id', '=', editionId).execute()
  await insertRows(
    db,
    'open_news',
    open.map(({ entryId, first, last, firstAt, lastAt }) => ({
      entry_id: entryId,
      edition_id: editionId,
      first_number: first,
      last_number: last,
      first_at: firstAt,
      last_at: lastAt,
    })),
  )
}

/** The changes of an entry between two revisions that readers were told of, the first one first. */
export async function readToldChanges(
  db: Db,
  entryId: string,
  { from, to }: { from: number; to: number },
): Promise<{ before: string | null; after: string | null }[]> {
  return db
    .selectFrom('revisions')
    .where('entry_id', '=', entryId)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('updates')
          .whereRef('updates.edition_id', '=', 'revisions.edition_id')
          .whereRef('updates.number', '=', 'revisions.number')
          .whereRef('updates.entry_id', '=', 'revisions.entry_id')
          .select('updates.number'),
      ),
    )
    .orderBy('number')
    .orderBy('id')
    .select(['before', 'after'])
    .execute()
}

/**
 * Events readers see, with an hour that is told, that begin somewhere between two moments (the second not included):
 * where their time floats, for readers in one zone or another.
 */
export async function readStarting(
  db: Db,
  { from, until }: { from: number; until: number },
): Promise<(Scheduled & { id: string })[]> {
  const rows = await db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .leftJoin('entries as parents', 'parents.id', 'entries.parent_id')
    .where('entries.starts_at', '>', from - floatsMs)
    .where('entries.starts_at', '<=', until)
    .where(({ or, eb }) => or([eb('entries.zone', 'is', null), eb('entries.starts_at', '>', from)]))
    .where('entries.state', '=', 'published')
    .where('entries.precision', '=', 'moment')
    .where('entries.status', 'not in', ['cancelled', 'postponed'])
    .where('editions.state', '<>', 'draft')
    .where(({ or, eb }) => or([eb('entries.parent_id', 'is', null), eb('parents.state', '=', 'published')]))
    .select(['entries.id', 'entries.kind', 'entries.status', 'entries.zone'])
    .select(['entries.starts_at as startsAt', 'entries.ends_at as endsAt'])
    .execute()
  return rows.map(({ kind, status, zone, ...row }) => ({
    ...row,
    kind: kind as Scheduled['kind'],
    status: status as Scheduled['status'],
    time: { precision: 'moment', zone },
  }))
}

/** From the first zone on Earth (UTC+14), whose moment is stored of what floats, to the last (UTC−12). */
const floatsMs = 26 * 3_600_000

/** What became one with each of these entries: whoever waited for it waits for what it became. */
export async function readMergedInto(db: Db, entryIds: string[]): Promise<Map<string, string[]>> {
  const into = new Map(entryIds.map(id => [id, [id]]))
  let next = new Map(entryIds.map(id => [id, id]))
  for (let steps = 0; steps < 8 && next.size > 0; steps++) {
    const rows = await db
      .selectFrom('entries')
      .where('merged_into', 'in', [...next.keys()])
      .select(['id', 'merged_into'])
      .execute()
    const found = new Map<string, string>()
    for (const { id, merged_into } of rows) {
      const root = next.get(merged_into!)!
      if (into.get(root)!.includes(id)) continue
      into.get(root)!.push(id)
      found.set(id, root)
    }
    next = found
  }
  return into
}

/** Editions that were opened to readers between two moments. */
export async function readOpened(
  db: Db,
  { from, until }: { from: number; until: number },
): Promise<{ id: string; seriesId: string; at: number }[]> {
  const rows = await db
    .selectFrom('editions')
    .where('state', '=', 'live')
    .where('published_at', '>', from)
    .where('published_at', '<=', until)
    .select(['id', 'series_id', 'published_at'])
    .execute()
  return rows.map(({ id, series_id, published_at }) => ({ id, seriesId: series_id, at: published_at! }))
}

/** Something that was said, what it is below and in answer to, and since when it may be read. */
export type SaidSince = {
  id: string
  on: string
  parentId: string | null
  shownAt: number
  /** Keyed hashes of its writer's mailbox, and what of it is not hashed. */
  mailKeys: string[]
  mail: string | null
}

/** What may be read since then, oldest first. What an older site had is brought in with the moment at which it was said. */
export async function readSaidSince(db: Db, since: number): Promise<SaidSince[]> {
  const rows = await db
    .selectFrom('comments')
    .leftJoin('visitors', 'visitors.id', 'comments.visitor_id')
    .leftJoin('accounts', 'accounts.id', 'comments.account_id')
    .where('kind', '=', 'comment')
    .where('comments.state', '=', 'approved')
    .where(({ eb, or }) => or([eb('comments.updated_at', '>', since), eb('decided_at', '>', since)]))
    .orderBy('at')
    .orderBy('comments.id')
    .select([
      'comments.id',
      'edition_id',
      'entry_id',
      'writing_id',
      'parent_id',
      'at',
      'decided_at',
      'comments.mail_key',
      'visitors.mail_key as visitor_key',
      'accounts.email',
    ])
    .execute()
  return rows.map(row => ({
    id: row.id,
    on: row.entry_id ?? row.edition_id ?? row.writing_id ?? '',
    parentId: row.parent_id,
    shownAt: row.decided_at ?? row.at,
    mailKeys: [row.mail_key, row.visitor_key].filter(key => key !== null),
    mail: row.email,
  }))
}

/** What readers were told until now is told to no subscriber. */
export async function skipPastUpdates(db: Db): Promise<void> {
  await db.deleteFrom('notice_cursors').execute()
  await db
    .insertInto('notice_cursors')
    .columns(['edition_id', 'number'])
    .expression(db.selectFrom('editions').select(['id', 'revision']))
    .execute()
}
