import { type Actor, recordAudit } from '../storage/audit.ts'
import { findPersonBySlug, readEditionsNamingPerson, updatePersonHidden } from '../storage/people.ts'
import { recordRevision, takeEdition } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'

/**
 * Takes the page of a person away, or gives it back. Entries go on naming them, and lead to no page; each edition that
 * does so comes to its next revision.
 *
 * @returns whether anything changed
 */
export function hidePerson(
  store: Store,
  slug: string,
  isHidden: boolean,
  { who, at }: { who: Actor; at: number },
): Promise<boolean> {
  return store.db.transaction().execute(async db => {
    const person = await findPersonBySlug(db, slug)
    if (!person) return false
    const editions = await readEditionsNamingPerson(db, person.id)
    for (const { editionId } of editions) await takeEdition(db, editionId)
    // Somebody else may have done it meanwhile.
    if ((await findPersonBySlug(db, slug))?.isHidden === isHidden) return false
    await updatePersonHidden(db, person.id, isHidden)
    const act = isHidden ? 'hide-person' : 'show-person'
    const { name } = person
    for (const { editionId } of editions) {
      const change = { entryId: null, act, before: { name }, after: { name } }
      await recordRevision(db, editionId, [change], { by: who.name, at, minor: true })
    }
    await recordAudit(db, { at, who, act: isHidden ? 'person-hidden' : 'person-shown', subject: name })
    return true
  })
}
