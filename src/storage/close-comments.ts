import type { Db } from './tables.ts'

/** Closes comments of editions that ended, and posts that are of, before a day, where nobody opened them by hand. */
export async function closeCommentsBefore(db: Db, day: string): Promise<number> {
  const editions = await db
    .updateTable('editions')
    .set({ commenting: 'closed' })
    .where('commenting', '=', 'open')
    .where('kept_open', '=', 0)
    .where('ends_on', '<', day)
    .executeTakeFirstOrThrow()
  const writings = await db
    .updateTable('writings')
    .set({ commenting: 'closed' })
    .where('commenting', '=', 'open')
    .where('kept_open', '=', 0)
    .where('kind', '=', 'post')
    .where('day', '<', day)
    .executeTakeFirstOrThrow()
  return Number(editions.numUpdatedRows + writings.numUpdatedRows)
}
