import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One row for each address that something links to, whatever looks at it: no job of its own.
  await db.schema
    .createTable('link_looks')
    .addColumn('url', 'text', c => c.primaryKey())
    .addColumn('host', 'text', c => c.notNull())
    .addColumn('met_at', 'bigint', c => c.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('looked_at', 'bigint')
    .addColumn('answered_at', 'bigint')
    .addColumn('state', 'text', c => c.notNull().defaultTo('unknown'))
    .addColumn('life', 'text')
    .addColumn('amiss_since', 'bigint')
    .addColumn('to_settle', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('head_lies', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('read_at', 'bigint')
    .addColumn('found_at', 'text')
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('print', 'text')
    .addColumn('copy_url', 'text')
    .addColumn('copy_asked_at', 'bigint')
    .addColumn('save_due_at', 'bigint')
    .addColumn('save_job', 'text')
    .addColumn('save_tries', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('saved_at', 'bigint')
    .execute()
  await db.schema.createIndex('link_looks_by_due').on('link_looks').column('due_at').execute()
  await db.schema.createIndex('link_looks_amiss').on('link_looks').column('amiss_since').execute()
  await db.schema.createIndex('link_looks_to_settle').on('link_looks').column('to_settle').execute()
  await db.schema.createIndex('link_looks_by_save').on('link_looks').column('save_due_at').execute()
  await db.schema.createIndex('link_looks_by_answer').on('link_looks').column('answered_at').execute()
  await db.schema.createIndex('entry_links_by_url').on('entry_links').column('url').execute()

  // Addresses in the texts of editions, series, posts and pages, and those of organisations.
  await db.schema
    .createTable('text_links')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('target_id', 'text', c => c.notNull())
    .addColumn('url', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('text_links_once', ['kind', 'target_id', 'url'])
    .execute()
  await db.schema.createIndex('text_links_by_url').on('text_links').column('url').execute()

  await db.schema
    .createTable('kept_texts')
    .addColumn('entry_id', 'text', c => c.primaryKey().references('entries.id').onDelete('cascade'))
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('title', 'text')
    .addColumn('byline', 'text')
    .addColumn('site', 'text')
    .addColumn('language', 'text')
    .addColumn('html', 'text', c => c.notNull())
    .addColumn('length', 'integer', c => c.notNull())
    .addColumn('digest', 'text', c => c.notNull())
    .execute()

  // Why the text may be shown: consent or licence, and which.
  await db.schema.alterTable('entries').addColumn('text_shown', 'text').execute()
}
