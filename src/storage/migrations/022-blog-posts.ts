import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blog_posts')
    .addColumn('edition_id', 'text', c => c.primaryKey().references('editions.id').onDelete('cascade'))
    .addColumn('site', 'text', c => c.notNull())
    .addColumn('api', 'text', c => c.notNull())
    .addColumn('user', 'text')
    .addColumn('zones', 'text', c => c.notNull())
    .addColumn('post', 'integer')
    .addColumn('url', 'text')
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('kept', 'text')
    .addColumn('sending', 'text')
    .addColumn('theirs', 'text')
    .addColumn('sent_at', 'bigint')
    .addColumn('failures', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('why', 'text')
    .addColumn('by', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('updated_at', 'bigint', c => c.notNull())
    .execute()

  // Apart, because it is in no backup.
  await db.schema
    .createTable('blog_secrets')
    .addColumn('edition_id', 'text', c =>
      c.primaryKey().references('blog_posts.edition_id').onDelete('cascade'),
    )
    .addColumn('sealed', 'text', c => c.notNull())
    .execute()
}
