import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  for (const column of ['weighed_as', 'service_said', 'service_told'])
    await db.schema.alterTable('comments').addColumn(column, 'text').execute()
  await db.schema.createIndex('comments_in_queue').on('comments').columns(['state', 'at', 'id']).execute()
  for (const table of ['editions', 'writings'])
    await db.schema
      .alterTable(table)
      .addColumn('kept_open', 'integer', c => c.notNull().defaultTo(0))
      .execute()
  await allowModerators(db)
  await db.schema
    .createTable('used_proofs')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('until', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('paces')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('count', 'integer', c => c.notNull())
    .addColumn('until', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('seen_texts')
    .addColumn('digest', 'text', c => c.primaryKey())
    .addColumn('last_at', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('spam_tokens')
    .addColumn('token', 'text', c => c.primaryKey())
    .addColumn('spam', 'integer', c => c.notNull())
    .addColumn('real', 'integer', c => c.notNull())
    .addColumn('seen_at', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('spam_lessons')
    .addColumn('of_id', 'text', c => c.primaryKey())
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('label', 'text', c => c.notNull())
    .addColumn('tokens', 'text', c => c.notNull())
    .addColumn('at', moment, c => c.notNull())
    .execute()
  await db.schema
    .createTable('blocks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('said', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('series_id', 'text', c => c.references('series.id').onDelete('cascade'))
    .addColumn('made_at', moment, c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull())
    .addColumn('until', moment)
    .execute()
  await db.schema.createIndex('blocks_by_value').on('blocks').columns(['kind', 'value']).execute()
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('comment_id', 'text', c => c.notNull().references('comments.id').onDelete('cascade'))
    .addColumn('from_key', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('at', moment, c => c.notNull())
    .addColumn('settled_at', moment)
    .addUniqueConstraint('reports_once', ['comment_id', 'from_key'])
    .execute()
  await db.schema
    .createTable('moderation_acts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('at', moment, c => c.notNull())
    .addColumn('account_id', 'text', c => c.notNull())
    .addColumn('act', 'text', c => c.notNull())
    .addColumn('before', 'text', c => c.notNull())
    .addColumn('undone_at', moment)
    .execute()
  await db.schema
    .createTable('queue_mails')
    .addColumn('account_id', 'text', c => c.primaryKey().references('accounts.id').onDelete('cascade'))
    .addColumn('wants', 'integer', c => c.notNull())
    .addColumn('told_at', moment, c => c.notNull())
    .execute()
}

/** What a column may hold cannot be changed everywhere: the table is made anew. */
async function allowModerators(db: Kysely<unknown>): Promise<void> {
  const isRole = sql`role in ('moderator', 'contributor', 'editor', 'owner')`
  await db.schema
    .createTable('grants_anew')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('account_id', 'text', c => c.notNull().references('accounts.id').onDelete('cascade'))
    .addColumn('series_id', 'text', c => c.references('series.id').onDelete('cascade'))
    .addColumn('role', 'text', c => c.notNull().check(isRole))
    .addColumn('granted_at', 'bigint', c => c.notNull())
    .addCheckConstraint('owners_of_the_site_alone', sql`role <> 'owner' or series_id is null`)
    .execute()
  await sql`insert into grants_anew (id, account_id, series_id, role, granted_at)
    select id, account_id, series_id, role, granted_at from grants`.execute(db)
  await db.schema.dropTable('grants').execute()
  await sql`alter table grants_anew rename to grants`.execute(db)
  await db.schema
    .createIndex('grants_by_series')
    .unique()
    .on('grants')
    .expression(sql`account_id, coalesce(series_id, '')`)
    .execute()
}
