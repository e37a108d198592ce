import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('suggestions').addColumn('url', 'text').execute()
  await db.schema.alterTable('incoming_mails').addColumn('signature', 'text').execute()
  await db.schema
    .createIndex('incoming_mails_by_signature')
    .on('incoming_mails')
    .column('signature')
    .execute()
}
