import { createHash } from 'node:crypto'
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

export type SaidBelow = Comment & {
  editionId: string | null
  entryId: string | null
  writingId: string | null
}

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
  return rows.map(row => ({
    ...commentOf(row),
    editionId: row.edition_id,
    entryId: row.entry_id,
    writingId: row.writing_id,
  }))
}

function shownAnywhere(db: Db) {
  return db
    .selectFrom('comments')
    .where('comments.state', '=', 'approved')
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('writings')
            .whereRef('writings.id', '=', 'comments.writing_id')
            .where('writings.state', '=', 'published')
            .where('writings.commenting', '<>', 'hidden')
            .select('writings.id'),
        ),
        exists(
          selectFrom('editions')
            .whereRef('editions.id', '=', 'comments.edition_id')
            .where('editions.state', '<>', 'draft')
            .where('editions.commenting', '<>', 'hidden')
            .select('editions.id'),
        ),
        exists(
          selectFrom('entries')
            .innerJoin('editions', 'editions.id', 'entries.edition_id')
            .whereRef('entries.id', '=', 'comments.entry_id')
            .where('entries.state', '=', 'published')
            .where('editions.state', '<>', 'draft')
            .where('editions.commenting', '<>', 'hidden')
            .select('entries.id'),
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

/** How many stand before this one: on which page of them it is. */
export async function countBefore(
  db: Db,
  on: CommentedOn,
  { at, id }: Pick<Comment, 'at' | 'id'>,
  { all = false } = {},
): Promise<number> {
  const { count } = await shownUnder(db, on, all)
    .where(({ eb, or, and }) => or([eb('at', '<', at), and([eb('at', '=', at), eb('id', '<', id)])]))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function shownUnder(db: Db, on: CommentedOn, all: boolean) {
  return under(db, on).where(({ eb, or, and, exists, selectFrom }) =>
    or([
      eb('state', 'in', all ? ['approved', 'pending'] : ['approved']),
      // Its place, as long as somebody answered it.
      and([
        eb('state', '=', 'removed'),
        eb('decided_by', '=', 'writer'),
        exists(
          selectFrom('comments as answers')
            .whereRef('answers.parent_id', '=', 'comments.id')
            .where('answers.state', '=', 'approved')
            .select('answers.id'),
        ),
      ]),
    ]),
  )
}

function under(db: Db, on: CommentedOn) {
  const [column, id] =
    'editionId' in on
      ? (['edition_id', on.editionId] as const)
      : 'entryId' in on
        ? (['entry_id', on.entryId] as const)
        : (['writing_id', on.writingId] as const)
  return db.selectFrom('comments').where(column, '=', id)
}

/** What waits below a thing of what the holder of a key, or who is known by an id, said there. */
export async function readHeld(db: Db, on: CommentedOn, by: CommentOwner): Promise<Comment[]> {
  if (by.editKey === null && by.visitorId === null && by.accountId === null) return []
  const rows = await under(db, on)
    .where('state', 'in', ['pending', 'spam'])
    .where(({ eb, or }) =>
      or([
        ...(by.editKey === null ? [] : [eb('edit_key', '=', by.editKey)]),
        ...(by.visitorId === null ? [] : [eb('visitor_id', '=', by.visitorId)]),
        ...(by.accountId === null ? [] : [eb('account_id', '=', by.accountId)]),
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(20)
    .selectAll()
    .execute()
  return rows.map(commentOf)
}

/** By what somebody shows that a comment is theirs: the hash of a guest's key, or who they are. */
export type CommentOwner = { editKey: string | null; visitorId: string | null; accountId: string | null }

/** How many readers may see under each of these posts, editions and entries. */
export async function countComments(db: Db, ids: string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (ids.length === 0) return counts
  for (const column of ['writing_id', 'edition_id', 'entry_id'] as const) {
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

export function commentOf(row: Selectable<Tables['comments']>): Comment {
  const { id, parent_id, kind, state, author_name, author_url, text, at } = row
  return {
    id,
    parentId: parent_id,
    kind,
    state,
    authorName: author_name,
    authorUrl: author_url,
    text,
    at,
    language: row.language,
    editedAt: row.edited_at,
    face: faceOf(row),
    picture: row.picture_id,
    isOfHouse: row.account_id !== null,
    isTakenBack: state === 'removed' && row.decided_by === 'writer',
  }
}

/** The same person has the same face, and no face tells by which address somebody is known. */
function faceOf({
  visitor_id,
  account_id,
  mail_key,
  author_name,
  author_url,
}: Selectable<Tables['comments']>): string {
  const who = visitor_id ?? account_id ?? mail_key ?? `${author_name} ${author_url}`
  return createHash('sha256').update(`face ${who}`).digest('hex').slice(0, 12)
}

/** What somebody said, with what it stands below; null where readers may not see it (any more). */
export async function findShownComment(db: Db, id: string): Promise<(Comment & { on: CommentedOn }) | null> {
  const row = await db
    .selectFrom('comments')
    .where('id', '=', id)
    .where('state', '=', 'approved')
    .selectAll()
    .executeTakeFirst()
  return row ? { ...commentOf(row), on: onOf(row) } : null
}

export function onOf(
  row: Pick<Selectable<Tables['comments']>, 'entry_id' | 'edition_id' | 'writing_id'>,
): CommentedOn {
  if (row.entry_id !== null) return { entryId: row.entry_id }
  return row.edition_id !== null ? { editionId: row.edition_id } : { writingId: row.writing_id! }
}
