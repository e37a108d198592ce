import { sql } from 'kysely'
import type { Db } from '../tables.ts'
import { isPostgres } from './is-postgres.ts'

/**
 * Fills tables in whatever order: that a row refers to one that is there is looked at when all is in. Within a
 * transaction.
 *
 * @throws what the database says when a reference leads nowhere
 */
export async function deferReferences<T>(db: Db, fill: () => Promise<T>): Promise<T> {
  if (!isPostgres(db)) {
    await sql`pragma defer_foreign_keys = on`.execute(db)
    const filled = await fill()
    const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
    const [first] = rows
    if (first)
      throw new DanglingReference(
        `A row of ${first.table} refers to one of ${first.parent} that is not there`,
      )
    return filled
  }
  const { rows: references } = await sql<{ name: string; of: string }>`
    select conname as name, relname as of from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(db)
  const alter = async (how: string) => {
    for (const { name, of } of references)
      await sql`alter table ${sql.table(of)} alter constraint ${sql.id(name)} ${sql.raw(how)}`.execute(db)
  }
  await alter('deferrable initially deferred')
  const filled = await fill()
  await sql`set constraints all immediate`.execute(db)
  await alter('not deferrable')
  return filled
}

export class DanglingReference extends Error {
  override name = 'DanglingReference'
}
