import { Kysely } from 'kysely'
import type { BackupKind, BackupTable } from '../domain/backup.ts'
import { sqliteDialect } from './dialects/sqlite.ts'
import { migrateTo } from './migrate.ts'
import { migrationNames } from './migrations/names.ts'
import type { Db, Tables } from './tables.ts'

/**
 * Not in a backup: who is signed in at the moment or on the way to it, links that were sent and are good for minutes, passwords of other
 * sites, and what follows from the rest: the index of words, and pictures of pages.
 */
export const leftOut: ReadonlySet<string> = new Set([
  'sign_ins',
  'visitor_sign_ins',
  'visitor_ways',
  'visitor_drafts',
  'verifications',
  'search_rows',
  'blog_secrets',
  'drawn_pictures',
])

/** The index itself, and the tables that SQLite keeps behind it; PostgreSQL has it in a column. */
const indexTables = /^search_index(?:_|$)/

/** Whether a table of a site is not in its backup. */
export function isLeftOut(table: string): boolean {
  return leftOut.has(table) || indexTables.test(table)
}

/** What a site fills by itself: with nothing else in it, it is empty. */
const filledByItself = new Set([...leftOut, 'settings', 'jobs', 'recurring_jobs', 'mails', 'audit'])

/**
 * The tables that hold a site once these migrations are done, and how their columns are written into a backup. They are
 * read from a database made by the migrations themselves, so that none can be forgotten.
 */
export async function tablesOf(schema: string[]): Promise<BackupTable[]> {
  const made = new Kysely<Tables>({ dialect: sqliteDialect(':memory:', false) })
  try {
    await migrateTo(made, schema.at(-1))
    const tables = (await made.introspection.getTables()).filter(({ name }) => !isLeftOut(name))
    return tables.map(({ name, columns }) => ({
      table: name,
      columns: columns.map(column => [column.name, kindOf(name, column)]),
    }))
  } finally {
    await made.destroy()
  }
}

/** Whether these are the first of the migrations that this version knows, in their order. */
export function isKnownSchema(schema: string[]): boolean {
  const known: readonly string[] = migrationNames
  return schema.length > 0 && schema.every((name, index) => name === known[index])
}

/** Whether there is anything in these tables of a database that somebody put there. */
export async function hasContent(db: Db, tables: BackupTable[]): Promise<boolean> {
  for (const { table } of tables) {
    if (filledByItself.has(table)) continue
    if (
      await db
        .selectFrom(table as keyof Tables)
        .select(({ lit }) => lit(1).as('one'))
        .limit(1)
        .executeTakeFirst()
    )
      return true
  }
  return false
}

const kinds: Record<string, BackupKind> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  'double precision': 'number',
  bytea: 'bytes',
}

function kindOf(table: string, { name, dataType }: { name: string; dataType: string }): BackupKind {
  const kind = kinds[dataType.toLowerCase()]
  if (!kind)
    throw new TypeError(
      `${table}.${name} is of the type ${dataType}, of which no backup knows how to keep it`,
    )
  return kind
}
