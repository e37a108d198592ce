import type { CompiledQuery } from 'kysely'
import type { Db } from './tables.ts'

/**
 * A query that is asked again and again: Kysely builds its statement once for each dialect, and after that only values
 * are handed over. What differs in more than its values is another query, and each time the same ones are told.
 *
 * @param build makes the query of what is told; it hands each value on as it is, and looks into none
 */
export function prepared<Told extends Record<string, unknown>, Row>(
  build: (db: Db, told: Told) => { compile(): CompiledQuery<Row> },
): (db: Db, told: Told) => Promise<Row[]> {
  const known = new Map<unknown, { query: CompiledQuery<Row>; at: (string | null)[] }>()
  return async (db, told) => {
    const dialect = db.getExecutor().adapter.constructor
    let kept = known.get(dialect)
    if (!kept) {
      const marks = new Map<unknown, string>(Object.keys(told).map(name => [Symbol(name), name]))
      const marked = Object.fromEntries([...marks].map(([mark, name]) => [name, mark]))
      const query = build(db, marked as Told).compile()
      kept = { query, at: query.parameters.map(value => marks.get(value) ?? null) }
      known.set(dialect, kept)
    }
    const { query, at } = kept
    const parameters = at.map((name, index) => (name === null ? query.parameters[index] : told[name]))
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
