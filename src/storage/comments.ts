import type { Selectable } from 'kysely'
import type { Comment, CommentedOn } from '../domain/comment.ts'
import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import type { Db, Tables } from './tables.ts'

export type NewComment = Comment & { origin: string | null }

/**
 * Comments that are not there yet by their origin; the others stay as they are. Their parents are in the same call or
 * stored before.
 *
 * @returns how many were new
 */
export async function insertComments(
  db: Db,
  on: CommentedOn,
  comments: NewComment[],
  at: number,
): Promise<number> {
  const known = await originsOf(
    db,
    comments.flatMap(({ origin }) => origin ?? []),
  )
  const fresh = comments.filter(({ origin }) => origin === null || !known.has(origin))
  await insertRows(
    db,
    'comments',
    fresh.map(comment => ({
      id: comment.id,
      edition_id: 'editionId' in on ? on.editionId : null,
      entry_id: 'entryId' in on ? on.entryId : null,
      writing_id: 'writingId' in on ? on.writingId : null,
      parent_id: comment.parentId,
      kind: comment.kind,
      state: comment.state,
      author_name: comment.authorName,
      author_url: comment.authorUrl,
      account_id: null,
      text: comment.text,
      at: comment.at,
      origin: comment.origin,
      updated_at: at,
    })),
  )
  return fresh.length
}

/** Ids of comments by what an export knows them. */
export async function originsOf(db: Db, origins: string[]): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (let start = 0; start < origins.length; start += 5000) {
    const rows = await db
      .selectFrom('comments')
      .where(among(db, 'origin', origins.slice(start, start + 5000)))
      .select(['id', 'origin'])
      .execute()
    for (const { id, origin } of rows) known.set(origin!, id)
  }
  return known
}

/** Comments under one thing that readers may see, and with `all` what waits for approval; oldest first. */
export async function readComments(
  db: Db,
  on: CommentedOn,
  { all = false, limit = 2000, offset = 0 }: { all?: boolean; limit?: number; offset?: number } = {},
): Promise<Comment[]> {
  const rows = await shownUnder(db, on, all)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .selectAll()
    .execute()
  return rows.map(commentOf)
}

export type SaidBelow = Comment & { editionId: string | null; writingId: string | null }

/** What readers said last, the newest first: under one thing, or under all posts, pages and editions there are to see. */
export async function readNewestComments(
  db: Db,
  on: CommentedOn | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<SaidBelow[]> {
  const rows = await (on === null ? shownAnywhere(db) : shownUnder(db, on, false))
    .where('kind', '=', 'comment')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .selectAll()
    .execute()
  return rows.map(row => ({ ...commentOf(row), editionId: row.edition_id, writingId: row.writing_id }))
}

function shownAnywhere(db: Db) {
  return db
    .selectFrom('comments')
    .where('state', '=', 'approved')
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('writings')
            .whereRef('writings.id', '=', 'comments.writing_id')
            .where('writings.state', '=', 'published')
            .select('writings.id'),
        ),
        exists(
          selectFrom('editions')
            .whereRef('editions.id', '=', 'comments.edition_id')
            .where('editions.state', '<>', 'draft')
            .select('editions.id'),
        ),
      ]),
    )
}

/** How many `readComments` would give without a limit. */
export async function countUnder(db: Db, on: CommentedOn, { all = false } = {}): Promise<number> {
  const { count } = await shownUnder(db, on, all)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function shownUnder(db: Db, on: CommentedOn, all: boolean) {
  return db
    .selectFrom('comments')
    .$if('editionId' in on, query => query.where('edition_id', '=', 'editionId' in on ? on.editionId : ''))
    .$if('entryId' in on, query => query.where('entry_id', '=', 'entryId' in on ? on.entryId : ''))
    .$if('writingId' in on, query => query.where('writing_id', '=', 'writingId' in on ? on.writingId : ''))
    .where('state', 'in', all ? ['approved', 'pending'] : ['approved'])
}

/** How many readers may see under each of these posts and editions. */
export async function countComments(db: Db, ids: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (ids.length === 0) return counts
  for (const column of ['writing_id', 'edition_id'] as const) {
    const rows = await db
      .selectFrom('comments')
      .where(among(db, column, ids))
      .where('state', '=', 'approved')
      .where('kind', '=', 'comment')
      .groupBy(column)
      .select([column, ({ fn }) => fn.countAll<number>().as('count')])
      .execute()
    for (const row of rows) counts.set(row[column as keyof typeof row] as string, Number(row.count))
  }
  return counts
}

function commentOf(row: Selectable<Tables['comments']>): Comment {
  const { id, parent_id, kind, state, author_name, author_url, text, at } = row
  return { id, parentId: parent_id, kind, state, authorName: author_name, authorUrl: author_url, text, at }
}

/** What somebody said, with what it stands below; null where readers may not see it (any more). */
export async function findShownComment(
  db: Db,
  id: string,
): Promise<(Comment & { editionId: string | null; entryId: string | null }) | null> {
  const row = await db
    .selectFrom('comments')
    .where('id', '=', id)
    .where('state', '=', 'approved')
    .selectAll()
    .executeTakeFirst()
  return row ? { ...commentOf(row), editionId: row.edition_id, entryId: row.entry_id } : null
}
