import type { Kysely } from 'kysely'

/** @public read by the migrator */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Beside what they translate: history, undo, backups and merging need nothing of their own for them.
  for (const table of ['series', 'editions', 'entries']) {
    await db.schema.alterTable(table).addColumn('language', 'text').execute()
    await db.schema.alterTable(table).addColumn('translations', 'text').execute()
  }
}
