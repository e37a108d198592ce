import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'

  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('key', 'text')
    .addColumn('data', 'text')
    .addColumn('state', 'text', c =>
      c.notNull().check(sql`state in ('waiting', 'running', 'done', 'failed')`),
    )
    .addColumn('due_at', moment, c => c.notNull())
    .addColumn('attempts', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('worker', 'text')
    .addColumn('started_at', moment)
    .addColumn('leased_until', moment)
    .addColumn('ended_at', moment)
    .addColumn('error', 'text')
    .execute()
  await db.schema.createIndex('jobs_by_due').on('jobs').columns(['state', 'kind', 'due_at']).execute()
  await db.schema
    .createIndex('jobs_waiting_by_key')
    .unique()
    .on('jobs')
    .columns(['kind', 'key'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute()
  await db.schema.createIndex('jobs_by_key').on('jobs').columns(['kind', 'key']).execute()

  await db.schema
    .createTable('recurring_jobs')
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('data', 'text')
    .addColumn('rule', 'text', c => c.notNull())
    .addColumn('zone', 'text', c => c.notNull())
    .addColumn('next_at', moment, c => c.notNull())
    .addColumn('last_at', moment)
    .execute()

  await db.schema
    .createTable('mails')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('to', 'text', c => c.notNull())
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('text', 'text')
    .addColumn('html', 'text')
    .addColumn('purpose', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(sql`state in ('waiting', 'kept', 'sent')`))
    .addColumn('created_at', moment, c => c.notNull())
    .addColumn('settled_at', moment)
    .execute()
  await db.schema.createIndex('mails_by_age').on('mails').columns(['created_at', 'id']).execute()
}
