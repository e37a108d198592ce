import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('accounts').addColumn('language', 'text').execute()
}
