import type { CommentedOn } from '../domain/comment.ts'
import { type Closing, readClosingRule } from '../domain/taking-part/closing.ts'
import type { Db } from './tables.ts'

/** Closes comments of editions that ended, and posts that are of, before a day, where nobody opened them by hand. */
export async function closeCommentsBefore(db: Db, day: string): Promise<number> {
  const own = db.selectFrom('series').where('closes_comments', 'is not', null).select('id')
  const editions = await openEditions(db)
    .where('ends_on', '<', day)
    .where('series_id', 'not in', own)
    .executeTakeFirstOrThrow()
  const writings = await db
    .updateTable('writings')
    .set({ commenting: 'closed' })
    .where('commenting', '=', 'open')
    .where('kept_open', '=', 0)
    .where('kind', '=', 'post')
    .where('day', '<', day)
    .executeTakeFirstOrThrow()
  return Number(editions.numUpdatedRows + writings.numUpdatedRows)
}

/** The same of one series; @param day null: of all its editions */
export async function closeSeriesBefore(db: Db, seriesId: string, day: string | null): Promise<number> {
  const { numUpdatedRows } = await openEditions(db)
    .where('series_id', '=', seriesId)
    .$if(day !== null, query => query.where('ends_on', '<', day!))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

function openEditions(db: Db) {
  return db
    .updateTable('editions')
    .set({ commenting: 'closed' })
    .where('commenting', '=', 'open')
    .where('kept_open', '=', 0)
}

/** Series with a rule of their own. */
export async function listClosings(db: Db): Promise<{ seriesId: string; rule: Closing }[]> {
  const rows = await db
    .selectFrom('series')
    .where('closes_comments', 'is not', null)
    .orderBy('id')
    .select(['id', 'closes_comments as told'])
    .execute()
  return rows.flatMap(({ id, told }) => {
    const rule = readClosingRule(told)
    return rule === null ? [] : [{ seriesId: id, rule }]
  })
}

export async function readSeriesClosing(db: Db, seriesId: string): Promise<Closing | null> {
  const row = await db
    .selectFrom('series')
    .where('id', '=', seriesId)
    .select('closes_comments')
    .executeTakeFirst()
  return readClosingRule(row?.closes_comments ?? null)
}

export async function writeSeriesClosing(db: Db, seriesId: string, rule: Closing | null): Promise<void> {
  await db
    .updateTable('series')
    .set({ closes_comments: rule === null ? null : String(rule) })
    .where('id', '=', seriesId)
    .execute()
}

/** By what it is known when comments of an edition close; null where they do not by themselves. */
export async function findClosing(
  db: Db,
  on: CommentedOn,
): Promise<{ rule: Closing | null; endsOn: string } | null> {
  if ('writingId' in on) return null
  const editions = db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.kept_open', '=', 0)
    .select(['editions.ends_on as endsOn', 'series.closes_comments as told'])
  const row =
    'editionId' in on
      ? await editions.where('editions.id', '=', on.editionId).executeTakeFirst()
      : await editions
          .innerJoin('entries', 'entries.edition_id', 'editions.id')
          .where('entries.id', '=', on.entryId)
          .executeTakeFirst()
  return row ? { rule: readClosingRule(row.told), endsOn: row.endsOn } : null
}
