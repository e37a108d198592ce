import { shownEntries } from './entry-lines.ts'
import type { Db } from './tables.ts'

/** Somebody whom entries name. People are known by their names alone: who is called alike is one here. */
export type NamedPerson = { id: string; slug: string; name: string; url: string | null; isHidden: boolean }

export async function findPersonBySlug(db: Db, slug: string): Promise<NamedPerson | null> {
  const row = await db
    .selectFrom('people')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name', 'url', 'is_hidden'])
    .executeTakeFirst()
  if (!row) return null
  const { is_hidden, ...person } = row
  return { ...person, isHidden: is_hidden === 1 }
}

export async function updatePersonHidden(db: Db, id: string, isHidden: boolean): Promise<void> {
  await db
    .updateTable('people')
    .set({ is_hidden: isHidden ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** For whom a person was said to speak or write, the latest first, in what readers see. */
export async function listAffiliations(db: Db, personId: string, limit: number): Promise<string[]> {
  const rows = await shownEntries(db)
    .innerJoin('entry_people as own', 'own.entry_id', 'entries.id')
    .where('own.person_id', '=', personId)
    .where('own.affiliation', 'is not', null)
    .groupBy('own.affiliation')
    .orderBy(({ fn }) => fn.max('editions.starts_on'), 'desc')
    .orderBy('own.affiliation')
    .limit(limit)
    .select('own.affiliation')
    .execute()
  return rows.flatMap(({ affiliation }) => affiliation ?? [])
}

/** The editions whose entries name a person, in whatever state, and whose they are, in the order in which they are to be taken. */
export async function readEditionsNamingPerson(
  db: Db,
  id: string,
): Promise<{ editionId: string; seriesId: string }[]> {
  return db
    .selectFrom('entry_people as own')
    .innerJoin('entries', 'entries.id', 'own.entry_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where('own.person_id', '=', id)
    .orderBy('editions.id')
    .select(['editions.id as editionId', 'editions.series_id as seriesId'])
    .distinct()
    .execute()
}
