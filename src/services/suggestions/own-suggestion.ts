import { clean } from '../../domain/content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isOpen, type Suggestion, suggestionLimits } from '../../domain/suggestion.ts'
import { listSuggestionReadings } from '../../storage/readings.ts'
import type { Store } from '../../storage/store.ts'
import { countSteps, keepStep } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { openGiven, type Pasted } from '../open-readings.ts'
import { givenOf } from './open-suggestion.ts'
import { dropRest, withSuggestion } from './with-suggestion.ts'

/** What its sender says or gives later. */
export type Addition = { words: string; given: Pasted }

/**
 * The sender adds to what they suggested: words, and while nothing is decided yet, something to be read too. Nothing of
 * it changes what is in the programme.
 *
 * @returns the readings that are to be read now
 * @throws Refusal when there is nothing in it, or too much
 */
export function addToSuggestion(
  store: Store,
  id: string,
  { words: typed, given: pasted }: Addition,
  at: number,
): Promise<string[]> {
  const given = givenOf(pasted)
  const words = clean(typed)
  if (words === '' && given.length === 0)
    throw new Refusal('suggestion-empty', {}, 'There is nothing in it yet.')
  if (words.length > suggestionLimits.words)
    throw new Refusal('suggestion-too-long', { most: suggestionLimits.words }, 'It is too long.')
  return withSuggestion(store, id, async (db, suggestion) => {
    refuseClosed(suggestion)
    await refuseTooMuch(db, id)
    const act = given.length > 0 ? 'add' : 'write'
    // What was decided stays in the programme as it is; that there is more to say of it is to be seen.
    const after = suggestion.state === 'new' ? 'new' : 'in-review'
    const { name } = suggestion.sender
    await keepStep(db, suggestion, { at, who: 'sender', by: name, act, words: words || null, after })
    const of = { entryId: null, suggestionId: id }
    return openGiven(db, suggestion.editionId, of, given, { by: name ?? '', at })
  })
}

/** The sender takes it back; what came into the programme of it stays there. */
export function withdrawSuggestion(store: Store, id: string, at: number): Promise<void> {
  return withSuggestion(store, id, async (db, suggestion) => {
    if (!isOpen(suggestion)) return
    await dropRest(db, id, at)
    const { name } = suggestion.sender
    await keepStep(db, suggestion, { at, who: 'sender', by: name, act: 'withdraw', after: 'withdrawn' })
  })
}

function refuseClosed({ state }: Suggestion): void {
  if (state === 'withdrawn' || state === 'spam' || state === 'expired')
    throw new Refusal('suggestion-closed', {}, 'Nothing is to be decided of it any more.')
}

/** Nobody says so much of one thing. */
const mostSteps = 60
const mostReadings = 40

export async function refuseTooMuch(db: Db, id: string): Promise<void> {
  const steps = await countSteps(db, id, 'sender')
  const readings = await listSuggestionReadings(db, id)
  if (steps >= mostSteps || readings.length >= mostReadings)
    throw new Refusal('suggestions-too-many', {}, 'There is a great deal in it already.')
}
