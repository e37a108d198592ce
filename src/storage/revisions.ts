import { randomUUIDv7 } from 'node:crypto'
import { insertRows } from './insert-rows.ts'
import { toJson } from './json.ts'
import type { Db } from './tables.ts'

/** One change, to be recorded: what the changed fields said before and say after. */
export type Change = {
  /** Null: of the edition itself. */
  entryId: string | null
  act: string
  before: unknown
  /** JSON text is taken as it is. */
  after: unknown
}

/**
 * Takes the edition for this transaction: whoever else wants to write it waits until the transaction ends.
 *
 * @returns the revision it is at
 */
export async function takeEdition(db: Db, editionId: string): Promise<number> {
  const { revision } = await db
    .updateTable('editions')
    .set(({ ref }) => ({ revision: ref('revision') }))
    .where('id', '=', editionId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** Records what one act changed and brings the edition to its next revision, which is returned. */
export async function recordRevision(
  db: Db,
  editionId: string,
  changes: Change[],
  { by, at }: { by: string; at: number },
): Promise<number> {
  const { revision } = await db
    .updateTable('editions')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), updated_at: at }))
    .where('id', '=', editionId)
    .returning('revision')
    .executeTakeFirstOrThrow()
  const asJson = (value: unknown) => (typeof value === 'string' ? value : toJson(value))
  await insertRows(
    db,
    'revisions',
    changes.map(({ entryId, act, before, after }) => ({
      id: randomUUIDv7(),
      edition_id: editionId,
      entry_id: entryId,
      number: revision,
      at,
      by,
      act,
      before: asJson(before),
      after: asJson(after),
    })),
  )
  return revision
}
