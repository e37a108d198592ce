import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * What can be found, and the index of its words. Both follow from other tables, and are filled when the site is opened.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`create table search_rows (
      number bigint generated always as identity primary key,
      kind text not null check (kind in ('entry', 'edition', 'writing')),
      target_id text not null unique,
      edition_id text,
      day text not null,
      document tsvector not null)`.execute(db)
    await sql`create index search_rows_document on search_rows using gin (document)`.execute(db)
    await sql`create index search_rows_edition on search_rows (edition_id)`.execute(db)
    return
  }
  // The later the day, the greater the number: the newest is found first without looking at everything.
  await sql`create table search_rows (
    number integer primary key,
    kind text not null check (kind in ('entry', 'edition', 'writing')),
    target_id text not null unique,
    edition_id text,
    day text not null)`.execute(db)
  // The words come as tokens, folded and cut by us: the ascii tokenizer parts them at their spaces and changes nothing.
  await sql`create virtual table search_index using fts5(
    title, names, about, text, scope,
    content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(db)
}
