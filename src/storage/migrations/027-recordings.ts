import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema
    .createTable('recording_looks')
    .addColumn('entry_id', 'text', c => c.primaryKey().references('entries.id').onDelete('cascade'))
    .addColumn('looked_at', moment, c => c.notNull())
    .addColumn('next_at', moment)
    .addColumn('failures', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('sightings', 'text')
    .addColumn('channels', 'text')
    .addColumn('searched_at', moment)
    .addColumn('facts_at', moment)
    .execute()
  await db.schema.createIndex('recording_looks_next').on('recording_looks').column('next_at').execute()
  await db.schema
    .createTable('recording_offers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('entry_id', 'text', c => c.notNull().references('entries.id').onDelete('cascade'))
    .addColumn('kind', 'text', c => c.notNull().check(sql`kind in ('attach', 'removed')`))
    .addColumn('url', 'text', c => c.notNull())
    .addColumn('url_key', 'text', c => c.notNull())
    .addColumn('title', 'text')
    .addColumn('seconds', 'integer')
    .addColumn('published_at', moment)
    .addColumn('strength', 'text', c => c.notNull().check(sql`strength in ('possible', 'likely', 'sure')`))
    .addColumn('reasons', 'text')
    .addColumn('found_at', moment, c => c.notNull())
    .addColumn('answer', 'text', c => c.check(sql`answer in ('taken', 'refused')`))
    .addColumn('answered_at', moment)
    .addColumn('answered_by', 'text')
    .addUniqueConstraint('recording_offers_once', ['entry_id', 'kind', 'url_key'])
    .execute()
  await db.schema
    .createTable('recording_policies')
    .addColumn('of_id', 'text', c => c.primaryKey())
    .addColumn('policy', 'text', c => c.notNull().check(sql`policy in ('propose', 'automatic')`))
    .execute()
}
