import { longestLine, longestText } from '../domain/edition-faults.ts'
import { fieldsOfEntry } from '../domain/entry-fields.ts'
import type { Series } from '../domain/programme.ts'
import { Refusal } from '../domain/refusal.ts'
import { fieldsOfSeries } from '../domain/series-fields.ts'
import {
  type EditionWord,
  type EntryWord,
  putTranslation,
  type ToldTranslation,
  type Translations,
} from '../domain/translation.ts'
import { recordRevision } from '../storage/revisions.ts'
import type { Store } from '../storage/store.ts'
import { changeEdition } from './change-edition.ts'
import { type CuratorAct, changeEntry, takeEntry } from './change-entry.ts'
import { editSeries } from './edit-series.ts'
import { inEdition, namingInEdition } from './in-edition.ts'

export type Translated<Field extends string> =
  | { changed: boolean; revision: number | null }
  /** Somebody else said these otherwise meanwhile; nothing was stored. */
  | { conflicts: Field[]; theirs: Translations<Field> }

/**
 * Says in another language what an entry says. It is a change like any other: recorded, undone, merged.
 *
 * @throws Refusal when the entry is gone or may not be touched, or a text is too long
 */
export async function translateEntry(
  store: Store,
  { id, editionId }: { id: string; editionId: string },
  told: ToldTranslation<EntryWord>,
  act: CuratorAct,
): Promise<Translated<EntryWord>> {
  check(told)
  const [translated] = await namingInEdition(store, editionId, act, async (db, edition, names) => {
    const row = await takeEntry(db, id, editionId)
    const { translations, conflicts } = putTranslation(row.entry.translations, told)
    if (conflicts.length > 0) return { conflicts, theirs: row.entry.translations }
    const next = { ...fieldsOfEntry(row), translations }
    const change = await changeEntry(db, names, row, next, { ...act, name: 'translate' })
    if (!change) return { changed: false, revision: edition.revision }
    return { changed: true, revision: await recordRevision(db, editionId, [change], act) }
  })
  return translated
}

/**
 * The same for the title and text of an edition.
 *
 * @throws Refusal when it is gone or for editors alone, or a text is too long
 */
export function translateEdition(
  store: Store,
  editionId: string,
  told: ToldTranslation<EditionWord>,
  act: CuratorAct,
): Promise<Translated<EditionWord>> {
  check(told)
  return inEdition(store, editionId, async (db, edition): Promise<Translated<EditionWord>> => {
    const { translations, conflicts } = putTranslation(edition.translations, told)
    if (conflicts.length > 0) return { conflicts, theirs: edition.translations }
    const change = await changeEdition(db, edition, { translations }, { ...act, name: 'translate' })
    if (!change) return { changed: false, revision: edition.revision }
    return { changed: true, revision: await recordRevision(db, editionId, [change], act) }
  })
}

/**
 * The same for the title and text of a series, which stand on the pages of all its editions.
 *
 * @param series as it was read for this; what somebody else writes meanwhile is no loss
 * @throws Refusal when it is gone, or a text is too long
 */
export async function translateSeries(
  store: Store,
  series: Series,
  told: ToldTranslation<EditionWord>,
  act: { by: string; at: number },
): Promise<Translated<EditionWord>> {
  check(told)
  const { translations, conflicts } = putTranslation(series.translations, told)
  if (conflicts.length > 0) return { conflicts, theirs: series.translations }
  const opened = fieldsOfSeries(series)
  const edited = await editSeries(store, series.id, { translations }, { opened, ...act })
  if ('changed' in edited) return { changed: edited.changed, revision: null }
  return { conflicts: Object.keys(told.fields) as EditionWord[], theirs: edited.conflict.theirs.translations }
}

function check({ fields }: ToldTranslation<string>): void {
  for (const [field, text] of Object.entries(fields)) {
    const most = field === 'title' ? longestLine : longestText
    if ((text?.length ?? 0) > most) throw new Refusal('too-long', { most }, `At most ${most} characters.`)
  }
}
