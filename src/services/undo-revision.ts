import { isOfEdition } from '../domain/edition-fields.ts'
import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { goneBack } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { isOfOrganisations } from '../domain/told-act.ts'
import type { EditionRow } from '../storage/editions.ts'
import { isSlugInUse, readEntries } from '../storage/entries.ts'
import { knownNames } from '../storage/names.ts'
import { type Change, type RevisionRow, readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import type { Db } from '../storage/tables.ts'
import { changeEdition, readEditionFields } from './change-edition.ts'
import { type CuratorAct, changeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Takes back what one revision did to entries and to the edition itself. Fields that were changed again since stay as
 * they are, since somebody has meant that; entries that the revision added are withdrawn.
 *
 * @returns `kept`: fields in which a later change stands
 * @throws Refusal when it may not be undone by whoever asks, or is of two organisations, which are parted in all editions
 */
export function undoRevision(
  store: Store,
  editionId: string,
  number: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number; kept: number }> {
  return inEdition(store, editionId, (db, edition) => undoWithin(db, edition, number, act))
}

/** The same inside a transaction that has taken the edition. */
export async function undoWithin(
  db: Db,
  edition: EditionRow,
  number: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number; kept: number }> {
  const made = await readRevisions(db, edition.id, { number })
  if (made.some(isOfOrganisations))
    throw new Refusal('undo-organisations', {}, 'Part or merge the organisations on their own page.')
  const undone = { ...act, name: 'undo' }
  const ofEntries = await undoEntries(db, made, undone)
  const ofItself = await undoEdition(db, edition, made.find(isOfEdition), undone)
  const changes = [...ofEntries.changes, ...ofItself.changes]
  const revision = changes.length ? await recordRevision(db, edition.id, changes, act) : edition.revision
  return { revision, changed: changes.length, kept: ofEntries.kept + ofItself.kept }
}

type Undone = { changes: Change[]; kept: number }

async function undoEntries(db: Db, made: RevisionRow[], act: CuratorAct & { name: string }): Promise<Undone> {
  const byEntry = new Map(made.filter(({ entryId }) => entryId !== null).map(row => [row.entryId!, row]))
  const found = await readEntries(db, { ids: [...byEntry.keys()] })
  // Sessions go before their event: of one that is put away nobody may touch them any more.
  const rows = found.toSorted((a, b) => Number(a.parentId === null) - Number(b.parentId === null))
  const known = knownNames()
  const changes: Change[] = []
  let kept = 0
  for (const row of rows) {
    const now = fieldsOfEntry(row)
    const { before, after } = byEntry.get(row.entry.id)!
    const back = before === null ? null : goneBack(now, before, after)
    if (back?.fields.slug && (await isSlugInUse(db, row.editionId, back.fields.slug))) {
      // Its address was given to another entry since.
      delete back.fields.slug
      back.kept++
    }
    if (back) kept += back.kept
    const next = back ? { ...now, ...back.fields } : { ...now, state: 'withdrawn' as const }
    const change = await changeEntry(db, known, row, next, act)
    if (!change) continue
    changes.push(change)
  }
  return { changes, kept }
}

/** The edition's own beginning is not taken back: what is in it would be lost from sight. */
async function undoEdition(
  db: Db,
  edition: EditionRow,
  made: RevisionRow | undefined,
  act: CuratorAct & { name: string },
): Promise<Undone> {
  if (!made?.before) return { changes: [], kept: 0 }
  const { fields, kept } = goneBack(await readEditionFields(db, edition), made.before, made.after)
  // When it was first published is a fact, and stays one.
  const { publishedAt, ...back } = fields
  const change = await changeEdition(db, edition, back, act)
  return { changes: change ? [change] : [], kept }
}
