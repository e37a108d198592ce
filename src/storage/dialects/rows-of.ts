import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../tables.ts'
import { isPostgres } from './is-postgres.ts'

/** So many rows at a time: the largest are pictures. */
const batch = 50

/** The rows of a table one after the other, however many there are. To be used within a transaction. */
export async function* rowsOf(
  db: Db,
  table: string,
  columns: string[],
): AsyncGenerator<Record<string, unknown>> {
  const names = sql.join(columns.map(name => sql.ref(name)))
  if (!isPostgres(db)) {
    yield* db
      .selectFrom(table as never)
      .select(columns as never[])
      .stream() as AsyncIterable<Record<string, unknown>>
    return
  }
  const cursor = sql.id('rows_of_table')
  const run = async (statement: RawBuilder<unknown>) =>
    (await statement.execute(db)).rows as Record<string, unknown>[]
  await run(sql`declare ${cursor} no scroll cursor for select ${names} from ${sql.table(table)}`)
  for (;;) {
    const rows = await run(sql`fetch ${sql.lit(batch)} from ${cursor}`)
    yield* rows
    if (rows.length < batch) break
  }
  await run(sql`close ${cursor}`)
}
