import type { Content } from '../domain/content.ts'
import { among } from './dialects/among.ts'
import { fromJson } from './json.ts'
import type { Db } from './tables.ts'

/**
 * What a source and an entry do not agree about: `told` is what the source says today and nobody has answered yet,
 * `base` what was settled last; `missingAt` when it first told of the entry no more, and nobody has said what that
 * means.
 */
export type Asking = {
  entryId: string
  sourceId: string
  sourceName: string
  ours: (keyof Content)[]
  base: Content
  told: Content | null
  missingAt: number | null
}

/** All that waits for an answer in these editions, of one source, or of one entry and source. */
export async function readAsking(
  db: Db,
  of: { editionIds: string[] } | { sourceId: string; entryId?: string },
): Promise<(Asking & { editionId: string })[]> {
  if ('editionIds' in of && of.editionIds.length === 0) return []
  const rows = await db
    .selectFrom('identities')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where(({ or, eb, and }) =>
      or([
        eb('identities.told', 'is not', null),
        and([eb('missing_at', 'is not', null), eb('answered_at', 'is', null)]),
      ]),
    )
    .$if('editionIds' in of, query =>
      query.where(among(db, 'edition_id', 'editionIds' in of ? of.editionIds : [])),
    )
    .$if('sourceId' in of, query => query.where('source_id', '=', 'sourceId' in of ? of.sourceId : ''))
    .$if('sourceId' in of && of.entryId !== undefined, query =>
      query.where('entry_id', '=', 'sourceId' in of ? of.entryId! : ''),
    )
    .orderBy('source_id')
    .orderBy('entry_id')
    .select([
      'entry_id',
      'source_id',
      'edition_id',
      'name',
      'title',
      'ours',
      'snapshot',
      'identities.told as says',
    ])
    .select(['missing_at', 'answered_at'])
    .execute()
  return rows.map(row => ({
    editionId: row.edition_id,
    entryId: row.entry_id,
    sourceId: row.source_id,
    sourceName: row.title ?? row.name,
    ours: fromJson(row.ours) ?? [],
    base: JSON.parse(row.snapshot) as Content,
    told: fromJson<Content>(row.says),
    missingAt: row.answered_at === null ? row.missing_at : null,
  }))
}

/** Settles what a source says of an entry: that is its last word now. */
export async function settleTold(
  db: Db,
  { entryId, sourceId }: Pick<Asking, 'entryId' | 'sourceId'>,
): Promise<void> {
  await db
    .updateTable('identities')
    .set(({ ref }) => ({ snapshot: ref('told') as never, told: null, stored_at: -1 }))
    .where('entry_id', '=', entryId)
    .where('source_id', '=', sourceId)
    .where('told', 'is not', null)
    .execute()
}

/** Somebody has said what it means that a source tells of an entry no more. */
export async function answerMissing(
  db: Db,
  { entryId, sourceId }: Pick<Asking, 'entryId' | 'sourceId'>,
  at: number,
): Promise<void> {
  await db
    .updateTable('identities')
    .set({ answered_at: at })
    .where('entry_id', '=', entryId)
    .where('source_id', '=', sourceId)
    .where('missing_at', 'is not', null)
    .execute()
}

/** Keeps of which entries a source tells no more; what it tells again is asked about no longer. */
export async function keepMissing(db: Db, sourceId: string, missing: string[], at: number): Promise<void> {
  await db
    .updateTable('identities')
    .set({ missing_at: null, answered_at: null })
    .where('source_id', '=', sourceId)
    .where('missing_at', 'is not', null)
    .$if(missing.length > 0, query => query.where(({ not }) => not(among(db, 'entry_id', missing))))
    .execute()
  if (missing.length === 0) return
  await db
    .updateTable('identities')
    .set({ missing_at: at })
    .where('source_id', '=', sourceId)
    .where('missing_at', 'is', null)
    .where(among(db, 'entry_id', missing))
    .execute()
}

/** Entries that a source told of before and that stand, sessions too. */
export async function readToldBefore(db: Db, sourceId: string) {
  return db
    .selectFrom('identities')
    .innerJoin('entries', 'entries.id', 'entry_id')
    .where('source_id', '=', sourceId)
    .where('entries.state', '<>', 'withdrawn')
    .where('status', '<>', 'cancelled')
    .select([
      'entries.id',
      'parent_id as parentId',
      'kind',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'published',
      'entries.title',
    ])
    .execute()
}
