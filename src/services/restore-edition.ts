import { type EditionFields, isOfEdition } from '../domain/edition-fields.ts'
import { asOf } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import { readRevisions, recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { changeEdition, readEditionFields } from './change-edition.ts'
import type { CuratorAct } from './change-entry.ts'
import { inEdition } from './in-edition.ts'

/**
 * Makes an edition say again what it said of itself at one of its revisions. Its address stays the one it has, and
 * whether readers see it is not changed: only what it says comes back.
 *
 * @throws Refusal when it was not there yet, or is for editors alone
 */
export function restoreEdition(
  store: Store,
  editionId: string,
  number: number,
  act: CuratorAct,
): Promise<{ revision: number; changed: number }> {
  return inEdition(store, editionId, async (db, edition) => {
    const now = await readEditionFields(db, edition)
    const since = (await readRevisions(db, editionId, { entryId: null, after: number })).filter(isOfEdition)
    const then = asOf<EditionFields>(now, since, number)
    if (!then) throw new Refusal('not-there-yet', {}, 'The edition was not there yet at that time.')
    const { slug, state, publishAt, publishedAt, ...said } = then
    const change = await changeEdition(db, edition, said, { ...act, name: 'restore' })
    if (!change) return { revision: edition.revision, changed: 0 }
    return { revision: await recordRevision(db, editionId, [change], act), changed: 1 }
  })
}
