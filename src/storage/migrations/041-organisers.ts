import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema.alterTable('organisations').addColumn('organiser_rule', 'text').execute()

  await db.schema
    .createTable('organisers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('organisation_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('mail', 'text', c => c.notNull())
    .addColumn('token', 'text', c => c.notNull().unique())
    .addColumn('device', 'text', c => c.unique())
    .addColumn('asked_at', moment, c => c.notNull())
    .addColumn('opened_at', moment)
    .addColumn('expires_at', moment, c => c.notNull())
    .execute()
  await db.schema.createIndex('organisers_by_expiry').on('organisers').column('expires_at').execute()

  await db.schema
    .createTable('organiser_changes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('organisation_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('edition_id', 'text', c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('entry_id', 'text', c => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('mail', 'text', c => c.notNull())
    .addColumn('at', moment, c => c.notNull())
    .addColumn('told', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('revision', 'integer')
    .addColumn('settled_at', moment)
    .addColumn('settled_by', 'text')
    .execute()
  for (const column of ['edition_id', 'organisation_id', 'entry_id'])
    await db.schema
      .createIndex(`organiser_changes_by_${column}`)
      .on('organiser_changes')
      .columns([column, 'state'])
      .execute()
}
