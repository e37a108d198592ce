import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const id = 'text'
  const moment = 'bigint'
  // SQLite adds one column in a statement.
  const add = (table: string, column: string, type: 'text' | 'bigint') =>
    db.schema.alterTable(table).addColumn(column, type).execute()

  await db.schema
    .alterTable('entries')
    .addColumn('state', 'text', c =>
      c.notNull().defaultTo('published').check(sql`state in ('draft', 'published', 'withdrawn')`),
    )
    .execute()
  await add('entries', 'publish_at', moment)
  await add('entries', 'status_reason', 'text')
  await add('entries', 'image_alt', 'text')
  await add('entry_organisations', 'role', 'text')
  await add('organisations', 'merged_into', id)
  await add('editions', 'publish_at', moment)
  await add('identities', 'origins', 'text')

  await db.schema
    .createIndex('entry_organisations_by_organisation')
    .on('entry_organisations')
    .column('organisation_id')
    .execute()
  await db.schema.createIndex('revisions_by_entry').on('revisions').columns(['entry_id', 'number']).execute()

  // Nothing was ever written to it.
  await db.schema.dropTable('updates').execute()
  await db.schema
    .createTable('updates')
    .addColumn('edition_id', id, c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('entry_id', id, c => c.references('entries.id').onDelete('set null'))
    .addColumn('at', moment, c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('data', 'text')
    .addPrimaryKeyConstraint('updates_in_order', ['edition_id', 'number', 'position'])
    .execute()

  await db.schema
    .createTable('readings')
    .addColumn('id', id, c => c.primaryKey())
    .addColumn('edition_id', id, c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('entry_id', id, c => c.references('entries.id').onDelete('cascade'))
    .addColumn('at', moment, c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addColumn('form', 'text', c => c.notNull().check(sql`form in ('address', 'text', 'file')`))
    .addColumn('input', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('waiting', 'read', 'failed', 'closed')`))
    .addColumn('url', 'text')
    .addColumn('findings', 'text')
    .addColumn('problems', 'text')
    .addColumn('head', 'text')
    .addColumn('alternates', 'text')
    .addColumn('settled', 'text')
    .addColumn('read_at', moment)
    .execute()
  await db.schema
    .createIndex('readings_by_edition')
    .on('readings')
    .columns(['edition_id', 'state', 'at'])
    .execute()
}
