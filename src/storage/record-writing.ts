import { toJson } from './json.ts'
import { indexWritings } from './search-index.ts'
import type { Db } from './tables.ts'
import type { WritingChange } from './writings.ts'

/**
 * Brings a post or a page to its next revision, which is returned. To be called when all of it is written: it is found
 * from now on by what it says now.
 */
export async function recordWriting(
  db: Db,
  id: string,
  { at, by, act, before, after }: Omit<WritingChange, 'number'>,
): Promise<number> {
  const { revision } = await db
    .updateTable('writings')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), updated_at: at }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('writing_revisions')
    .values({ writing_id: id, number: revision, at, by, act, before: toJson(before), after: toJson(after) })
    .execute()
  await indexWritings(db, [id])
  return revision
}
