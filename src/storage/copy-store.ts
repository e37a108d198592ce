import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Copies a store of SQLite into a new file, as it is at one moment, also while others write. @param file that is not there yet */
export async function copyStore({ db }: Store, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db)
}
