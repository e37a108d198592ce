import { CompiledQuery, type Insertable } from 'kysely'
import type { Db, Tables } from './tables.ts'

/**
 * Many rows at once, in as few statements as serve. The rows of one call have the same columns in the same order. Kysely builds each
 * statement once for a table and a number of rows; after that only values are handed over.
 *
 * @param options skipTaken: a row whose key is taken is left out; replacing: it takes the place of the one that has the
 *   same in this column
 */
export async function insertRows<T extends keyof Tables & string>(
  db: Db,
  table: T,
  rows: Insertable<Tables[T]>[],
  { skipTaken = false, replacing }: { skipTaken?: boolean; replacing?: keyof Tables[T] & string } = {},
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  let done = 0
  for (const size of sizes) {
    if (rows.length - done < size) continue
    const sql = insertion(db, table, rows.slice(done, done + size), { skipTaken, replacing })
    for (; rows.length - done >= size; done += size) {
      const values = new Array<unknown>(size * columns.length)
      let at = 0
      for (let row = done; row < done + size; row++) {
        const told = rows[row] as Record<string, unknown>
        let index = 0
        for (const column in told) {
          if (column !== columns[index++])
            throw new TypeError(
              `Rows of ${table} with the columns ${columns} were expected; one has ${column}`,
            )
          values[at++] = told[column]
        }
        if (index !== columns.length) throw new TypeError(`A row of ${table} has not all of ${columns}`)
      }
      await db.executeQuery(CompiledQuery.raw(sql, values))
    }
  }
}

/** Few sizes, so that few statements are kept; the largest stays far below what either database binds at once. */
const sizes = [100, 10, 1]

const insertions = new Map<unknown, Map<string, string>>()

function insertion<T extends keyof Tables & string>(
  db: Db,
  table: T,
  sample: Insertable<Tables[T]>[],
  { skipTaken, replacing }: { skipTaken: boolean; replacing: string | undefined },
): string {
  // All stores of one dialect have the same statements.
  const dialect = db.getExecutor().adapter.constructor
  let known = insertions.get(dialect)
  if (!known) insertions.set(dialect, (known = new Map()))
  const name = `${table} ${sample.length} ${skipTaken} ${replacing} ${Object.keys(sample[0]!)}`
  let sql = known.get(name)
  if (!sql) {
    sql = db
      .insertInto(table)
      .values(sample as never)
      .$if(skipTaken, query => query.onConflict(conflict => conflict.doNothing()))
      .$if(replacing !== undefined, query =>
        query.onConflict(conflict =>
          conflict.column(replacing as never).doUpdateSet(({ ref }) => {
            const others = Object.keys(sample[0]!).filter(column => column !== replacing)
            return Object.fromEntries(
              others.map(column => [column, ref(`excluded.${column}` as never)]),
            ) as never
          }),
        ),
      )
      .compile().sql
    known.set(name, sql)
  }
  return sql
}
