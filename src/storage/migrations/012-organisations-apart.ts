import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organisations_apart')
    .addColumn('organisation_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('other_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('organisations_apart_once', ['organisation_id', 'other_id'])
    .execute()
}
