import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema
    .createTable('incoming_mails')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('key', 'text', c => c.notNull().unique())
    .addColumn('door', 'text', c => c.notNull())
    .addColumn('came_at', moment, c => c.notNull())
    .addColumn('recipient', 'text', c => c.notNull())
    .addColumn('sender', 'text')
    .addColumn('client', 'text')
    .addColumn('is_whole', 'integer', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('why', 'text')
    .addColumn('mail_key', 'text')
    .addColumn('domain', 'text')
    .addColumn('proof', 'text')
    .addColumn('edition_id', 'text', c => c.references('editions.id').onDelete('set null'))
    .addColumn('suggestion_id', 'text')
    .addColumn('answered_at', moment)
    .addColumn('settled_at', moment)
    .execute()
  for (const columns of [
    ['suggestion_id'],
    ['domain', 'state'],
    ['mail_key', 'answered_at'],
    ['state', 'came_at'],
  ])
    await db.schema
      .createIndex(`incoming_mails_by_${columns[0]}`)
      .on('incoming_mails')
      .columns(columns)
      .execute()
  await db.schema
    .createTable('incoming_mail_sources')
    .addColumn('mail_id', 'text', c => c.primaryKey().references('incoming_mails.id').onDelete('cascade'))
    .addColumn('bytes', 'bytea', c => c.notNull())
    .execute()

  await db.schema
    .createTable('organisation_domains')
    .addColumn('organisation_id', 'text', c => c.notNull().references('organisations.id').onDelete('cascade'))
    .addColumn('domain', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('at', moment, c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('organisation_domains_key', ['organisation_id', 'domain'])
    .execute()
  await db.schema
    .createIndex('organisation_domains_by_domain')
    .on('organisation_domains')
    .columns(['domain', 'state'])
    .execute()
}
