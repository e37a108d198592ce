import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema.alterTable('visitors').addColumn('told_name', 'text').execute()
  await db.schema
    .createTable('visitor_drafts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('browser', 'text', c => c.notNull())
    .addColumn('fields', 'text', c => c.notNull())
    .addColumn('made_at', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('visitor_ways')
    .addColumn('token', 'text', c => c.primaryKey())
    .addColumn('browser', 'text', c => c.notNull())
    .addColumn('provider', 'text', c => c.notNull())
    .addColumn('server', 'text')
    .addColumn('secrets', 'text')
    .addColumn('code', 'text')
    .addColumn('tries', 'integer', c => c.notNull())
    .addColumn('back', 'text', c => c.notNull())
    .addColumn('draft_id', 'text')
    .addColumn('made_at', moment, c => c.notNull())
    .execute()
  await db.schema.createIndex('visitor_ways_by_browser').on('visitor_ways').column('browser').execute()
  await db.schema
    .createTable('mastodon_servers')
    .addColumn('origin', 'text', c => c.primaryKey())
    .addColumn('client_id', 'text', c => c.notNull())
    .addColumn('client_secret', 'text', c => c.notNull())
    .addColumn('redirect_uri', 'text', c => c.notNull())
    .addColumn('made_at', moment, c => c.notNull())
    .execute()
}
