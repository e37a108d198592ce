import { sourceOf } from '../domain/reading.ts'
import { among } from './dialects/among.ts'
import { indexable } from './names.ts'
import { listSuggestionReadings } from './readings.ts'
import { isSuggestedBy, type SaidBy } from './said-by.ts'
import type { Db } from './tables.ts'

/** What somebody suggested, by the ids of editions: whoever takes several of these takes them in one order. */
export function findSuggestionsBy(
  db: Db,
  by: SaidBy,
): Promise<{ id: string; editionId: string; mail: string | null }[]> {
  return db
    .selectFrom('suggestions')
    .where(isSuggestedBy(by))
    .orderBy('edition_id')
    .orderBy('id')
    .select(['suggestions.id', 'edition_id as editionId', 'mail'])
    .execute()
}

/**
 * Of the suggestion of somebody who goes stays that there was one, and what became of it. What they gave to be read goes,
 * with all that was found in it; what they wrote to the curator goes on wish, and never keeps their address and name; what was
 * written to them is of use to nobody else. What came into the programme stays as it stands there.
 *
 * @param mail their address, where it is known
 */
export async function forgetSuggestion(
  db: Db,
  id: string,
  { mail, keepsWords }: { mail: string | null; keepsWords: boolean },
): Promise<void> {
  const { words, label, name, edition_id } = await db
    .selectFrom('suggestions')
    .where('id', '=', id)
    .select(['words', 'label', 'name', 'edition_id'])
    .executeTakeFirstOrThrow()
  const bare = (told: string) => (keepsWords ? without(told, [mail, name]) : '')
  const steps = await db
    .selectFrom('suggestion_steps')
    .where('suggestion_id', '=', id)
    .select(['id', 'who', 'words', 'detail'])
    .execute()
  for (const step of steps) {
    const isTheirs = step.who === 'sender'
    const told = isTheirs && step.words !== null ? bare(step.words) || null : null
    const detail = isTheirs ? null : step.detail
    await db
      .updateTable('suggestion_steps')
      .set({ words: told, detail, ...(isTheirs && { by: null }) })
      .where('id', '=', step.id)
      .execute()
  }
  await forgetGiven(db, edition_id, id)
  await db
    .updateTable('suggestions')
    .set({
      ...{ name: null, mail: null, organisation: null, url: null, is_credited: 0, evidence: null },
      ...{ visitor_id: null, mail_key: null, from_key: null, service_from: null },
      words: bare(words),
      label: bare(label),
    })
    .where('id', '=', id)
    .execute()
}

/** The readings, and what was kept of them to know an entry again by: a mail or a text is read by nobody twice. */
async function forgetGiven(db: Db, editionId: string, suggestionId: string): Promise<void> {
  const given = (await listSuggestionReadings(db, suggestionId)).filter(({ form }) => form !== 'address')
  await db.deleteFrom('readings').where('suggestion_id', '=', suggestionId).execute()
  if (given.length === 0) return
  const sources = await db
    .selectFrom('sources')
    .where('edition_id', '=', editionId)
    .where('state', 'is', null)
    .where(among(db, 'name', [...new Set(given.map(each => indexable(sourceOf(each))))]))
    .select('id')
    .execute()
  for (const { id } of sources) {
    await db
      .deleteFrom('identities')
      .where('source_id', '=', id)
      .where('entry_id', 'in', ({ selectFrom }) =>
        selectFrom('suggestion_entries').where('suggestion_id', '=', suggestionId).select('entry_id'),
      )
      .execute()
    await db
      .deleteFrom('sources')
      .where('id', '=', id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('identities').where('source_id', '=', id).select('entry_id'))),
      )
      .execute()
  }
}

function without(words: string, who: (string | null)[]): string {
  return who.reduce<string>(
    (left, each) => (each === null ? left : left.replace(new RegExp(RegExp.escape(each), 'giu'), '…')),
    words,
  )
}
