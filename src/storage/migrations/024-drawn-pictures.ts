import type { Kysely } from 'kysely'

/**
 * Pictures that stand for pages where their addresses are shared: drawn from what the pages say, and kept for a while.
 * And what readers were told of one entry is found without reading what they were told of all.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drawn_pictures')
    .addColumn('address', 'text', c => c.primaryKey())
    .addColumn('version', 'text', c => c.notNull())
    .addColumn('bytes', 'bytea', c => c.notNull())
    .addColumn('drawn_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('drawn_pictures_by_age').on('drawn_pictures').column('drawn_at').execute()
  await db.schema.createIndex('updates_by_entry').on('updates').column('entry_id').execute()
}
