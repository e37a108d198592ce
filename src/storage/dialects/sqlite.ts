import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely'

/**
 * Kysely's own SQLite dialect over `node:sqlite`. One connection, used by one transaction at a time.
 *
 * @param path a file or `:memory:`
 * @throws what SQLite says when the file cannot be opened or is no database
 */
export function sqliteDialect(path: string, readOnly: boolean): Dialect {
  const database = openDatabase(path, readOnly)
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new ImmediateDriver({ database: cachingStatements(database, readOnly) }),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** In milliseconds; another process that writes is waited for. */
const busyTimeout = 5000

function openDatabase(path: string, readOnly: boolean): DatabaseSync {
  if (!readOnly) {
    // The secrets of accounts are in it: only the user that runs the site may read it.
    if (path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    return opened(path, readOnly)
  }
  try {
    return opened(path, readOnly)
  } catch (error) {
    // A reader keeps a small file beside the store. Where it may not, nobody else writes either: then none is needed.
    if (!existsSync(path) || existsSync(`${path}-wal`)) throw error
    return opened(`${pathToFileURL(path)}?immutable=1`, readOnly)
  }
}

function opened(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, {
    readOnly,
    timeout: 0,
    enableForeignKeyConstraints: true,
  })
  try {
    if (!readOnly) turnToWriteAheadLog(database)
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA cache_size = -16000')
    // A statement of many rows keeps the pages it changes until it ends: in a file of its own, were it not said.
    database.exec('PRAGMA temp_store = MEMORY')
    // 32 MB: an import writes the same pages again with each batch, and need not carry them home each time.
    database.exec('PRAGMA wal_autocheckpoint = 8000')
    // Touches the file, so that one that is no database is noticed here.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Another process may be turning the same new file at the same moment. */
function turnToWriteAheadLog(database: DatabaseSync): void {
  const giveUp = performance.now() + busyTimeout
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (performance.now() > giveUp || !isBusy(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
}

const keptStatements = 200

function cachingStatements(database: DatabaseSync, readOnly: boolean): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const kept = statements.get(sql)
      if (kept) return kept
      const statement = asKyselyStatement(database, sql)
      statements.set(sql, statement)
      if (statements.size > keptStatements) statements.delete(statements.keys().next().value!)
      return statement
    },
    close() {
      statements.clear()
      try {
        if (!readOnly) database.exec('PRAGMA optimize')
      } catch (error) {
        // Whoever writes just now will do it when they close; on a disk that is full nothing can be done.
        if (!isBusy(error) && !isFull(error)) throw error
      } finally {
        database.close()
      }
    },
  }
}

function asKyselyStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement: StatementSync = database.prepare(sql)
  const columns = statement.columns().map(({ name }) => name)
  statement.setReturnArrays(true)
  // The number of the last row that was put in comes with each of these. Rows that the index of words keeps for itself
  // have such as no JavaScript number can be.
  if (columns.length === 0) statement.setReadBigInts(true)
  return {
    reader: columns.length > 0,
    all: parameters => asObjects(statement.all(...(parameters as SQLInputValue[])), columns),
    run: parameters => statement.run(...(parameters as SQLInputValue[])),
    // A statement of its own: the kept one may be used again before the last row is fetched.
    iterate: parameters => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
  }
}

/** The objects that SQLite's binding makes are hash tables, which are slow to read. */
function asObjects(rows: unknown[], columns: string[]): unknown[] {
  for (let i = 0; i < rows.length; i++) {
    const values = rows[i] as unknown[]
    const row: Record<string, unknown> = {}
    for (let column = 0; column < columns.length; column++) row[columns[column]!] = values[column]
    rows[i] = row
  }
  return rows
}

/**
 * A transaction that writes takes the write lock when it begins: one that reads first and writes later would fail
 * at once, without waiting, when another process has written in between.
 */
class ImmediateDriver extends SqliteDriver implements Driver {
  #connection: PatientConnection | undefined

  override async acquireConnection() {
    return (this.#connection ??= new PatientConnection(await super.acquireConnection()))
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  /** A full disk ends the transaction by itself: what then fails is not the news, and would hide it. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!/no transaction is active/.test(String(error))) throw error
    })
  }
}

/**
 * Waits while another process writes, and lets this one do other things meanwhile; SQLite's own waiting would stop it
 * whole. A statement that was refused as busy has done nothing and may be repeated.
 */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const giveUp = performance.now() + busyTimeout
    for (let pause = 1; ; pause = Math.min(pause * 2, 25)) {
      try {
        return await this.#connection.executeQuery<R>(query)
      } catch (error) {
        if (performance.now() > giveUp || !isBusy(error)) throw error
        await setTimeout(pause)
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number) {
    return this.#connection.streamQuery<R>(query, chunkSize)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

/** Two processes may start at once on the same file: migrations run in one transaction, which is their lock. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 13
}
