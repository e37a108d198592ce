import { sql } from 'kysely'
import type { EntryLine, LineEdition } from '../domain/entry-line.ts'
import { readLineEditions, readLines, shownEntries } from './entry-lines.ts'
import type { Db } from './tables.ts'

/**
 * What was in earlier editions of a series on a day of the year, as the organisers wrote the day: what has a recording
 * first, and of that the newest.
 *
 * @param day `12-18`; `before`: years before this one (`2021`)
 */
export async function listOnDay(
  db: Db,
  seriesId: string,
  { day, before, limit }: { day: string; before: string; limit: number },
): Promise<{ lines: EntryLine[]; editions: LineEdition[] }> {
  const told = sql<string>`coalesce(entries.wall_start, entries.published)`
  const rows = await shownEntries(db)
    .where('editions.series_id', '=', seriesId)
    .where('entries.parent_id', 'is', null)
    .where(sql<boolean>`substr(${told}, 6, 5) = ${day}`)
    .where(sql<boolean>`substr(${told}, 1, 4) < ${before}`)
    .orderBy(sql`case when entries.recording = 'available' then 0 else 1 end`)
    .orderBy('editions.starts_on', 'desc')
    .orderBy('entries.position')
    .orderBy('entries.id')
    .limit(limit)
    .select('entries.id')
    .execute()
  const lines = await readLines(
    db,
    rows.map(({ id }) => id),
  )
  const editions = await readLineEditions(db, [...new Set(lines.map(({ editionId }) => editionId))])
  return { lines, editions }
}
