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

/** @throws Error when the tables are not those of this version */
export async function checkMigrated(db: Db): Promise<void> {
  const waiting = (await migratorFor(db).getMigrations()).filter(({ executedAt }) => executedAt === undefined)
  if (waiting.length > 0)
    throw new Error('It is of an older version and may only be read. Open it for writing once.')
}

function migratorFor(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
