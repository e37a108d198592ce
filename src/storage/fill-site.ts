import type { BackupLine, BackupTable, BackupValue } from '../domain/backup.ts'
import { deferReferences } from './dialects/defer-references.ts'
import { isPostgres } from './dialects/is-postgres.ts'
import { insertRows } from './insert-rows.ts'
import { migrate, migrateTo } from './migrate.ts'
import { makeIndex } from './search-index.ts'
import { tablesOf } from './site-tables.ts'
import type { Db, Tables } from './tables.ts'

/** What a row may take of the memory for waiting, in bytes; and how many rows wait at most. */
const mostBytes = 4_000_000
const mostRows = 100

/** The lines of a backup do not fit the tables they name. */
export class Misfit extends Error {
  override name = 'Misfit'
}

/**
 * Makes the tables of a backup in a database that has none, fills them, and brings them up to date. Within a
 * transaction.
 *
 * @param schema the migrations that had made the tables of the backup
 * @param onRow is called with how many rows are in
 * @throws Misfit, or what the database says when rows contradict its rules
 */
export async function fillSite(
  db: Db,
  schema: string[],
  lines: AsyncIterable<BackupLine>,
  onRow: (done: number) => void,
): Promise<void> {
  const tables = new Map((await tablesOf(schema)).map(each => [each.table, each]))
  await migrateTo(db, schema.at(-1))
  await deferReferences(db, async () => {
    // What a migration puts in is in the backup as well, as it is by now.
    for (const name of tables.keys()) await db.deleteFrom(name as keyof Tables).execute()
    await fill(db, tables, lines, onRow)
  })
  if (tables.size > 0) throw new Misfit(`It has nothing of ${[...tables.keys()].join(', ')}.`)
  await migrate(db)
  await makeIndex(db)
}

async function fill(
  db: Db,
  waited: Map<string, BackupTable>,
  lines: AsyncIterable<BackupLine>,
  onRow: (done: number) => void,
): Promise<void> {
  let table: BackupTable | undefined
  let rows: Record<string, BackupValue>[] = []
  let bytes = 0
  let done = 0
  const flush = async () => {
    if (table && rows.length) await insertRows(db, table.table as keyof Tables, rows as never[])
    rows = []
    bytes = 0
    onRow(done)
  }
  for await (const line of lines) {
    if (Array.isArray(line)) {
      if (!table) throw new Misfit('A row stands before its table.')
      rows.push(Object.fromEntries(table.columns.map(([name], index) => [name, storable(db, line[index]!)])))
      bytes += sizeOf(line)
      done++
      if (rows.length >= mostRows || bytes >= mostBytes) await flush()
    } else if ('table' in line) {
      await flush()
      table = waited.get(line.table)
      if (!table) throw new Misfit(`It has a table “${line.table}” too many.`)
      if (JSON.stringify(table) !== JSON.stringify(line))
        throw new Misfit(`The columns of “${line.table}” are others.`)
      waited.delete(line.table)
    }
  }
  await flush()
}

/** PostgreSQL has no NUL in its texts, SQLite does. */
function storable(db: Db, value: BackupValue): BackupValue {
  if (typeof value !== 'string' || !value.includes('\0') || !isPostgres(db)) return value
  return value.replaceAll('\0', '')
}

function sizeOf(row: BackupValue[]): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === 'object' ? (value?.length ?? 0) : String(value).length),
    0,
  )
}
