import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

/** @param url `postgres://user:password@host:port/database` */
export function postgresDialect(url: string): Dialect {
  return new PostgresDialect({
    pool: async () => {
      const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser } })
      // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
      pool.on('error', () => {})
      return pool
    },
  })
}

/** Counts and epoch milliseconds come as `int8`, which `pg` gives as text; all of ours fit a number. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8) return Number
  return pg.types.getTypeParser(oid, format as 'text')
}
