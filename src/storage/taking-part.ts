import { shownEntries } from './entry-lines.ts'
import type { Organisation } from './organisations.ts'
import type { Db } from './tables.ts'

/** By the name in its address; `leadsTo`: the one it turned out to be, by its address. */
export async function findOrganisationBySlug(
  db: Db,
  slug: string,
): Promise<(Organisation & { slug: string; leadsTo: string | null }) | null> {
  const row = await db
    .selectFrom('organisations')
    .leftJoin('organisations as other', 'other.id', 'organisations.merged_into')
    .where('organisations.slug', '=', slug)
    .select([
      'organisations.id',
      'organisations.slug',
      'organisations.name',
      'organisations.url',
      'other.slug as leadsTo',
    ])
    .executeTakeFirst()
  return row ?? null
}

export type OrganisationInYears = {
  slug: string
  name: string
  entries: number
  /** Days: when the first and the last edition began in which it takes part. */
  first: string
  last: string
}

/** Organisations that take part in what readers see, by name. @param seriesId only in this one */
export async function listTakingPart(
  db: Db,
  { seriesId, limit, offset }: { seriesId: string | null; limit: number; offset: number },
): Promise<{ count: number; organisations: OrganisationInYears[] }> {
  const asked = shownEntries(db)
    .innerJoin('entry_organisations as own', 'own.entry_id', 'entries.id')
    .innerJoin('organisations', 'organisations.id', 'own.organisation_id')
    .$if(seriesId !== null, query => query.where('editions.series_id', '=', seriesId!))
  const { count } = await asked
    .select(({ fn }) => fn.count<number>('organisations.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await asked
    .groupBy(['organisations.id', 'organisations.slug', 'organisations.name', 'organisations.folded'])
    .orderBy('organisations.folded')
    .limit(limit)
    .offset(offset)
    .select(({ fn }) => [
      'organisations.slug',
      'organisations.name',
      fn.count<number>('entries.id').distinct().as('entries'),
      fn.min('editions.starts_on').as('first'),
      fn.max('editions.starts_on').as('last'),
    ])
    .execute()
  return {
    count: Number(count),
    organisations: rows.map(({ entries, ...row }) => ({ ...row, entries: Number(entries) })),
  }
}
