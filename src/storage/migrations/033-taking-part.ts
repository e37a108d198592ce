import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moment = 'bigint'
  await db.schema
    .createTable('visitors')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('provider', 'text', c => c.notNull())
    .addColumn('issuer', 'text', c => c.notNull())
    .addColumn('subject', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('url', 'text')
    .addColumn('picture_id', 'text', c => c.references('pictures.id').onDelete('set null'))
    .addColumn('mail', 'text')
    .addColumn('mail_key', 'text')
    .addColumn('made_at', moment, c => c.notNull())
    .addColumn('seen_at', moment, c => c.notNull())
    .addUniqueConstraint('visitors_by_subject', ['provider', 'issuer', 'subject'])
    .execute()
  await db.schema.createIndex('visitors_by_mail').on('visitors').column('mail_key').execute()
  await db.schema
    .createTable('visitor_sign_ins')
    .addColumn('token', 'text', c => c.primaryKey())
    .addColumn('visitor_id', 'text', c => c.notNull().references('visitors.id').onDelete('cascade'))
    .addColumn('made_at', moment, c => c.notNull())
    .addColumn('seen_at', moment, c => c.notNull())
    .execute()
  await db.schema
    .createIndex('visitor_sign_ins_by_visitor')
    .on('visitor_sign_ins')
    .column('visitor_id')
    .execute()

  const add = (column: string, type: 'text' | typeof moment) =>
    db.schema.alterTable('comments').addColumn(column, type).execute()
  await db.schema
    .alterTable('comments')
    .addColumn('visitor_id', 'text', c => c.references('visitors.id').onDelete('set null'))
    .execute()
  for (const column of ['mail', 'mail_key', 'from_key', 'edit_key', 'language', 'evidence', 'decided_by'])
    await add(column, 'text')
  for (const column of ['edited_at', 'decided_at'] as const) await add(column, moment)
  for (const column of ['visitor_id', 'account_id', 'mail_key', 'from_key'])
    await db.schema.createIndex(`comments_by_${column}`).on('comments').columns([column, 'state']).execute()
}
