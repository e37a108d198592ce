import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema
    .createTable('mentions')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('target', 'text', c => c.notNull())
    .addColumn('edition_id', 'text', c => c.references('editions.id').onDelete('cascade'))
    .addColumn('entry_id', 'text', c => c.references('entries.id').onDelete('cascade'))
    .addColumn('writing_id', 'text', c => c.references('writings.id').onDelete('cascade'))
    .addColumn('comment_id', 'text', c => c.references('comments.id').onDelete('set null'))
    .addColumn('from_key', 'text')
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addColumn('due_at', moment)
    .addColumn('asked_at', moment, c => c.notNull())
    .execute()
  await db.schema.createIndex('mentions_by_due').on('mentions').column('due_at').execute()
  for (const column of ['edition_id', 'entry_id', 'writing_id', 'comment_id'])
    await db.schema.createIndex(`mentions_by_${column}`).on('mentions').column(column).execute()

  await db.schema
    .createTable('sent_mentions')
    .addColumn('of', 'text', c => c.notNull())
    .addColumn('of_id', 'text', c => c.notNull())
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('digest', 'text', c => c.notNull())
    .addColumn('stands', 'integer', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addColumn('due_at', moment)
    .addColumn('at', moment, c => c.notNull())
    .addPrimaryKeyConstraint('sent_mentions_key', ['of', 'of_id', 'url'])
    .execute()
  await db.schema.createIndex('sent_mentions_by_due').on('sent_mentions').column('due_at').execute()
}
