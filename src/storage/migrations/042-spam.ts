import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['comments', 'suggestions'])
    await db.schema.alterTable(table).addColumn('service_from', 'text').execute()
  for (const column of ['service_said', 'service_told'])
    await db.schema.alterTable('suggestions').addColumn(column, 'text').execute()
  await db.schema
    .alterTable('queue_mails')
    .addColumn('language', 'text', c => c.notNull().defaultTo('en'))
    .execute()
  await db.schema.alterTable('series').addColumn('closes_comments', 'text').execute()
}
