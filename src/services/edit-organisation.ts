import { fieldsChanged, only } from '../domain/entry-fields.ts'
import { mergeFields } from '../domain/merge-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Actor, recordAudit } from '../storage/audit.ts'
import {
  findOrganisationByName,
  readPlacesOf,
  renameOrganisation,
  updateOrganisation,
} from '../storage/organisations.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { raiseSequences } from '../storage/write-entries.ts'
import { plain, takeOrganisation } from './merge-organisations.ts'

/** What can be said of an organisation. */
export type OrganisationFields = { name: string; url: string | null }

export type EditedOrganisation =
  | { changed: boolean; editions: number }
  | {
      conflict: {
        fields: (keyof OrganisationFields)[]
        theirs: OrganisationFields
        merged: OrganisationFields
      }
    }

/**
 * Gives an organisation another name or address, wherever it is named; by the name it had it is still found. What
 * others have written since the form was opened (`opened`) is merged by field.
 *
 * @throws Refusal when it is gone, has no name, or another one has that name: the two are to be merged then
 */
export function editOrganisation(
  store: Store,
  id: string,
  told: OrganisationFields,
  { opened, who, at }: { opened?: OrganisationFields; who: Actor; at: number },
): Promise<EditedOrganisation> {
  return store.db.transaction().execute(async db => {
    const found = await takeOrganisation(db, id)
    const current: OrganisationFields = { name: found.name, url: found.url }
    const { value: next, conflicts } = mergeFields(opened ?? current, current, told, {})
    if (conflicts.length > 0) return { conflict: { fields: conflicts, theirs: current, merged: next } }
    const changed = fieldsChanged(current, next)
    if (changed.length === 0) return { changed: false, editions: 0 }
    if (next.name.trim() === '') throw new Refusal('name-missing', {}, 'It needs a name.')
    if (next.name.length > mostLetters)
      throw new Refusal('too-long', { most: mostLetters }, `At most ${mostLetters} characters.`)
    const other = await findOrganisationByName(db, next.name)
    if (other && other.id !== id && other.mergedInto !== id)
      throw new Refusal(
        'organisation-taken',
        { name: next.name, id: other.mergedInto ?? other.id },
        `There is another organisation called “${next.name}”. Merge the two.`,
      )
    const places = await readPlacesOf(db, [id])
    for (const { editionId } of places) await takeEdition(db, editionId)
    if (changed.includes('name')) {
      await renameOrganisation(db, found, next.name)
      await raiseSequences(db, { ids: places.flatMap(({ entryIds }) => entryIds) }, at)
    }
    if (changed.includes('url')) await updateOrganisation(db, id, { url: next.url })
    const before = { ...plain(found) }
    const after = { id, ...next }
    for (const { editionId } of places) {
      const change = { entryId: null, act: 'edit-organisation', before, after }
      await recordRevision(db, editionId, [change], { by: who.name, at })
    }
    const details = { before: only(current, changed), after: only(next, changed) }
    await recordAudit(db, { at, who, act: 'organisation-edited', subject: next.name, details })
    return { changed: true, editions: places.length }
  })
}

const mostLetters = 300
