import type { CommentedOn } from '../domain/comment.ts'
import type { Db } from './tables.ts'

/** What lies at a path, written as it is in the store, that something can be said below; null where there is no such thing. */
export async function findCommentedAt(db: Db, path: string): Promise<CommentedOn | null> {
  const [, first = '', second = '', third = '', more] = path.split('/')
  if (more !== undefined || second === '') return null
  if (first === 'pages' || (/^\d{4}$/.test(first) && /^\d{2}$/.test(second) && third !== '')) {
    const row = await db
      .selectFrom('writings')
      .where('kind', '=', first === 'pages' ? 'page' : 'post')
      .where('slug', '=', first === 'pages' ? second : third)
      .$if(first !== 'pages', query => query.where('day', 'like', `${first}-${second}-%`))
      .select('id')
      .executeTakeFirst()
    return row && !(first === 'pages' && third !== '') ? { writingId: row.id } : null
  }
  const edition = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('series.slug', '=', first)
    .where('editions.slug', '=', second)
    .select('editions.id')
    .executeTakeFirst()
  if (!edition || third === '') return edition ? { editionId: edition.id } : null
  const entry = await db
    .selectFrom('entries')
    .where('edition_id', '=', edition.id)
    .where('slug', '=', third)
    .select('id')
    .executeTakeFirst()
  return entry ? { entryId: entry.id } : null
}
