import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../tables.ts'
import { isPostgres } from './is-postgres.ts'

/** `column in (values)` with any number of values in one parameter, so that the statement stays the same. */
export function among(db: Db, column: string, values: string[]): RawBuilder<SqlBool> {
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${values}::text[])`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}
