import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('awaited_organisations')
    .addColumn('edition_id', 'text', c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('organisation_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('position', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('awaited_organisations_once', ['edition_id', 'organisation_id'])
    .execute()
}
