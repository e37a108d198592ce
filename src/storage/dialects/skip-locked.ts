import { PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Db } from '../tables.ts'

/**
 * Rows to be changed by the statement this is part of, without those that another transaction changes just now.
 * SQLite has one writer at a time: it needs no such words, and knows none.
 */
export function skipLocked<DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return db.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate().skipLocked() : query
}
