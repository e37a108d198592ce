import { type EditionFields, editionLists, isOfEdition } from '../domain/edition-fields.ts'
import { asOf, lastToWrite } from '../domain/history.ts'
import { mergeFields } from '../domain/merge-fields.ts'
import { readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { changeEdition, readEditionFields } from './change-edition.ts'
import type { CuratorAct } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

export type EditedEdition =
  | { revision: number; slug: string; changed: boolean }
  /** Somebody else changed these fields otherwise since the form was opened; nothing was stored. */
  | { conflict: EditionConflict }

export type EditionConflict = {
  fields: (keyof EditionFields)[]
  /** What the edition says now. */
  theirs: EditionFields
  /** The same with what only this one changed: to be shown again, with their words or one’s own in those fields. */
  merged: EditionFields
  by: string
  at: number
  revision: number
}

/**
 * Says what an edition is: title, text, days, zone, words, author's box, credit, state. Fields that are not told stay
 * as they are. What others have written since the form was opened (`base`, a revision of the edition) is merged by
 * field; where both wrote one field, nothing is stored and both versions are given back. Without `base` what is told
 * stands.
 *
 * @throws Refusal when the edition is gone, may not be touched, or cannot be so
 */
export function editEdition(
  store: Store,
  editionId: string,
  told: Partial<EditionFields>,
  { base, name = 'edit', ...act }: CuratorAct & { base?: number; name?: string },
): Promise<EditedEdition> {
  return inEdition(store, editionId, async (db, edition) => {
    const current = await readEditionFields(db, edition)
    let next = told
    if (base !== undefined) {
      const since = (await readRevisions(db, editionId, { entryId: null, after: base })).filter(isOfEdition)
      const opened = asOf<EditionFields>(current, since, base) ?? current
      const { value, conflicts } = mergeFields(opened, current, { ...opened, ...told }, editionLists)
      if (conflicts.length > 0) {
        const { by, at } = (lastToWrite(since, conflicts) ?? since[0])!
        const { revision } = edition
        return { conflict: { fields: conflicts, theirs: current, merged: value, by, at, revision } }
      }
      next = value
    }
    const change = await changeEdition(db, edition, next, { ...act, name })
    if (!change) return { revision: edition.revision, slug: edition.slug, changed: false }
    const revision = await recordRevision(db, editionId, [change], act)
    return { revision, slug: next.slug ?? edition.slug, changed: true }
  })
}
