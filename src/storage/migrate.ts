import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/all.ts'
import type { Db } from './store.ts'

/**
 * Makes and changes tables until they are those of this version.
 *
 * @throws what the database said; nothing is changed then
 */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
