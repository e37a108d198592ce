import type { DatabaseSync } from 'node:sqlite'

/** The tables of a site in an SQLite file that hold what is in it: neither the steps of its schema nor its settings. */
export function tableNames(db: DatabaseSync): string[] {
  return db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map(({ name }) => String(name))
    .filter(name => !name.startsWith('kysely_') && name !== 'settings')
}
