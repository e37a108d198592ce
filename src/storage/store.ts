import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { deriveInstantsAgain } from './derive-instants.ts'
import { postgresDialect } from './dialects/postgres.ts'
import { sqliteDialect } from './dialects/sqlite.ts'
import { explain } from './explain.ts'
import { checkMigrated, doneMigrations, migrate } from './migrate.ts'
import { indexAgain } from './search-index.ts'
import type { Db, Tables } from './tables.ts'

export type Store = { db: Db; dialect: 'sqlite' | 'postgres'; isReadOnly: boolean; close(): Promise<void> }

/**
 * Opens the store and brings it up to date: tables are made or changed, and instants are derived again when the
 * runtime's zone data is not theirs, and the index of words is made where it is missing. Several processes may open the same store at once.
 *
 * @param where a file (or `:memory:`), whose folder is made when it is missing, or the address of a PostgreSQL database
 * @param options readOnly: nothing is written, not even to bring it up to date; asItIs: with
 *   that, whatever version it is of; at: epoch milliseconds, under which a
 *   change of instants is recorded
 * @throws Error in words for the host when it cannot be opened
 */
export async function openStore(
  where: { sqlite: string } | { postgres: string },
  options: { readOnly?: boolean; asItIs?: boolean; at?: number } = {},
): Promise<Store> {
  const readOnly = options.readOnly ?? false
  let db: Db | undefined
  try {
    if ('sqlite' in where && where.sqlite !== ':memory:' && !readOnly) {
      mkdirSync(dirname(where.sqlite), { recursive: true })
    }
    db = new Kysely<Tables>({
      dialect: 'sqlite' in where ? sqliteDialect(where.sqlite, readOnly) : postgresDialect(where.postgres),
    })
    if (options.asItIs) await doneMigrations(db)
    else if (readOnly) await checkMigrated(db)
    else {
      await migrate(db)
      await deriveInstantsAgain(db, options.at)
      await indexAgain(db)
    }
  } catch (error) {
    await db?.destroy().catch(() => {})
    throw explain(where, error)
  }
  const opened = db
  return {
    db,
    dialect: 'sqlite' in where ? 'sqlite' : 'postgres',
    isReadOnly: readOnly,
    close: () => opened.destroy(),
  }
}
