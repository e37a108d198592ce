import { type SqlBool, sql } from 'kysely'
import type { Edition } from '../domain/programme.ts'
import type { SearchHit } from '../domain/search-order.ts'
import { type SearchQuery, withoutBegun } from '../domain/search-query.ts'
import { matching, type Within } from './dialects/search-index.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

/** So many are looked at, however many there are: what is called so, then what tells of it, of each the newest. */
const mostHits = 200

/**
 * What readers find: entries and sessions, editions, posts and pages, in no order. `isMore`: there are more than were
 * looked at. `query`: without a last word that nothing has and that was only begun.
 *
 * @param options editionId: only in this one
 */
export async function findHits(
  db: Db,
  query: SearchQuery,
  { editionId }: { editionId?: string } = {},
): Promise<{ hits: SearchHit[]; isMore: boolean; query: SearchQuery }> {
  // Thousands of entries of a draft would stand before what readers see.
  const notIn = editionId === undefined ? await draftEditions(db) : []
  const all = await hitsOf(db, query, { editionId, notIn })
  if (all.length === 0 && query.isBegun) return findHits(db, withoutBegun(query), { editionId })
  if (all.length <= mostHits) return { hits: all, isMore: false, query }
  const called = await hitsOf(db, query, { editionId, notIn, titlesOnly: true })
  const hits = new Map([...called, ...all].map(hit => [hit.id, hit]))
  return { hits: [...hits.values()].slice(0, mostHits), isMore: true, query }
}

/** Ids of the entries and sessions of an edition, in whatever state, of which these words tell. */
export async function findEntryIds(db: Db, editionId: string, query: SearchQuery): Promise<Set<string>> {
  const { from, where } = matching(db, query, { editionId })
  const { rows } = await sql<{ id: string }>`
    select row.target_id as id from ${from} where ${where} and row.kind = 'entry'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

async function hitsOf(db: Db, query: SearchQuery, within: Within): Promise<SearchHit[]> {
  const { from, where, order } = matching(db, query, within)
  const isShown = sql<SqlBool>`(
    row.kind = 'writing' and writing.state = 'published'
    or row.kind = 'edition' and edition.state <> 'draft'
    or row.kind = 'entry' and edition.state <> 'draft' and entry.state = 'published'
      and (entry.parent_id is null or parent.state = 'published'))`
  const { rows } = await sql<SearchHit>`
    select row.kind as kind, row.target_id as id, row.edition_id as "editionId", row.day as day,
      coalesce(entry.title, writing.title, edition.title) as title,
      entry.kind as "entryKind", entry.starts_at as "startsAt", entry.ends_at as "endsAt"
    from ${from}
    left join entries as entry on row.kind = 'entry' and entry.id = row.target_id
    left join entries as parent on parent.id = entry.parent_id
    left join editions as edition on edition.id = row.edition_id
    left join writings as writing on row.kind = 'writing' and writing.id = row.target_id
    where ${where} and ${isShown}
    order by ${order} limit ${sql.lit(mostHits + 1)}`.execute(db)
  return rows
}

async function draftEditions(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('editions')
    .where('state', '=', 'draft')
    .orderBy('starts_on', 'desc')
    .limit(mostDrafts)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** More are looked through with the rest. */
const mostDrafts = 50

/** What leads to an edition, as it was written and in other languages. */
export type EditionName = Pick<
  Edition,
  'slug' | 'title' | 'startsOn' | 'homeZone' | 'language' | 'translations'
> & { series: string }

/** Editions by their ids, and whose they are: to lead there. */
export async function readEditionNames(db: Db, ids: string[]): Promise<Map<string, EditionName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.id', 'in', ids)
    .select([
      'editions.id',
      'editions.slug',
      'editions.title',
      'starts_on as startsOn',
      'home_zone as homeZone',
      'editions.language',
      'editions.translations',
      'series.slug as series',
    ])
    .execute()
  return new Map(
    rows.map(({ id, translations, ...edition }) => [
      id,
      { ...edition, translations: fromJson<Edition['translations']>(translations) },
    ]),
  )
}
