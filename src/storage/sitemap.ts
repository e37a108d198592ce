import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Series, editions and writings that readers may see, and the lists of the blog in which any of them stands. */
export async function listPlaces(db: Db): Promise<{
  series: { slug: string; changed: number }[]
  editions: { series: string; slug: string; changed: number }[]
  writings: { kind: 'post' | 'page'; slug: string; day: string; changed: number }[]
  lists: { of: 'category' | 'tag' | 'author'; slug: string }[]
}> {
  const editions = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.state', '<>', 'draft')
    .orderBy('series.slug')
    .orderBy('editions.slug')
    .select(['series.slug as series', 'editions.slug', 'editions.updated_at as changed'])
    .execute()
  const writings = await db
    .selectFrom('writings')
    .where('state', '=', 'published')
    .orderBy('day')
    .orderBy('slug')
    .select(['kind', 'slug', 'day', 'updated_at as changed'])
    .execute()
  const series = [...Map.groupBy(editions, each => each.series)].map(([slug, own]) => ({
    slug,
    changed: Math.max(...own.map(({ changed }) => Number(changed))),
  }))
  const lists = [
    ...(await slugsIn(db, 'categories', 'category')),
    ...(await slugsIn(db, 'tags', 'tag')),
    ...(await slugsIn(db, 'authors', 'author')),
  ]
  return { series, editions, writings, lists }
}

/** One part of all entries that readers may see, in the order in which they were made: parts stay as they are. */
export async function listEntryPlaces(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ series: string; edition: string; slug: string; changed: number }[]> {
  return shownEntries(db)
    .innerJoin('series', 'series.id', 'editions.series_id')
    .orderBy('entries.id')
    .limit(limit)
    .offset(offset)
    .select([
      'series.slug as series',
      'editions.slug as edition',
      'entries.slug',
      'entries.updated_at as changed',
    ])
    .execute()
}

/** How many there are of all. */
export async function countEntryPlaces(db: Db): Promise<number> {
  const { count } = await shownEntries(db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function shownEntries(db: Db) {
  return db
    .selectFrom('entries')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where('editions.state', '<>', 'draft')
    .where('entries.state', '=', 'published')
    .where('entries.parent_id', 'is', null)
}

const ofEntries = sql`or tags.id in (
  select own.tag_id from entry_tags as own
  join entries on entries.id = own.entry_id
  join editions on editions.id = entries.edition_id
  left join entries as parent on parent.id = entries.parent_id
  where editions.state <> 'draft' and entries.state = 'published'
    and (parent.id is null or parent.state = 'published'))`

/** Categories, tags and authors of posts and editions, and tags of entries: each has a list. */
async function slugsIn<Of extends 'category' | 'tag' | 'author'>(
  db: Db,
  table: 'categories' | 'tags' | 'authors',
  of: Of,
) {
  const column = `${of}_id`
  const used = sql<boolean>`exists (
    select 1 from ${sql.table(`writing_${table}`)} as own join writings on writings.id = own.writing_id
    where ${sql.ref(`own.${column}`)} = ${sql.ref(`${table}.id`)} and writings.state = 'published' and writings.kind = 'post'
  ) or exists (
    select 1 from ${sql.table(`edition_${table}`)} as own join editions on editions.id = own.edition_id
    where ${sql.ref(`own.${column}`)} = ${sql.ref(`${table}.id`)} and editions.state <> 'draft'
  )${of === 'tag' ? ofEntries : sql``}`
  const rows = await db.selectFrom(table).where(used).orderBy('slug').select('slug').execute()
  return rows.map(({ slug }) => ({ of, slug }))
}
