import { openFindings, type Reading } from '../../domain/reading.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Suggestion } from '../../domain/suggestion.ts'
import type { EditionRow } from '../../storage/editions.ts'
import { keepSettled, listSuggestionReadings } from '../../storage/readings.ts'
import type { Store } from '../../storage/store.ts'
import { findSuggestion } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { inEdition } from '../in-edition.ts'

/**
 * One act on a suggestion: in one transaction, with its edition taken, so that whoever else decides something of it waits.
 *
 * @throws Refusal when there is no such suggestion
 */
export async function withSuggestion<T>(
  store: Store,
  id: string,
  act: (db: Db, suggestion: Suggestion, edition: EditionRow) => Promise<T>,
): Promise<T> {
  const { editionId } = existing(await findSuggestion(store.db, id))
  return inEdition(store, editionId, async (db, edition) =>
    act(db, existing(await findSuggestion(db, id)), edition),
  )
}

/** Puts aside what is left of what was given; taken back, it is there to be decided once more. */
export async function dropRest(db: Db, suggestionId: string, at: number): Promise<void> {
  for (const reading of await listSuggestionReadings(db, suggestionId)) {
    const left = reading.state === 'waiting' ? [0] : openFindings(reading)
    if (left.length === 0) continue
    const dropped = left.map(number => [number, { as: 'dropped' as const }])
    await keepSettled(db, reading, { ...reading.settled, ...Object.fromEntries(dropped) }, at)
  }
}

/** What was put aside is open again; what nobody has read yet is given back, to be read. */
export async function openRest(db: Db, suggestionId: string, at: number): Promise<Reading[]> {
  const unread: Reading[] = []
  for (const reading of await listSuggestionReadings(db, suggestionId)) {
    const kept = Object.entries(reading.settled).filter(([, { as }]) => as !== 'dropped')
    if (reading.readAt === null) unread.push(reading)
    else if (kept.length < Object.keys(reading.settled).length)
      await keepSettled(db, reading, Object.fromEntries(kept), at)
  }
  return unread
}

function existing(suggestion: Suggestion | null): Suggestion {
  if (!suggestion) throw new Refusal('suggestion-gone', {}, 'There is no such suggestion any more.')
  return suggestion
}
