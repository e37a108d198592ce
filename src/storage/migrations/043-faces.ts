import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema.alterTable('visitor_drafts').addColumn('back', 'text').execute()
  await db.schema.createIndex('visitor_drafts_by_browser').on('visitor_drafts').column('browser').execute()

  for (const column of ['id', 'device'])
    await db.schema.alterTable('visitor_sign_ins').addColumn(column, 'text').execute()
  await sql`update visitor_sign_ins set id = token`.execute(db)

  await db.schema
    .createTable('faces')
    .addColumn('owner', 'text', c => c.primaryKey())
    .addColumn('address', 'text')
    .addColumn('picture_id', 'text', c => c.references('pictures.id').onDelete('set null'))
    .addColumn('asked_at', moment)
    .execute()
  await db.schema.createIndex('faces_by_picture').on('faces').column('picture_id').execute()
}
