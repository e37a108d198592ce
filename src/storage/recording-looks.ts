import { type Selectable, sql } from 'kysely'
import type { Look } from '../domain/recordings/look.ts'
import type { Channel, Sighting } from '../domain/recordings/seen.ts'
import { among } from './dialects/among.ts'
import { fromJson, toJson } from './json.ts'
import type { Db, Tables } from './tables.ts'

export async function findLook(db: Db, entryId: string): Promise<Look | null> {
  const row = await db
    .selectFrom('recording_looks')
    .where('entry_id', '=', entryId)
    .selectAll()
    .executeTakeFirst()
  return row ? lookOf(row) : null
}

/** Of every entry of an edition that was looked at, by the entry. */
export async function readLooks(db: Db, editionId: string): Promise<Map<string, Look>> {
  const rows = await db
    .selectFrom('recording_looks')
    .innerJoin('entries', 'entries.id', 'recording_looks.entry_id')
    .where('edition_id', '=', editionId)
    .selectAll('recording_looks')
    .execute()
  return new Map(rows.map(row => [row.entry_id, lookOf(row)]))
}

/** When something became known of the recording of an entry that its page shows; null: nothing did. */
export async function readFactsAt(db: Db, entryId: string): Promise<number | null> {
  const row = await db
    .selectFrom('recording_looks')
    .where('entry_id', '=', entryId)
    .select('facts_at')
    .executeTakeFirst()
  return row?.facts_at ?? null
}

export async function writeLook(db: Db, look: Look): Promise<void> {
  const told = {
    looked_at: look.lookedAt,
    next_at: look.nextAt,
    failures: look.failures,
    sightings: toJson(look.sightings),
    channels: toJson(look.channels),
    searched_at: look.searchedAt,
    facts_at: look.factsAt,
  }
  await db
    .insertInto('recording_looks')
    .values({ entry_id: look.entryId, ...told })
    .onConflict(conflict => conflict.column('entry_id').doUpdateSet(told))
    .execute()
}

export async function removeLook(db: Db, entryId: string): Promise<void> {
  await db.deleteFrom('recording_looks').where('entry_id', '=', entryId).execute()
}

export type ToLookAt = { id: string; startsAt: number; endsAt: number | null; isNew: boolean }

/**
 * Events that readers see and that have begun by a moment, of which nobody has looked for the recording yet, or not
 * since they were changed, or whose look is overdue by more than an hour, the latest first.
 */
export async function listUnforeseen(
  db: Db,
  { now, until, limit }: { now: number; until: number; limit: number },
): Promise<ToLookAt[]> {
  const rows = await db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .leftJoin('recording_looks as look', 'look.entry_id', 'entries.id')
    .where('editions.state', '<>', 'draft')
    .where('entries.state', '=', 'published')
    .where('entries.kind', '=', 'event')
    .where('entries.starts_at', '<=', until)
    .where(({ or, eb, ref }) =>
      or([
        eb('look.entry_id', 'is', null),
        eb('entries.updated_at', '>', ref('look.looked_at')),
        eb('look.next_at', '<', now - 3_600_000),
      ]),
    )
    .orderBy('entries.starts_at', 'desc')
    .orderBy('entries.id')
    .limit(limit)
    .select(['entries.id', 'entries.starts_at', 'entries.ends_at', 'look.entry_id as looked'])
    .execute()
  return rows.map(({ id, starts_at, ends_at, looked }) => ({
    id,
    startsAt: starts_at!,
    endsAt: ends_at,
    isNew: looked === null,
  }))
}

/** Where recordings of these organisations were seen in other entries of the series, the latest first. */
export async function readKnownChannels(
  db: Db,
  seriesId: string,
  organisations: string[],
): Promise<Channel[]> {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('recording_looks as look')
    .innerJoin('entries', 'entries.id', 'look.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('entry_organisations as own', 'own.entry_id', 'look.entry_id')
    .where('editions.series_id', '=', seriesId)
    .where('look.channels', 'is not', null)
    .where(among(db, 'own.organisation_id', organisations))
    .orderBy('look.looked_at', 'desc')
    .limit(50)
    .select('look.channels')
    .execute()
  return rows.flatMap(({ channels }) => fromJson<Channel[]>(channels) ?? [])
}

/** The addresses of recordings that entries of an edition have. */
export async function readRecordingAddresses(
  db: Db,
  editionId: string,
): Promise<{ entryId: string; url: string }[]> {
  return db
    .selectFrom('entry_links')
    .innerJoin('entries', 'entries.id', 'entry_links.entry_id')
    .where('entries.edition_id', '=', editionId)
    .where('entry_links.role', '=', 'recording')
    .select(['entry_links.entry_id as entryId', sql<string>`entry_links.url`.as('url')])
    .execute()
}

function lookOf(row: Selectable<Tables['recording_looks']>): Look {
  return {
    entryId: row.entry_id,
    lookedAt: row.looked_at,
    nextAt: row.next_at,
    failures: row.failures,
    sightings: fromJson<Sighting[]>(row.sightings) ?? [],
    channels: fromJson<Channel[]>(row.channels) ?? [],
    searchedAt: row.searched_at,
    factsAt: row.facts_at,
  }
}
