import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  // SQLite adds one column in a statement.
  const add = (table: string, column: string, type: 'text' | 'integer' | 'bigint') =>
    db.schema.alterTable(table).addColumn(column, type).execute()

  await add('readings', 'digest', 'text')
  await add('readings', 'label', 'text')
  await add('readings', 'found', 'integer')
  await add('readings', 'closed_at', 'bigint')
  await db.schema.createIndex('readings_by_digest').on('readings').columns(['edition_id', 'digest']).execute()
  await db.schema.createIndex('readings_by_entry').on('readings').column('entry_id').execute()
  await db.schema.createIndex('readings_by_closing').on('readings').column('closed_at').execute()

  await db.schema
    .createTable('reading_files')
    .addColumn('reading_id', 'text', c => c.primaryKey().references('readings.id').onDelete('cascade'))
    .addColumn('bytes', 'bytea', c => c.notNull())
    .execute()

  await add('identities', 'moved_from', 'text')
}
