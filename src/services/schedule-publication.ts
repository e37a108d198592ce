import { fieldsOfEntry } from '../domain/entry-fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { knownNames } from '../storage/names.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { changeEdition } from './change-edition.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { inEdition } from './in-edition.ts'
import { type InProgramme, momentOfPublication, type WallMoment } from './settle-publication.ts'

/**
 * Says when a draft is to be published by itself; null takes that back.
 *
 * @returns the edition's revision
 * @throws Refusal when it is no draft, the moment has passed, or whoever asks may not publish
 */
export function schedulePublication(
  store: Store,
  { edition: editionId, entry }: InProgramme,
  moment: WallMoment | null,
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  return inEdition(store, editionId, async (db, edition) => {
    const publishAt = moment && momentOfPublication(moment, act.at)
    const row = entry === null ? null : await takeEntry(db, entry, editionId)
    if (publishAt !== null && (row?.entry ?? edition).state !== 'draft')
      throw new Refusal('no-draft', {}, 'Only a draft can be published later.')
    const named = { ...act, name: 'schedule' }
    const change = row
      ? await changeEntry(db, knownNames(), row, { ...fieldsOfEntry(row), publishAt }, named)
      : await changeEdition(db, edition, { publishAt }, named)
    if (!change) return { revision: edition.revision, changed: false }
    return { revision: await recordRevision(db, editionId, [change], act), changed: true }
  })
}
