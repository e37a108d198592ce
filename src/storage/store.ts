import { Kysely } from 'kysely'
import { postgresDialect } from './dialects/postgres.ts'
import { sqliteDialect } from './dialects/sqlite.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './tables.ts'

export type Store = { db: Kysely<Tables>; dialect: 'sqlite' | 'postgres'; close(): Promise<void> }

/** A store, or a transaction on it. */
export type Db = Kysely<Tables>

/**
 * Opens the store and brings it up to date: tables are made or changed, and instants are derived again when the
 * runtime's zone data is newer than theirs. Several processes may open the same store at once.
 *
 * @param where a file (or `:memory:`), or the address of a PostgreSQL database
 * @param options readOnly: nothing is written, not even to bring it up to date
 * @throws Error in words for the host when it cannot be opened
 */
export async function openStore(
  where: { sqlite: string } | { postgres: string },
  options: { readOnly?: boolean } = {},
): Promise<Store> {
  const readOnly = options.readOnly ?? false
  const dialect = 'sqlite' in where ? 'sqlite' : 'postgres'
  const db = new Kysely<Tables>({
    dialect: 'sqlite' in where ? sqliteDialect(where.sqlite, readOnly) : postgresDialect(where.postgres),
  })
  const store: Store = { db, dialect, close: () => db.destroy() }
  if (!readOnly) await migrate(store.db)
  return store
}
