import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('writings').addColumn('language', 'text').execute()
  await db.schema.alterTable('writings').addColumn('publish_at', 'bigint').execute()
  await db.schema.alterTable('writings').addColumn('translation_group', 'text').execute()
  await db.schema
    .createIndex('writings_by_translation_group')
    .on('writings')
    .column('translation_group')
    .execute()
}
