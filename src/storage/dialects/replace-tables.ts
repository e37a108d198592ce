import { Kysely, sql } from 'kysely'
import { doneMigrations } from '../migrate.ts'
import { NotReplaced, type Replacement } from '../replacement.ts'
import { hasContent, isKnownSchema, leftOut, tablesOf } from '../site-tables.ts'
import type { Db, Tables } from '../tables.ts'
import { postgresDialect, programName } from './postgres.ts'

/**
 * The tables are dropped, made and filled in one transaction. Tables of others in the same database stay as they are.
 *
 * @param explain why the database could not be reached, in words for the host
 */
export async function replaceTables(
  url: string,
  replacement: Replacement,
  explain: (error: unknown) => Error,
): Promise<string | null> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url) })
  try {
    await sql`select 1`.execute(db).catch(error => {
      throw explain(error)
    })
    return await db.transaction().execute(async trx => {
      const schema = await doneMigrations(trx)
      const kept = schema.length > 0 ? await putAside(trx, schema, replacement) : null
      await replacement.fill(trx)
      return kept
    })
  } finally {
    await db.destroy()
  }
}

async function putAside(db: Db, schema: string[], { mayReplace, keep }: Replacement): Promise<string | null> {
  if (!isKnownSchema(schema))
    throw new NotReplaced('unreadable', 'The site in the database was written by a newer version of Daylong.')
  const tables = await tablesOf(schema)
  const names = [...tables.map(({ table }) => table), ...leftOut, 'kysely_migration', 'kysely_migration_lock']
  const there = new Set(
    (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name),
  )
  const own = names.filter(name => there.has(name)).map(name => sql.table(name))
  if (await isOpen(db))
    throw new NotReplaced('in-use', 'A site is open in the database. Stop it, and restore then.')
  await sql`lock table ${sql.join(own)} in access exclusive mode nowait`.execute(db).catch(error => {
    if (error.code === '55P03') throw new NotReplaced('in-use', 'The database is being written.')
    throw error
  })
  const holdsSomething = await hasContent(db, tables)
  if (holdsSomething && !mayReplace)
    throw new NotReplaced('has-content', 'There is a site in the database already.')
  const kept = holdsSomething ? await keep(db) : null
  await sql`drop table ${sql.join(own)} cascade`.execute(db)
  return kept
}

/** Whether another process of ours is connected. */
async function isOpen(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = ${programName}`.execute(
    db,
  )
  return rows.length > 0
}
