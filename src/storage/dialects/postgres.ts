import { type Dialect, PostgresDialect } from 'kysely'
import type pg from 'pg'

/** By this the database knows a connection of ours. */
export const programName = 'daylong'

/** @param url `postgres://user:password@host:port/database` */
export function postgresDialect(url: string): Dialect {
  return new PostgresDialect({
    pool: async () => {
      // Most sites have no PostgreSQL: they do not load what speaks to it.
      const { default: pg } = await import('pg')
      const pool = new pg.Pool({
        connectionString: url,
        max: 10,
        types: numbersIn(pg.types),
        application_name: programName,
      })
      // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
      pool.on('error', () => {})
      // So would one that breaks between two statements of a transaction, whose next statement says so anyhow.
      pool.on('connect', client => client.on('error', () => {}))
      return pool
    },
  })
}

/** Counts and epoch milliseconds come as `int8`, which `pg` gives as text; all of ours fit a number. */
function numbersIn(types: typeof pg.types): pg.CustomTypesConfig {
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format as 'text'),
  }
}
