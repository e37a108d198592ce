import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { contentOfEntry } from '../src/domain/content.ts'
import { documentOfEntry, documentParts } from '../src/domain/search-document.ts'
import { scopeOf } from '../src/storage/dialects/search-index.ts'
import { readEntries } from '../src/storage/entries.ts'
import { openStore } from '../src/storage/store.ts'
import { tableNames } from '../tools/table-names.ts'
import { type Cost, costOf } from './row.ts'

type TableRows = { name: string; columns: string[]; rows: SQLInputValue[][] }

/** All rows of a store by table, tables that others refer to first. */
export function rowsOf(file: string): TableRows[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const names = tableNames(db)
  const tables = names.map(name => {
    const statement = db.prepare(`SELECT * FROM "${name}"`)
    const columns = statement.columns().map(column => column.name)
    statement.setReturnArrays(true)
    return { name, columns, rows: statement.all() as unknown as SQLInputValue[][] }
  })
  const refersTo = new Map(
    names.map(name => [
      name,
      db
        .prepare(`SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?)`)
        .all(name)
        .map(row => String(row.name)),
    ]),
  )
  db.close()
  const depth = (name: string): number =>
    Math.max(
      0,
      ...refersTo
        .get(name)!
        .filter(other => other !== name)
        .map(other => 1 + depth(other)),
    )
  tables.sort((a, b) => depth(a.name) - depth(b.name))
  return tables.filter(({ rows }) => rows.length > 0)
}

/** All that the index of words is given for these entries, as tokens: it keeps no texts that could be read out of it. */
export async function indexRowsOf(file: string): Promise<TableRows> {
  const store = await openStore({ sqlite: file })
  const numbers = await store.db
    .selectFrom('search_rows')
    .where('kind', '=', 'entry')
    .select(['number', 'target_id as id', 'edition_id as editionId'])
    .execute()
  const entries = await readEntries(store.db, { ids: numbers.map(({ id }) => id) })
  await store.close()
  const byId = new Map(entries.map(({ entry }) => [entry.id, documentOfEntry(contentOfEntry(entry))]))
  const rows = numbers.map(({ number, id, editionId }) => {
    const document = byId.get(id)!
    return [number, ...documentParts.map(part => document[part]), scopeOf(editionId!)]
  })
  return { name: 'search_index', columns: ['rowid', ...documentParts, 'scope'], rows }
}

/**
 * Inserts them into a new store, opened as ours is, by prepared statements: in one transaction, or in the batches in
 * which an import made them durable, each with the rows of its own entries.
 *
 * @param batch how many entries are durable at once
 */
export async function insertRaw(tables: TableRows[], file: string, batch = Infinity): Promise<Cost> {
  await (await openStore({ sqlite: file })).close()
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec('PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000')
  const batches = inBatches(tables, batch)
  const cost = await costOf(() => {
    const statements = new Map(tables.map(table => [table.name, db.prepare(insertionInto(table))]))
    for (const tables of batches) {
      db.exec('BEGIN')
      for (const { name, rows } of tables) {
        const statement = statements.get(name)!
        for (const row of rows) statement.run(...row)
      }
      db.exec('COMMIT')
    }
  })
  db.close()
  return cost
}

function insertionInto({ name, columns }: TableRows): string {
  const marks = columns.map(() => '?').join(', ')
  return `INSERT INTO "${name}" (${columns.map(each => `"${each}"`).join(', ')}) VALUES (${marks})`
}

/** What names an entry goes with it; organisations, tags and whatever else has an id of its own by when that was made. */
function inBatches(tables: TableRows[], size: number): TableRows[][] {
  const ids = (tables.find(({ name }) => name === 'entries')?.rows ?? []).map(row => String(row[0]))
  const firsts = ids.filter((_, at) => at > 0 && at % size === 0)
  const batchOf = new Map(ids.map((id, at) => [id, Math.floor(at / size)]))
  // No two batches are of one millisecond, which is what ids begin with.
  const madeIn = (id: string) => {
    const after = firsts.findIndex(first => id.slice(0, 13) < first.slice(0, 13))
    return after < 0 ? firsts.length : after
  }
  const numbers = new Map<unknown, number>()
  const batches = Array.from({ length: firsts.length + 1 }, (): TableRows[] => [])
  for (const { name, columns, rows } of tables) {
    const own = batches.map((): SQLInputValue[][] => [])
    const at = ['entry_id', 'target_id', 'rowid', 'id']
      .map(column => columns.indexOf(column))
      .find(at => at >= 0)
    for (const row of rows) {
      const key = at === undefined ? null : row[at]
      const batch =
        batchOf.get(String(key)) ?? numbers.get(key) ?? (typeof key === 'string' ? madeIn(key) : 0)
      if (name === 'search_rows') numbers.set(row[columns.indexOf('number')], batch)
      own[batch]!.push(row)
    }
    for (const [batch, rows] of own.entries())
      if (rows.length > 0) batches[batch]!.push({ name, columns, rows })
  }
  return batches
}
