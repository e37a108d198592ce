import { sql } from 'kysely'
import { among } from './dialects/among.ts'
import { type RevisionRow, revisionOf } from './revisions.ts'
import type { Db } from './tables.ts'

/** What was done to the edition itself comes first: a null is first for one database and last for the other. */
const isOfEdition = sql<number>`case when entry_id is null then 1 else 0 end`

/** One revision of an edition, with the first of its changes. */
export type RevisionOfEdition = {
  number: number
  at: number
  by: string
  /** How many changes it has in all. */
  count: number
  changes: RevisionRow[]
}

/**
 * The newest revisions of an edition (before a number), newest first. An import may have changed thousands of entries
 * at once: of each revision only so many changes are read.
 */
export async function readHistory(
  db: Db,
  editionId: string,
  asked: { before?: number; limit: number; changes: number },
): Promise<RevisionOfEdition[]> {
  const { before, limit, changes: most } = asked
  const heads = await db
    .selectFrom('revisions')
    .where('edition_id', '=', editionId)
    .$if(before !== undefined, query => query.where('number', '<', before!))
    .groupBy('number')
    .orderBy('number', 'desc')
    .limit(limit)
    .select(({ fn }) => ['number', fn.countAll<number>().as('count')])
    .execute()
  if (heads.length === 0) return []
  const counted = db
    .selectFrom('revisions')
    .leftJoin('entries', 'entries.id', 'entry_id')
    .where('revisions.edition_id', '=', editionId)
    .where('number', '<=', heads[0]!.number)
    .where('number', '>=', heads.at(-1)!.number)
    .select(({ fn }) => [
      'revisions.id as change',
      fn
        .agg<number>('row_number')
        .over(over =>
          over.partitionBy('number').orderBy(isOfEdition, 'desc').orderBy('position').orderBy('revisions.id'),
        )
        .as('place'),
    ])
  const rows = await db
    .selectFrom(counted.as('counted'))
    .innerJoin('revisions', 'revisions.id', 'counted.change')
    .where('place', '<=', most)
    .orderBy('number', 'desc')
    .orderBy('place')
    .selectAll('revisions')
    .execute()
  const byNumber = Map.groupBy(rows.map(revisionOf), ({ number }) => number)
  return heads.map(({ number, count }) => {
    const changes = byNumber.get(number) ?? []
    const { at, by } = changes[0]!
    return { number, at, by, count: Number(count), changes }
  })
}

/** Changes of one revision, in the order of the story. */
export async function readChanges(
  db: Db,
  editionId: string,
  number: number,
  { from, limit }: { from: number; limit: number },
): Promise<{ count: number; changes: RevisionRow[] }> {
  const asked = db
    .selectFrom('revisions')
    .where('revisions.edition_id', '=', editionId)
    .where('number', '=', number)
  const { count } = await asked
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await asked
    .leftJoin('entries', 'entries.id', 'entry_id')
    .orderBy(isOfEdition, 'desc')
    .orderBy('position')
    .orderBy('revisions.id')
    .offset(from)
    .limit(limit)
    .selectAll('revisions')
    .execute()
  return { count: Number(count), changes: rows.map(revisionOf) }
}

/** How many changes each of these revisions has. */
export async function countChanges(
  db: Db,
  editionId: string,
  numbers: number[],
): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('revisions')
    .where('edition_id', '=', editionId)
    .where('number', 'in', numbers)
    .groupBy('number')
    .select(({ fn }) => ['number', fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ number, count }) => [number, Number(count)]))
}

export type EntryName = { slug: string; title: string; state: string; parentId: string | null }

/** How entries are called today. */
export async function readEntryNames(db: Db, ids: string[]): Promise<Map<string, EntryName>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('entries')
    .where(among(db, 'id', ids))
    .select(['id', 'slug', 'title', 'state', 'parent_id as parentId'])
    .execute()
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** The names of the sources that an entry was read from. */
export async function readSourceNames(db: Db, entryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('sources', 'sources.id', 'source_id')
    .where('entry_id', '=', entryId)
    .orderBy('sources.id')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}

export type WithdrawnEntry = { id: string; title: string; kind: string; at: number | null; by: string | null }

/** Withdrawn entries of an edition, the last one first, with who withdrew them and when. */
export async function readWithdrawn(db: Db, editionId: string): Promise<WithdrawnEntry[]> {
  const entries = await db
    .selectFrom('entries')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'withdrawn')
    .select(['id', 'title', 'kind'])
    .execute()
  const acts = await readWithdrawals(
    db,
    entries.map(({ id }) => id),
  )
  return entries
    .map(entry => {
      const { at = null, by = null } = acts.get(entry.id) ?? {}
      return { ...entry, at, by }
    })
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? 1 : -1))
}

/** The change that last withdrew each of these entries. */
export async function readWithdrawals(db: Db, ids: string[]): Promise<Map<string, RevisionRow>> {
  if (ids.length === 0) return new Map()
  // Quotation marks inside what people wrote are escaped in JSON: nothing but the field itself looks like this.
  const rows = await db
    .selectFrom('revisions')
    .where(among(db, 'entry_id', ids))
    .where(sql<boolean>`${sql.ref('after')} like '%"state":"withdrawn"%'`)
    .orderBy('number')
    .selectAll()
    .execute()
  return new Map(rows.map(row => [row.entry_id!, revisionOf(row)]))
}

/** Whether readers have ever seen an entry, or were to see it by its session's event. */
export async function wasPublished(db: Db, id: string): Promise<boolean> {
  const says = (column: 'before' | 'after', word: string) =>
    sql<boolean>`coalesce(${sql.ref(column)}, '') like ${`%"state":"${word}%`}`
  const row = await db
    .selectFrom('revisions')
    .where('entry_id', '=', id)
    .where(({ or, and, not, eb }) =>
      or([
        says('before', 'published'),
        says('after', 'published'),
        // What an import added it published, unless it says otherwise.
        and([eb('before', 'is', null), not(says('after', ''))]),
      ]),
    )
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** In which revision each of these entries got the status it has; of those that always had it there is none. */
export async function readStatusNumbers(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('revisions')
    .where(among(db, 'entry_id', ids))
    .where('before', 'is not', null)
    .where(sql<boolean>`${sql.ref('after')} like '%"status":"%'`)
    .groupBy('entry_id')
    .select(({ fn }) => ['entry_id', fn.max<number>('number').as('number')])
    .execute()
  return new Map(rows.map(({ entry_id, number }) => [entry_id!, Number(number)]))
}

/** The latest merging of an organisation into another one, in each edition that heard of it, in their order. */
export async function readMergesOf(
  db: Db,
  organisationId: string,
): Promise<(RevisionRow & { editionId: string })[]> {
  const rows = await db
    .selectFrom('revisions')
    .where('entry_id', 'is', null)
    .where('act', '=', 'merge-organisations')
    .where(sql<boolean>`${sql.ref('before')} like ${`%"id":"${organisationId}"%`}`)
    .orderBy('edition_id')
    .orderBy('number')
    .selectAll()
    .execute()
  const own = rows.filter(row => revisionOf(row).before?.id === organisationId)
  return [
    ...new Map(own.map(row => [row.edition_id, { ...revisionOf(row), editionId: row.edition_id }])).values(),
  ]
}
