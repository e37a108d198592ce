import { sql } from 'kysely'
import type { Entry } from '../domain/entry.ts'
import type { EventTime } from '../domain/event-time.ts'
import type { Db } from './tables.ts'

/** What readers have seen and do not see any more, without its words. */
export type GoneEntry = Pick<
  Entry,
  'id' | 'slug' | 'time' | 'startsAt' | 'endsAt' | 'sequence' | 'createdAt' | 'updatedAt'
>

/**
 * What of an edition, sessions too, took place at a time that was told, was published once and was taken back since. What
 * became one with another entry is not gone, but there.
 *
 * @param publishedAt since when the edition is seen: nobody knows of what was taken back before
 */
export async function readGone(db: Db, editionId: string, publishedAt: number | null): Promise<GoneEntry[]> {
  // A session is seen where its event is: as long as that never was, neither was the session.
  const says = (column: 'before' | 'after', word: string) =>
    sql<boolean>`coalesce(${sql.ref(`seen.${column}`)}, '') like ${`%"state":"${word}%`}`
  const rows = await db
    .selectFrom('entries')
    .leftJoin('entries as whole', 'whole.id', 'entries.parent_id')
    .where('entries.edition_id', '=', editionId)
    .where(({ or, eb }) => or([eb('entries.state', '<>', 'published'), eb('whole.state', '<>', 'published')]))
    .where('entries.updated_at', '>=', publishedAt ?? 0)
    .where('entries.merged_into', 'is', null)
    .where('whole.merged_into', 'is', null)
    .where('entries.starts_at', 'is not', null)
    .where('entries.kind', 'in', ['event', 'video', 'campaign'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('revisions as seen')
          .where(
            sql<boolean>`seen.entry_id = case when whole.state <> 'published' then whole.id else entries.id end`,
          )
          .where(({ or, and, not, eb }) =>
            or([
              says('before', 'published'),
              says('after', 'published'),
              // What an import added it published, unless it says otherwise.
              and([eb('seen.before', 'is', null), not(says('after', ''))]),
            ]),
          )
          .select('seen.id'),
      ),
    )
    .orderBy('entries.starts_at')
    .orderBy('entries.id')
    .selectAll('entries')
    .execute()
  return rows.map(row => ({
    id: row.id,
    slug: row.slug,
    time: {
      precision: row.precision as EventTime['precision'],
      start: row.wall_start,
      end: row.wall_end,
      zone: row.zone,
    },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    sequence: row.sequence,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}
