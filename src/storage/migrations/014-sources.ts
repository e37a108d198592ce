import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const id = 'text'
  const moment = 'bigint'
  // SQLite adds one column in a statement.
  const add = (table: string, column: string, type: 'text' | 'integer' | 'bigint') =>
    db.schema.alterTable(table).addColumn(column, type).execute()

  for (const column of ['address', 'kind', 'title', 'state', 'paused_because', 'policy', 'new_as', 'ours'])
    await add('sources', column, 'text')
  for (const column of [
    'found_at',
    'etag',
    'last_modified',
    'checksum',
    'error',
    'added_by',
    'added_by_account',
  ])
    await add('sources', column, 'text')
  for (const column of ['pace', 'next_at', 'last_read_at', 'changed_at', 'failing_since', 'added_at'])
    await add('sources', column, moment)
  for (const column of ['days_around', 'failures', 'told']) await add('sources', column, 'integer')
  // What is watched is few among all that was ever read.
  await db.schema
    .createIndex('sources_watched')
    .on('sources')
    .columns(['state', 'next_at'])
    .where(sql.ref('state'), 'is not', null)
    .execute()

  await add('identities', 'told', 'text')
  await add('identities', 'missing_at', moment)
  await add('identities', 'answered_at', moment)
  await db.schema
    .createIndex('identities_asking')
    .on('identities')
    .column('source_id')
    .where(sql<boolean>`told is not null or missing_at is not null`)
    .execute()

  await db.schema
    .alterTable('readings')
    .addColumn('source_id', id, c => c.references('sources.id').onDelete('set null'))
    .execute()
  await db.schema
    .createIndex('readings_by_source')
    .on('readings')
    .column('source_id')
    .where('source_id', 'is not', null)
    .execute()

  await db.schema
    .createTable('imports')
    .addColumn('id', id, c => c.primaryKey())
    .addColumn('edition_id', id, c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('source_id', id, c => c.references('sources.id').onDelete('set null'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('at', moment, c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addColumn('state', 'text', c =>
      c.notNull().check(sql`state in ('held', 'waiting', 'running', 'done', 'nothing-new', 'failed')`),
    )
    .addColumn('wish', 'text')
    .addColumn('size', moment)
    .addColumn('done', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('summary', 'text')
    .addColumn('problem', 'text')
    .addColumn('ended_at', moment)
    .execute()
  await db.schema.createIndex('imports_by_edition').on('imports').columns(['edition_id', 'at']).execute()
  await db.schema.createIndex('imports_by_source').on('imports').columns(['source_id', 'at']).execute()
  await db.schema.createIndex('imports_by_state').on('imports').columns(['state', 'at']).execute()

  await db.schema
    .createTable('import_files')
    .addColumn('import_id', id, c => c.notNull().references('imports.id').onDelete('cascade'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('bytes', 'bytea', c => c.notNull())
    .addPrimaryKeyConstraint('import_files_in_order', ['import_id', 'position'])
    .execute()
}
