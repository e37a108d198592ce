import { type EntryFields, fieldsOfEntry } from '../domain/entry-fields.ts'
import { asOf } from '../domain/history.ts'
import type { EntryRow } from '../storage/entries.ts'
import { readRevisions } from '../storage/revisions.ts'
import type { Db } from '../storage/tables.ts'

/**
 * What an entry was when a form was opened: at this revision of its edition, which may be anything that somebody
 * sent. Today's, where it was not there yet.
 */
export async function fieldsAt(db: Db, row: EntryRow, base: number): Promise<EntryFields> {
  const current = fieldsOfEntry(row)
  const since = await readRevisions(db, row.editionId, { entryId: row.entry.id, after: base })
  return asOf<EntryFields>(current, since, base) ?? current
}

/** The revision that a form says it was opened at; no later one than there is. */
export function baseOf(told: string | undefined, current: number): number {
  const base = Number(told)
  return Number.isSafeInteger(base) && base >= 0 && base <= current ? base : current
}
