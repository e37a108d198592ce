import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../tables.ts'
import { isPostgres } from './is-postgres.ts'

/** `column in (values)` with any number of values in one parameter, so that the statement stays the same. */
export function among(db: Db, column: string, values: string[]): RawBuilder<SqlBool> {
  return amongTold(db, column, asList(db, values))
}

/** The same in a query that is prepared: what is told is `asList` of the values. */
export function amongTold(db: Db, column: string, told: unknown): RawBuilder<SqlBool> {
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${told}::text[])`
    : sql`${sql.ref(column)} in (select value from json_each(${told}))`
}

export function asList(db: Db, values: string[]): unknown {
  return isPostgres(db) ? values : JSON.stringify(values)
}
