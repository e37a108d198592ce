import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pictures')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('sha256', 'text', c => c.notNull().unique())
    .addColumn('width', 'integer', c => c.notNull())
    .addColumn('height', 'integer', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .execute()

  // SQLite keeps bytes as they are whatever the type is called.
  await db.schema
    .createTable('picture_sizes')
    .addColumn('picture_id', 'text', c => c.notNull().references('pictures.id').onDelete('cascade'))
    .addColumn('width', 'integer', c => c.notNull())
    .addColumn('bytes', 'bytea', c => c.notNull())
    .addPrimaryKeyConstraint('picture_sizes_by_width', ['picture_id', 'width'])
    .execute()
}
