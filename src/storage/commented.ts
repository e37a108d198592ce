import type { CommentedOn, Commenting } from '../domain/comment.ts'
import type { WritingKind } from '../domain/writing.ts'
import { among } from './dialects/among.ts'
import { prepared } from './prepared.ts'
import type { Db } from './tables.ts'

/** A thing that readers see and that something can be said below: what it is called, and what its address is made of. */
export type Commented = {
  on: CommentedOn
  commenting: Commenting
  title: string
  language: string | null
  /** Null for what belongs to no series. */
  seriesId: string | null
  zone: string
  at:
    | { series: string; edition: string; entry: string | null }
    | { kind: WritingKind; day: string; slug: string }
}

/** Null where readers see nothing: drafts, what was withdrawn, and sessions, which have no page of their own. */
export async function findCommented(db: Db, on: CommentedOn): Promise<Commented | null> {
  if ('writingId' in on) {
    const row = await db
      .selectFrom('writings')
      .where('id', '=', on.writingId)
      .where('state', '=', 'published')
      .select(['commenting', 'title', 'kind', 'day', 'slug'])
      .executeTakeFirst()
    if (!row) return null
    const { commenting, title, kind, day, slug } = row
    return { on, commenting, title, language: null, seriesId: null, zone: 'UTC', at: { kind, day, slug } }
  }
  const [row] = await ('entryId' in on
    ? byEntry(db, { id: on.entryId })
    : byEdition(db, { id: on.editionId }))
  if (!row) return null
  const { commenting, title, language, seriesId, zone, series, edition: slug, entry } = row
  return { on, commenting, title, language, seriesId, zone, at: { series, edition: slug, entry } }
}

const editions = (db: Db) =>
  db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.state', '<>', 'draft')
    .select([
      'editions.commenting',
      'editions.language',
      'editions.home_zone as zone',
      'editions.slug as edition',
      'series.id as seriesId',
      'series.slug as series',
    ])

const byEntry = prepared((db, { id }: { id: string }) =>
  editions(db)
    .innerJoin('entries', 'entries.edition_id', 'editions.id')
    .where('entries.id', '=', id)
    .where('entries.state', '=', 'published')
    .where('entries.parent_id', 'is', null)
    .select(['entries.title', 'entries.slug as entry']),
)

const byEdition = prepared((db, { id }: { id: string }) =>
  editions(db)
    .where('editions.id', '=', id)
    .select(['editions.title', ({ lit }) => lit(null).as('entry')]),
)

/** What may be said below an edition and all of its entries, or below a post or a page. */
export async function setCommenting(
  db: Db,
  on: { editionId: string } | { writingId: string },
  commenting: Commenting,
): Promise<void> {
  await ('editionId' in on
    ? db
        .updateTable('editions')
        .set({ commenting, kept_open: commenting === 'open' ? 1 : 0 })
        .where('id', '=', on.editionId)
        .execute()
    : db
        .updateTable('writings')
        .set({ commenting, kept_open: commenting === 'open' ? 1 : 0 })
        .where('id', '=', on.writingId)
        .execute())
}

export async function readCommenting(
  db: Db,
  on: { editionId: string } | { writingId: string },
): Promise<Commenting> {
  const row =
    'editionId' in on
      ? await db.selectFrom('editions').where('id', '=', on.editionId).select('commenting').executeTakeFirst()
      : await db.selectFrom('writings').where('id', '=', on.writingId).select('commenting').executeTakeFirst()
  return row?.commenting ?? 'closed'
}

/** What entries that readers see are called. */
export async function readEntryTitles(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('entries')
    .where(among(db, 'id', ids))
    .where('state', '=', 'published')
    .select(['id', 'title'])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
