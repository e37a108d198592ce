import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema
    .alterTable('editions')
    .addColumn('takes_suggestions', 'integer', c => c.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('suggestions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('edition_id', 'text', c => c.notNull().references('editions.id').onDelete('cascade'))
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('door', 'text', c => c.notNull())
    .addColumn('made_at', moment, c => c.notNull())
    .addColumn('changed_at', moment, c => c.notNull())
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('label', 'text', c => c.notNull())
    .addColumn('name', 'text')
    .addColumn('mail', 'text')
    .addColumn('organisation', 'text')
    .addColumn('visitor_id', 'text', c => c.references('visitors.id').onDelete('set null'))
    .addColumn('account_id', 'text')
    .addColumn('mail_key', 'text')
    .addColumn('from_key', 'text')
    .addColumn('form_key', 'text')
    .addColumn('verdict', 'text', c => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('is_credited', 'integer', c => c.notNull().defaultTo(0))
    .addUniqueConstraint('suggestions_by_form', ['form_key'])
    .execute()
  for (const column of ['edition_id', 'mail_key', 'from_key'])
    await db.schema
      .createIndex(`suggestions_by_${column}`)
      .on('suggestions')
      .columns([column, 'made_at'])
      .execute()
  await db.schema
    .createIndex('suggestions_by_state')
    .on('suggestions')
    .columns(['state', 'changed_at'])
    .execute()

  await db.schema
    .createTable('suggestion_steps')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('suggestion_id', 'text', c => c.notNull().references('suggestions.id').onDelete('cascade'))
    .addColumn('at', moment, c => c.notNull())
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('by', 'text')
    .addColumn('act', 'text', c => c.notNull())
    .addColumn('words', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text', c => c.notNull())
    .addColumn('detail', 'text')
    .execute()
  await db.schema
    .createIndex('suggestion_steps_by_suggestion')
    .on('suggestion_steps')
    .columns(['suggestion_id', 'id'])
    .execute()

  await db.schema
    .createTable('suggestion_entries')
    .addColumn('suggestion_id', 'text', c => c.notNull().references('suggestions.id').onDelete('cascade'))
    .addColumn('entry_id', 'text', c => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('as', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('suggestion_entries_key', ['suggestion_id', 'entry_id'])
    .execute()
  await db.schema
    .createIndex('suggestion_entries_by_entry')
    .on('suggestion_entries')
    .column('entry_id')
    .execute()

  await db.schema
    .createTable('suggestion_templates')
    .addColumn('series_id', 'text', c => c.notNull().references('series.id').onDelete('cascade'))
    .addColumn('language', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('suggestion_templates_key', ['series_id', 'language', 'kind'])
    .execute()

  await db.schema
    .alterTable('readings')
    .addColumn('suggestion_id', 'text', c => c.references('suggestions.id').onDelete('cascade'))
    .execute()
  await db.schema.createIndex('readings_by_suggestion').on('readings').column('suggestion_id').execute()
}
