import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

/** Where an entry was read: the address or name of the source, when, and where in it each field of the finding stood. */
export type Origin = { source: string; readAt: number; fields: Record<string, string> }

/** The sources of an entry, the first that it was read from first. */
export async function readOrigins(db: Db, entryId: string): Promise<Origin[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where('entry_id', '=', entryId)
    .orderBy('sources.id')
    .select(['name', 'read_at', 'origins'])
    .execute()
  return rows.map(({ name, read_at, origins }) => ({
    source: name,
    readAt: read_at,
    fields: fromJson<Record<string, string>>(origins) ?? {},
  }))
}
