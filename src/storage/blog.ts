import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables } from './tables.ts'

/** One line of the blog: a post or an edition that readers may see. */
export type BlogLine = {
  of: 'post' | 'edition'
  id: string
  day: string
  slug: string
  title: string
  /** Of an edition: its series. */
  series: string | null
}

/** Which lines: all, of a year or month (`2020`, `2020-12`), under a category or tag, by an author. */
export type BlogChoice =
  | { of: 'all' }
  | { of: 'days'; begin: string }
  | { of: 'category' | 'tag' | 'author'; id: string }

/** Posts and editions, the newest first. */
export async function listBlog(
  db: Db,
  choice: BlogChoice,
  { limit, offset }: { limit: number; offset: number },
): Promise<BlogLine[]> {
  const rows = await both(db, choice)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows as BlogLine[]
}

export async function countBlog(db: Db, choice: BlogChoice): Promise<number> {
  const { count } = await db
    .selectFrom(both(db, choice).as('lines'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A category or tag by the name in its address. */
export async function findWord(
  db: Db,
  table: 'categories' | 'tags',
  slug: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  const row = await db.selectFrom(table).where('slug', '=', slug).selectAll().executeTakeFirst()
  return row ?? null
}

/** The post before a post and the one after it. */
export async function readNeighbours(
  db: Db,
  { day, id }: { day: string; id: string },
): Promise<{ before: BlogLine | null; after: BlogLine | null }> {
  const one = async (sign: '<' | '>', order: 'asc' | 'desc') =>
    ((await postsOf(db, { of: 'all' })
      .where(({ eb, or, and }) =>
        or([eb('day', sign, day), and([eb('day', '=', day), eb('writings.id', sign, id)])]),
      )
      .orderBy('day', order)
      .orderBy('id', order)
      .limit(1)
      .executeTakeFirst()) ?? null) as BlogLine | null
  return { before: await one('<', 'desc'), after: await one('>', 'asc') }
}

/** Grows with every change of a post, a page, an author or a comment: what is served depends on it. */
export async function readBlogRevision(db: Db): Promise<string> {
  const row = await db
    .selectFrom('settings')
    .where('name', '=', 'blog-revision')
    .select('value')
    .executeTakeFirst()
  return row?.value ?? '0'
}

/** To be called last in a transaction: whoever else writes the blog waits from here on. */
export async function touchBlog(db: Db): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name: 'blog-revision', value: '1' })
    .onConflict(conflict =>
      conflict.column('name').doUpdateSet({
        value: sql<string>`cast(cast(${sql.ref('settings.value')} as integer) + 1 as text)`,
      }),
    )
    .execute()
}

function both(db: Db, choice: BlogChoice) {
  const posts = postsOf(db, choice)
  const editions = editionsOf(db, choice)
  return db.selectFrom(posts.unionAll(editions).as('line')).selectAll()
}

function postsOf(db: Db, choice: BlogChoice) {
  return db
    .selectFrom('writings')
    .where('kind', '=', 'post')
    .where('state', '=', 'published')
    .$if(choice.of === 'days', query =>
      query.where('day', 'like', `${'begin' in choice ? choice.begin : ''}%`),
    )
    .$if(choice.of === 'author', query => within(query, 'writing_authors', 'author_id', idOf(choice)))
    .$if(choice.of === 'category', query => within(query, 'writing_categories', 'category_id', idOf(choice)))
    .$if(choice.of === 'tag', query => within(query, 'writing_tags', 'tag_id', idOf(choice)))
    .select([
      sql<string>`'post'`.as('of'),
      'writings.id',
      'day',
      'writings.slug',
      'writings.title',
      sql<string | null>`cast(null as text)`.as('series'),
    ])
}

function editionsOf(db: Db, choice: BlogChoice) {
  return db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .where('editions.state', '<>', 'draft')
    .$if(choice.of === 'days', query =>
      query.where('starts_on', 'like', `${'begin' in choice ? choice.begin : ''}%`),
    )
    .$if(choice.of === 'author', query =>
      query.where('editions.id', 'in', ({ selectFrom }) =>
        selectFrom('edition_authors').where('author_id', '=', idOf(choice)).select('edition_id'),
      ),
    )
    .$if(choice.of === 'category', query =>
      query.where('editions.id', 'in', ({ selectFrom }) =>
        selectFrom('edition_categories').where('category_id', '=', idOf(choice)).select('edition_id'),
      ),
    )
    .$if(choice.of === 'tag', query =>
      query.where('editions.id', 'in', ({ selectFrom }) =>
        selectFrom('edition_tags').where('tag_id', '=', idOf(choice)).select('edition_id'),
      ),
    )
    .select([
      sql<string>`'edition'`.as('of'),
      'editions.id',
      'starts_on as day',
      'editions.slug',
      'editions.title',
      'series.slug as series',
    ])
}

function within<O>(
  query: SelectQueryBuilder<Tables, 'writings', O>,
  table: 'writing_categories' | 'writing_tags' | 'writing_authors',
  column: string,
  id: string,
): SelectQueryBuilder<Tables, 'writings', O> {
  return query.where('writings.id', 'in', ({ selectFrom }) =>
    selectFrom(table).where(sql.ref<string>(column), '=', id).select('writing_id'),
  )
}

function idOf(choice: BlogChoice): string {
  return 'id' in choice ? choice.id : ''
}

/** Whether there is a blog at all. */
export async function hasPosts(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('writings')
    .where('kind', '=', 'post')
    .where('state', '=', 'published')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
