import { type Kysely, sql } from 'kysely'

/**
 * Several people may write one text, and have more than one address.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const noun of ['writing', 'edition'] as const) {
    const authors = `${noun}_authors`
    const of = `${noun}_id`
    await db.schema
      .createTable(authors)
      .addColumn(of, 'text', c => c.notNull().references(`${noun}s.id`).onDelete('cascade'))
      .addColumn('position', 'integer', c => c.notNull())
      .addColumn('author_id', 'text', c => c.notNull().references('authors.id'))
      .addPrimaryKeyConstraint(`${authors}_in_order`, [of, 'position'])
      .execute()
    await db.schema.createIndex(`${authors}_by_author`).on(authors).column('author_id').execute()
    await sql`insert into ${sql.table(authors)} (${sql.ref(of)}, position, author_id)
      select id, 0, author_id from ${sql.table(`${noun}s`)} where author_id is not null`.execute(db)
  }
  await db.schema.dropIndex('writings_by_author').execute()
  for (const table of ['writings', 'editions'])
    await db.schema.alterTable(table).dropColumn('author_id').execute()
  await db.schema.alterTable('editions').addColumn('co_authors', 'text').execute()

  await db.schema.alterTable('authors').addColumn('links', 'text').execute()
  const known = await sql<{
    id: string
    url: string
  }>`select id, url from authors where url is not null`.execute(db)
  for (const { id, url } of known.rows) {
    const title = url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
    await sql`update authors set links = ${JSON.stringify([{ url, title }])} where id = ${id}`.execute(db)
  }
  await db.schema.alterTable('authors').dropColumn('url').execute()

  // What was said before, and what sources said, told of one.
  await sayAuthors(db, 'writing_revisions', ['writing_id', 'number'], ['before', 'after'])
  await sayAuthors(db, 'imported', ['site', 'item'], ['said'])
}

async function sayAuthors(
  db: Kysely<unknown>,
  table: string,
  keys: string[],
  columns: string[],
): Promise<void> {
  for (const column of columns) {
    const told = await sql<
      Record<string, string>
    >`select ${sql.join([...keys, column].map(name => sql.ref(name)))}
      from ${sql.table(table)} where ${sql.ref(column)} like '%"author":%'`.execute(db)
    for (const row of told.rows) {
      const { author, ...rest } = JSON.parse(row[column]!) as { author?: string | null }
      if (author === undefined) continue
      const said = JSON.stringify({ ...rest, authors: author === null ? [] : [author] })
      const here = keys.map(key => sql`${sql.ref(key)} = ${row[key]}`)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${said} where ${sql.join(here, sql` and `)}`.execute(
        db,
      )
    }
  }
}
