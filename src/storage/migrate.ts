import { sql } from 'kysely'
import type { Migrator } from 'kysely/migration'
import { migrationNames } from './migrations/names.ts'
import type { Db } from './tables.ts'

/**
 * Makes and changes tables until they are those of this version. Of several processes one does it, the others wait.
 *
 * @throws what the database said; nothing is changed then
 */
export async function migrate(db: Db): Promise<void> {
  if (await isMigrated(db)) return
  const { error } = await (await migratorFor(db)).migrateToLatest()
  if (error) throw error
}

/**
 * The same up to one of them: the tables as an earlier version had them.
 *
 * @param last of the migrations that are done
 */
export async function migrateTo(db: Db, last: string | undefined): Promise<void> {
  const { error } = await (await migratorFor(db)).migrateTo(last ?? '')
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
  const done = new Set(await doneMigrations(db))
  if (migrationNames.some(name => !done.has(name)))
    throw new Error('It is of an older version and may only be read. Open it for writing once.')
}

/** Most starts find all done, and need not know how it is done. */
async function isMigrated(db: Db): Promise<boolean> {
  const done = await doneMigrations(db)
  return done.length === migrationNames.length && migrationNames.every((name, index) => done[index] === name)
}

async function migratorFor(db: Db): Promise<Migrator> {
  const [{ Migrator }, { migrations }] = await Promise.all([
    import('kysely/migration'),
    import('./migrations/all.ts'),
  ])
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
