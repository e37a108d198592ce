import { type Kysely, sql } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entries').addColumn('merged_into', 'text').execute()
  // Of what was merged before, those are known of which a source tells.
  await sql`
    update entries set merged_into = (select min(entry_id) from identities where moved_from = entries.id)
    where state = 'withdrawn'
  `.execute(db)
}
