import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import { isPostgres } from './is-postgres.ts'

/** What the database is, how much room it takes, and what it says is wrong with it. */
export type Soundness = { name: string; bytes: number; wrong: string[] }

/** So many complaints are told; the first says enough. */
const mostComplaints = 5

/** Looks through the whole file in SQLite, which takes a moment; PostgreSQL watches over itself. */
export async function soundnessOf(db: Db): Promise<Soundness> {
  if (isPostgres(db)) {
    const { rows } = await sql<{ version: string; bytes: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
      db,
    )
    return { name: `PostgreSQL ${rows[0]!.version}`, bytes: rows[0]!.bytes, wrong: [] }
  }
  const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows[0]!
  const { version } = await one(sql<{ version: string }>`select sqlite_version() as version`)
  const { bytes } = await one(
    sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`,
  )
  const checked = await sql<{ quick_check: string }>`pragma quick_check(${sql.lit(mostComplaints)})`.execute(
    db,
  )
  const dangling = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  return {
    name: `SQLite ${version}`,
    bytes,
    wrong: [
      ...checked.rows.map(row => row.quick_check).filter(words => words !== 'ok'),
      ...dangling.rows
        .slice(0, mostComplaints)
        .map(({ table, parent }) => `a row of ${table} refers to one of ${parent} that is not there`),
    ],
  }
}
