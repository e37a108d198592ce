import { sql } from 'kysely'
import type { Attendance, Kind } from '../domain/finding.ts'
import type { EditionCount } from '../domain/years.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

type Row = {
  edition_id: string
  what: EditionCount['what']
  kind: string | null
  attendance: string | null
  languages: string | null
  count: number
  held: number
  recorded: number
  minutes: number
}

/** Longer than that is no programme: events of several days are counted with a day. */
const longestMs = 86_400_000

/** What is counted in each edition of a series that readers see: one statement for all of them. */
export async function countYears(db: Db, seriesId: string): Promise<EditionCount[]> {
  const shown = sql`
    from entries
    inner join editions on editions.id = entries.edition_id
    left join entries as parent on parent.id = entries.parent_id
    where editions.series_id = ${seriesId} and editions.state <> 'draft' and entries.state = 'published'`
  // A session is seen where its event is.
  const withSessions = sql`${shown} and (parent.id is null or parent.state = 'published')`
  const isHeld = sql`entries.kind = 'event' and entries.status not in ('cancelled', 'postponed')`
  const isRecorded = sql`(entries.recording = 'available'
    or entries.recording in ('unknown', 'expected') and exists (
      select 1 from entry_links where entry_links.entry_id = entries.id
        and entry_links.role = 'recording' and entry_links.health not in ('gone', 'changed-hands')))`
  const lasts = sql`case
    when entries.ends_at is null then editions.assumed_minutes * 60000
    when entries.ends_at < entries.starts_at then 0
    when entries.ends_at - entries.starts_at > ${sql.lit(longestMs)} then ${sql.lit(longestMs)}
    else entries.ends_at - entries.starts_at end`
  const { rows } = await sql<Row>`
    select entries.edition_id, 'entries' as what, entries.kind, entries.attendance,
      cast(null as text) as languages, count(*) as count,
      sum(case when ${isHeld} then 1 else 0 end) as held,
      sum(case when ${isHeld} and ${isRecorded} then 1 else 0 end) as recorded,
      sum(case when ${isHeld} and entries.precision = 'moment' and entries.starts_at is not null
        then ${lasts} else 0 end) / 60000.0 as minutes
    ${shown} and entries.parent_id is null
    group by entries.edition_id, entries.kind, entries.attendance
    union all
    select entries.edition_id, 'languages', null, null, entries.languages, count(*), 0, 0, 0
    ${withSessions} and entries.languages is not null
    group by entries.edition_id, entries.languages
    union all
    select seen.edition_id, 'organisers', null, null, null, count(distinct own.organisation_id), 0, 0, 0
    from (select entries.id, entries.edition_id ${withSessions}) as seen
    inner join entry_organisations as own on own.entry_id = seen.id
    where own.role is null or own.role = 'host'
    group by seen.edition_id`.execute(db)
  return rows.map(countOf)
}

function countOf(row: Row): EditionCount {
  const { edition_id: editionId, what } = row
  const count = Number(row.count)
  if (what === 'organisers') return { editionId, what, count }
  if (what === 'languages')
    return { editionId, what, count, languages: fromJson<string[]>(row.languages) ?? [] }
  return {
    editionId,
    what,
    count,
    kind: row.kind as Kind,
    attendance: row.attendance as Attendance | null,
    held: Number(row.held),
    recorded: Number(row.recorded),
    minutes: Number(row.minutes),
  }
}
