import type { Kysely } from 'kysely'

/**
 * What readers starred. Entries are named and not referred to: a plan outlives what is withdrawn, and in front of a site
 * that is only read it is kept in a store of its own.
 *
 * @public read by the migrator
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plans')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('token', 'text', c => c.notNull().unique())
    .addColumn('merged_into', 'text', c => c.references('plans.id').onDelete('cascade'))
    .addColumn('revision', 'integer', c => c.notNull())
    .addColumn('zone', 'text')
    .addColumn('awake', 'text')
    .addColumn('pauses', 'text')
    .addColumn('made_at', 'bigint', c => c.notNull())
    .addColumn('changed_at', 'bigint', c => c.notNull())
    .addColumn('used_at', 'bigint', c => c.notNull())
    .addColumn('seen_at', 'bigint')
    .addColumn('seen_before', 'bigint')
    .execute()
  await db.schema.createIndex('plans_by_use').on('plans').column('used_at').execute()
  await db.schema.createIndex('plans_by_merging').on('plans').column('merged_into').execute()
  await db.schema
    .createTable('plan_entries')
    .addColumn('plan_id', 'text', c => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('entry_id', 'text', c => c.notNull())
    .addColumn('wish', 'text', c => c.notNull())
    .addColumn('pin', 'text')
    .addColumn('starts_at', 'bigint')
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('plan_entries_once', ['plan_id', 'entry_id'])
    .execute()
}
