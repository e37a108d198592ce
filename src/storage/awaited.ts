import { among } from './dialects/among.ts'
import { insertRows } from './insert-rows.ts'
import type { Db } from './tables.ts'

/** An organisation that took part in an edition, with the number of its entries there. */
export type TakingPart = { id: string; name: string; url: string | null; entries: number }

/** Who took part in an edition, who did most first; what was withdrawn does not count. */
export async function readTakingPart(db: Db, editionId: string): Promise<TakingPart[]> {
  const rows = await db
    .selectFrom('entry_organisations as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('organisations', 'organisations.id', 'own.organisation_id')
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'withdrawn')
    .groupBy(['organisations.id', 'name', 'organisations.url'])
    .select(({ fn }) => [
      'organisations.id',
      'name',
      'organisations.url',
      fn.count<number>('own.entry_id').distinct().as('entries'),
    ])
    .execute()
  return rows
    .map(row => ({ ...row, entries: Number(row.entries) }))
    .sort((a, b) => b.entries - a.entries || a.name.localeCompare(b.name))
}

/** Expects these organisations in an edition. */
export async function insertAwaited(db: Db, editionId: string, ids: string[]): Promise<void> {
  await insertRows(
    db,
    'awaited_organisations',
    ids.map((organisation_id, position) => ({ edition_id: editionId, organisation_id, position })),
    { skipTaken: true },
  )
}

export async function deleteAwaited(db: Db, editionId: string, organisationId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('awaited_organisations')
    .where('edition_id', '=', editionId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type AwaitedRow = { editionId: string; position: number; alone: boolean }

/** Where an organisation is expected; `alone`: where another one is not. */
export async function readAwaitedRows(db: Db, id: string, other: string): Promise<AwaitedRow[]> {
  const rows = await db
    .selectFrom('awaited_organisations')
    .where('organisation_id', 'in', [id, other])
    .orderBy('edition_id')
    .selectAll()
    .execute()
  const ofOther = new Set(rows.flatMap(row => (row.organisation_id === other ? row.edition_id : [])))
  return rows
    .filter(({ organisation_id }) => organisation_id === id)
    .map(({ edition_id, position }) => ({
      editionId: edition_id,
      position,
      alone: !ofOther.has(edition_id),
    }))
}

/** Expects an organisation again where it was, and the other one that stood for it no more; where that is, still. */
export async function restoreAwaited(
  db: Db,
  id: string,
  other: string,
  rows: readonly AwaitedRow[],
): Promise<void> {
  for (const { editionId, position, alone } of rows) {
    // Whom somebody has crossed off since is expected no more.
    const isExpected = await db
      .selectFrom('awaited_organisations')
      .where('edition_id', '=', editionId)
      .where('organisation_id', '=', other)
      .select('position')
      .executeTakeFirst()
    if (!isExpected) continue
    if (alone) await deleteAwaited(db, editionId, other)
    await insertRows(
      db,
      'awaited_organisations',
      [{ edition_id: editionId, organisation_id: id, position }],
      { skipTaken: true },
    )
  }
}

/** An organisation that has not announced anything yet, with the last entry of it in the series, if any. */
export type Awaited = {
  id: string
  name: string
  url: string | null
  last: { id: string; title: string; url: string | null } | null
}

/** Who is expected in an edition and has no entry in it yet: the list empties by itself. */
export async function readAwaited(db: Db, editionId: string): Promise<Awaited[]> {
  const rows = await db
    .selectFrom('awaited_organisations as awaited')
    .innerJoin('organisations', 'organisations.id', 'awaited.organisation_id')
    .where('awaited.edition_id', '=', editionId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entry_organisations as own')
            .innerJoin('entries', 'entries.id', 'own.entry_id')
            .whereRef('own.organisation_id', '=', 'awaited.organisation_id')
            .whereRef('entries.edition_id', '=', 'awaited.edition_id')
            .where('entries.state', '<>', 'withdrawn')
            .select('entries.id'),
        ),
      ),
    )
    .orderBy('awaited.position')
    .select(['organisations.id', 'name', 'url'])
    .execute()
  const last = await readLastOf(
    db,
    editionId,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({ ...row, last: last.get(row.id) ?? null }))
}

/** The first entry of each organisation in the latest other edition of the series. */
async function readLastOf(db: Db, editionId: string, ids: string[]): Promise<Map<string, Awaited['last']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('entry_organisations as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('editions as this', 'this.series_id', 'editions.series_id')
    .leftJoin('entry_links as link', join =>
      join.onRef('link.entry_id', '=', 'entries.id').on('link.role', '=', 'source'),
    )
    .where('this.id', '=', editionId)
    .whereRef('editions.id', '<>', 'this.id')
    .whereRef('editions.starts_on', '<', 'this.starts_on')
    .where('entries.state', '=', 'published')
    .where('entries.parent_id', 'is', null)
    .where(among(db, 'own.organisation_id', ids))
    .orderBy('editions.starts_on', 'desc')
    .orderBy('entries.position')
    .select(['own.organisation_id as organisation', 'entries.id', 'entries.title', 'link.url'])
    .execute()
  const found = new Map<string, Awaited['last']>()
  for (const { organisation, ...entry } of rows) if (!found.has(organisation)) found.set(organisation, entry)
  return found
}
