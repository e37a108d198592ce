import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Store } from '../src/storage/store.ts'

/** What work leaves behind in a test: a row for each time it was done, by whom. It goes with the test. */
export async function createEffects({ db }: Store): Promise<void> {
  await sql`create table effects (what text not null, who text not null)`.execute(db)
  onTestFinished(async () => {
    await sql`drop table effects`.execute(db)
  })
}
