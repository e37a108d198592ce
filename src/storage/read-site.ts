import type { BackupTable, BackupValue } from '../domain/backup.ts'
import { rowsOf } from './dialects/rows-of.ts'
import { doneMigrations } from './migrate.ts'
import { isKnownSchema, tablesOf } from './site-tables.ts'
import type { Db } from './tables.ts'

/** All that a site holds, one part after the other: `schema` first, then each table and its rows. */
export type SitePart = { schema: string[] } | BackupTable | BackupValue[]

/**
 * Reads the whole site. Within a transaction that sees one state of it, whatever is written meanwhile.
 *
 * @throws Error in words for the host when the site is of a newer version
 */
export async function* readSite(db: Db): AsyncGenerator<SitePart> {
  const schema = await doneMigrations(db)
  if (schema.length === 0) throw new Error('There is no site in it yet.')
  if (!isKnownSchema(schema))
    throw new Error('It was written by a newer version of Daylong: make the backup with that version.')
  yield { schema }
  for (const table of await tablesOf(schema)) {
    yield table
    const columns = table.columns.map(([name]) => name)
    for await (const row of rowsOf(db, table.table, columns))
      yield columns.map(name => row[name] as BackupValue)
  }
}
