import { PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Db, Tables } from '../tables.ts'

/** For a statement that changes rows: those it may take now stand in the table `taken`. */
export function withTaken<TB extends keyof Tables>(
  db: Db,
  due: SelectQueryBuilder<Tables, TB, { id: string }>,
) {
  // Materialized: PostgreSQL might ask again for each row, and take more than it may.
  return db.with(
    cte => cte('taken').materialized(),
    () => skipLocked(db, due),
  )
}

/**
 * Rows to be changed by the statement this is part of, without those that another transaction changes just now.
 * SQLite has one writer at a time: it needs no such words, and knows none.
 */
function skipLocked<DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return db.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate().skipLocked() : query
}
