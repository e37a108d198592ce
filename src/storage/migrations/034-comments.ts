import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['editions', 'writings'])
    await db.schema
      .alterTable(table)
      .addColumn('commenting', 'text', c => c.notNull().defaultTo('open'))
      .execute()
  // Of a page, an imprint say, nobody expects that it can be answered, unless somebody has.
  await sql`update writings set commenting = 'closed' where kind = 'page'
    and not exists (select 1 from comments where comments.writing_id = writings.id)`.execute(db)
  await db.schema
    .alterTable('comments')
    .addColumn('picture_id', 'text', c => c.references('pictures.id').onDelete('set null'))
    .execute()
}
