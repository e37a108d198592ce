import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { foldName } from '../domain/fold-name.ts'
import { among } from './dialects/among.ts'
import { freeNameSlug, nameKey } from './names.ts'
import { indexStoredEntries } from './search-index.ts'
import type { Db } from './tables.ts'

export type Organisation = { id: string; name: string; url: string | null }

export type OrganisationListing = Organisation & { entries: number; editions: number }

/** Organisations by name, each with what it takes part in; those that turned out to be others are found by their names. */
export async function listOrganisations(
  db: Db,
  { sought, from, limit }: { sought: string; from: number; limit: number },
): Promise<{ count: number; organisations: OrganisationListing[] }> {
  const asked = db
    .selectFrom('organisations')
    .where('merged_into', 'is', null)
    .$if(sought !== '', query =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('organisations as called')
            .where(sql<boolean>`coalesce(called.merged_into, called.id) = organisations.id`)
            .where(sql<boolean>`called.folded like ${patternOf(sought)} escape '\\'`)
            .select('called.id'),
        ),
      ),
    )
  const { count } = await asked
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await asked
    .orderBy('folded')
    .offset(from)
    .limit(limit)
    .select(({ selectFrom }) => [
      'organisations.id',
      'name',
      'url',
      selectFrom('entry_organisations as own')
        .innerJoin('entries', 'entries.id', 'own.entry_id')
        .whereRef('own.organisation_id', '=', 'organisations.id')
        .where('entries.state', '<>', 'withdrawn')
        .select(({ fn }) => fn.count<number>('entries.id').distinct().as('n'))
        .as('entries'),
      selectFrom('entry_organisations as own')
        .innerJoin('entries', 'entries.id', 'own.entry_id')
        .whereRef('own.organisation_id', '=', 'organisations.id')
        .where('entries.state', '<>', 'withdrawn')
        .select(({ fn }) => fn.count<number>('entries.edition_id').distinct().as('n'))
        .as('editions'),
    ])
    .execute()
  return {
    count: Number(count),
    organisations: rows.map(row => ({
      ...row,
      entries: Number(row.entries ?? 0),
      editions: Number(row.editions ?? 0),
    })),
  }
}

function patternOf(sought: string): string {
  return `%${foldName(sought).replace(/[\\%_]/g, '\\$&')}%`
}

/** Every organisation that is one of its own. */
export async function readOrganisations(db: Db): Promise<Organisation[]> {
  return db
    .selectFrom('organisations')
    .where('merged_into', 'is', null)
    .orderBy('folded')
    .select(['id', 'name', 'url'])
    .execute()
}

/** `mergedInto`: the one it turned out to be. */
export async function findOrganisation(
  db: Db,
  id: string,
): Promise<(Organisation & { folded: string; mergedInto: string | null }) | null> {
  const row = await db
    .selectFrom('organisations')
    .where('id', '=', id)
    .select(['id', 'name', 'url', 'folded', 'merged_into as mergedInto'])
    .executeTakeFirst()
  return row ?? null
}

/** Keeps these as they are until the transaction ends, for all but this one. */
export async function holdOrganisations(db: Db, ids: string[]): Promise<void> {
  for (const id of [...ids].sort())
    await db
      .updateTable('organisations')
      .set(({ ref }) => ({ name: ref('name') }))
      .where('id', '=', id)
      .execute()
}

export async function findOrganisationByName(
  db: Db,
  name: string,
): Promise<{ id: string; mergedInto: string | null } | null> {
  const row = await db
    .selectFrom('organisations')
    .where('folded', '=', nameKey(name))
    .select(['id', 'merged_into as mergedInto'])
    .executeTakeFirst()
  return row ?? null
}

/** By which other names an organisation is known. */
export async function readAliases(db: Db, id: string): Promise<Organisation[]> {
  return db
    .selectFrom('organisations')
    .where('merged_into', '=', id)
    .orderBy('folded')
    .select(['id', 'name', 'url'])
    .execute()
}

export type EntryOfOrganisation = {
  id: string
  title: string
  state: string
  edition: { id: string; slug: string; title: string }
  series: { id: string; slug: string }
}

/** What an organisation takes part in, the latest edition first. */
export async function readEntriesOf(
  db: Db,
  organisationId: string,
  limit: number,
): Promise<EntryOfOrganisation[]> {
  const rows = await db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entry_organisations as own')
          .whereRef('own.entry_id', '=', 'entries.id')
          .where('own.organisation_id', '=', organisationId)
          .select('own.entry_id'),
      ),
    )
    .orderBy('editions.starts_on', 'desc')
    .orderBy('entries.position')
    .limit(limit)
    .select([
      'entries.id',
      'entries.title',
      'entries.state',
      'editions.id as editionId',
      'editions.slug as editionSlug',
      'editions.title as editionTitle',
      'series.id as seriesId',
      'series.slug as seriesSlug',
    ])
    .execute()
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    state: row.state,
    edition: { id: row.editionId, slug: row.editionSlug, title: row.editionTitle },
    series: { id: row.seriesId, slug: row.seriesSlug },
  }))
}

/** Where these organisations take part: entries by edition, editions in the order in which they are to be taken. */
export async function readPlacesOf(
  db: Db,
  ids: string[],
): Promise<{ editionId: string; seriesId: string; entryIds: string[] }[]> {
  const rows = await db
    .selectFrom('entry_organisations as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where(among(db, 'own.organisation_id', ids))
    .orderBy('editions.id')
    .orderBy('entries.position')
    .select(['editions.id as editionId', 'editions.series_id as seriesId', 'entries.id as entryId'])
    .execute()
  const byEdition = Map.groupBy(rows, ({ editionId }) => editionId)
  return [...byEdition].map(([editionId, own]) => ({
    editionId,
    seriesId: own[0]!.seriesId,
    entryIds: [...new Set(own.map(({ entryId }) => entryId))],
  }))
}

/** From now on what is called like the one is the other, and so is whatever was the one. */
export async function putMerged(db: Db, from: string, into: string): Promise<void> {
  await db
    .updateTable('organisations')
    .set({ merged_into: into })
    .where(({ or, eb }) => or([eb('id', '=', from), eb('merged_into', '=', from)]))
    .execute()
  const awaited = await db
    .selectFrom('awaited_organisations')
    .where('organisation_id', '=', from)
    .selectAll()
    .execute()
  for (const row of awaited)
    await db
      .insertInto('awaited_organisations')
      .values({ ...row, organisation_id: into })
      .onConflict(conflict => conflict.columns(['edition_id', 'organisation_id']).doNothing())
      .execute()
  await db.deleteFrom('awaited_organisations').where('organisation_id', '=', from).execute()
}

/** Makes one that turned out to be another an organisation of its own again, with the names it had. */
export async function putParted(db: Db, id: string, aliases: string[]): Promise<void> {
  await db.updateTable('organisations').set({ merged_into: null }).where('id', '=', id).execute()
  if (aliases.length > 0)
    await db
      .updateTable('organisations')
      .set({ merged_into: id })
      .where(among(db, 'id', aliases))
      .execute()
}

export async function updateOrganisation(db: Db, id: string, told: Partial<Organisation>): Promise<void> {
  await db.updateTable('organisations').set(told).where('id', '=', id).execute()
}

/**
 * Gives an organisation another name; by the one it had it is still known. No other organisation has the new one. Its
 * address stays, and what would be the address of the new name leads there.
 */
export async function renameOrganisation(
  db: Db,
  { id, name: oldName, folded }: { id: string; name: string; folded: string },
  name: string,
): Promise<void> {
  const key = nameKey(name)
  if (key !== folded) {
    const own = await findOrganisationByName(db, name)
    const alias = own?.id ?? randomUUIDv7()
    // Two cannot have one key even for a moment.
    const apart = { folded: `${alias} renamed`, name: oldName, merged_into: id }
    if (own) await db.updateTable('organisations').set(apart).where('id', '=', alias).execute()
    else
      await db
        .insertInto('organisations')
        .values({ ...apart, id: alias, slug: await freeNameSlug(db, 'organisations', name), url: null })
        .execute()
    await db.updateTable('organisations').set({ folded: key }).where('id', '=', id).execute()
    await db.updateTable('organisations').set({ folded }).where('id', '=', alias).execute()
  }
  await db.updateTable('organisations').set({ name }).where('id', '=', id).execute()
  const naming = await db
    .selectFrom('entry_organisations')
    .where('organisation_id', '=', id)
    .select('entry_id')
    .distinct()
    .execute()
  await indexStoredEntries(
    db,
    naming.map(({ entry_id }) => entry_id),
  )
}

/** The names of organisations that are called otherwise today, by how they are compared. */
export async function readNewNames(db: Db, names: Iterable<string>): Promise<Map<string, Organisation>> {
  const keys = [...new Set([...names].map(nameKey))]
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations as called')
    .innerJoin('organisations as own', 'own.id', 'called.merged_into')
    .where(among(db, 'called.folded', keys))
    .select(['called.folded', 'own.id', 'own.name', 'own.url'])
    .execute()
  return new Map(rows.map(({ folded, ...own }) => [folded, own]))
}

/** Somebody has said that two organisations that look like one are two. */
export async function insertOrganisationsApart(
  db: Db,
  [one, other]: readonly [string, string],
  { by, at }: { by: string; at: number },
): Promise<void> {
  const [organisation_id, other_id] = one < other ? [one, other] : [other, one]
  await db
    .insertInto('organisations_apart')
    .values({ organisation_id, other_id, at, by })
    .onConflict(conflict => conflict.columns(['organisation_id', 'other_id']).doNothing())
    .execute()
}

/** The pairs of which that was said, the lesser id first: `one other`. */
export async function readOrganisationsApart(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('organisations_apart').select(['organisation_id', 'other_id']).execute()
  return new Set(rows.map(({ organisation_id, other_id }) => `${organisation_id} ${other_id}`))
}
