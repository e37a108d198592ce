import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entries_apart')
    .addColumn('entry_id', 'text', c => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('other_id', 'text', c => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('entries_apart_once', ['entry_id', 'other_id'])
    .execute()
}
