import { foldName } from '../domain/fold-name.ts'
import type { Db } from './tables.ts'

/**
 * Names of organisations to complete a field from, those that most entries have first; `beginning`:
 * only those of which a word begins so.
 */
export async function listOrganisationNames(
  db: Db,
  { beginning = '', limit }: { beginning?: string; limit: number },
): Promise<string[]> {
  const folded = foldName(beginning)
  const rows = await db
    .selectFrom('organisations')
    .leftJoin('entry_organisations', 'organisation_id', 'organisations.id')
    .where('merged_into', 'is', null)
    .$if(folded !== '', query =>
      // Nothing that `like` takes for a sign is left in a folded name.
      query.where(({ or, eb }) =>
        or([eb('folded', 'like', `${folded}%`), eb('folded', 'like', `% ${folded}%`)]),
      ),
    )
    .groupBy(['organisations.id', 'organisations.name'])
    .orderBy(({ fn }) => fn.count('entry_id'), 'desc')
    .orderBy('organisations.name')
    .limit(limit)
    .select('organisations.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Tags to complete a field from, those that most entries have first. */
export async function listTagNames(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('tags')
    .innerJoin('entry_tags', 'tag_id', 'tags.id')
    .groupBy(['tags.id', 'tags.name'])
    .orderBy(({ fn }) => fn.count('entry_id'), 'desc')
    .orderBy('tags.name')
    .limit(limit)
    .select('tags.name')
    .execute()
  return rows.map(({ name }) => name)
}
