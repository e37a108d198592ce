import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/all.ts'
import type { Db } from './tables.ts'

/**
 * Makes and changes tables until they are those of this version. Of several processes one does it, the others wait.
 *
 * @throws what the database said; nothing is changed then
 */
export async function migrate(db: Db): Promise<void> {
  const { error } = await migratorFor(db).migrateToLatest()
  if (error) throw error
}

/**
 * The same up to one of them: the tables as an earlier version had them.
 *
 * @param last of the migrations that are done
 */
export async function migrateTo(db: Db, last: string | undefined): Promise<void> {
  const { error } = await migratorFor(db).migrateTo(last ?? '')
  if (error) throw error
}

/** The names of the migrations that made the tables of a store, in their order; also such as this version does not know. */
export async function doneMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** @throws Error when the tables are not those of this version */
export async function checkMigrated(db: Db): Promise<void> {
  const waiting = (await migratorFor(db).getMigrations()).filter(({ executedAt }) => executedAt === undefined)
  if (waiting.length > 0)
    throw new Error('It is of an older version and may only be read. Open it for writing once.')
}

function migratorFor(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
