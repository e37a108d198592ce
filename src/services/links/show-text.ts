import { clean } from '../../domain/content.ts'
import { fieldsOfEntry } from '../../domain/entry-fields.ts'
import type { TextShown } from '../../domain/links/kept-text.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findKeptText } from '../../storage/kept-texts.ts'
import { knownNames } from '../../storage/names.ts'
import { recordRevision } from '../../storage/revisions.ts'
import type { Store } from '../../storage/store.ts'
import { type CuratorAct, changeEntry, takeEntry } from '../change-entry.ts'
import { inEdition } from '../in-edition.ts'

const mostLetters = 500

/**
 * Lets readers see the text that was kept of an entry, because somebody agreed or by a licence – which, has to be said –
 * or (null) no more.
 *
 * @throws Refusal where nothing says why, there is no text, or it may not be changed
 */
export function showText(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  told: TextShown | null,
  act: CuratorAct,
): Promise<{ revision: number; changed: boolean }> {
  return inEdition(store, editionId, async (db, edition) => {
    const row = await takeEntry(db, id, editionId)
    const which = clean(told?.which ?? '')
    if (told && which === '') throw new Refusal('text-why', {}, 'Say who agreed, or which licence it is.')
    if (which.length > mostLetters)
      throw new Refusal('too-long', { most: mostLetters }, `At most ${mostLetters} characters.`)
    if (told && !(await findKeptText(db, id))) throw new Refusal('text-none', {}, 'No text was kept of it.')
    const next = { ...fieldsOfEntry(row), textShown: told && { by: told.by, which } }
    const change = await changeEntry(db, knownNames(), row, next, { ...act, name: 'show-text' })
    if (!change) return { revision: edition.revision, changed: false }
    return { revision: await recordRevision(db, editionId, [change], act), changed: true }
  })
}
