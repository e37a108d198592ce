import { type EditionFields, isOfEdition } from '../../domain/edition-fields.ts'
import { asOf } from '../../domain/history.ts'
import { readEditionFields } from '../../services/change-edition.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { readRevisions } from '../../storage/revisions.ts'
import type { Db } from '../../storage/tables.ts'

/** What an edition said when a form was opened: at this revision; today's, where it was not there yet. */
export async function editionAt(db: Db, edition: EditionRow, base: number): Promise<EditionFields> {
  const current = await readEditionFields(db, edition)
  const since = await readRevisions(db, edition.id, { entryId: null, after: base })
  return asOf<EditionFields>(current, since.filter(isOfEdition), base) ?? current
}
