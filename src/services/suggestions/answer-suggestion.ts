import { clean } from '../../domain/content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isOpen, type Suggestion, type SuggestionState, suggestionLimits } from '../../domain/suggestion.ts'
import { queueMail } from '../../storage/mails.ts'
import type { Act } from '../../storage/revisions.ts'
import type { Store } from '../../storage/store.ts'
import { keepStep } from '../../storage/suggestions.ts'
import type { Db } from '../../storage/tables.ts'
import { suggestionToken } from './suggestion-token.ts'
import { dropRest, withSuggestion } from './with-suggestion.ts'

/** How a curator answers: asks something, says that it is taken, or that it is not. */
export type Answer = {
  act: 'ask' | 'tell' | 'decline'
  /** As they go to the sender; '' says nothing. */
  words: string
}

/** A mail to the sender, given what opens their own page. */
export type WriteMail = (told: { token: string; suggestion: Suggestion; words: string }) => {
  subject: string
  text: string
  html: string
}

/**
 * Answers a suggestion. The words stand on the sender's own page, and go out by mail where they gave an address and
 * `write` is told.
 *
 * @returns whether a mail goes out
 * @throws Refusal when it is gone or withdrawn, or a question says nothing
 */
export function answerSuggestion(
  store: Store,
  id: string,
  { act, words: typed }: Answer,
  write: WriteMail | null,
  { by, at }: Act,
): Promise<boolean> {
  const words = clean(typed)
  if (act === 'ask' && words === '') throw new Refusal('suggestion-empty', {}, 'A question has words.')
  if (words.length > suggestionLimits.words)
    throw new Refusal('suggestion-too-long', { most: suggestionLimits.words }, 'The answer is too long.')
  return withSuggestion(store, id, async (db, suggestion) => {
    const { state } = suggestion
    if (state === 'withdrawn' || state === 'spam')
      throw new Refusal('suggestion-closed', {}, 'Nothing is to be decided of it any more.')
    const after = { ask: isOpen(suggestion) ? 'in-review' : state, tell: 'accepted', decline: 'declined' }[
      act
    ] as SuggestionState
    if (act !== 'ask') await dropRest(db, id, at)
    const isMailed = write !== null && words !== '' && suggestion.sender.mail !== null
    const detail = isMailed ? { mail: true as const } : null
    await keepStep(db, suggestion, { at, who: 'curator', by, act, words: words || null, after, detail })
    if (isMailed) await mailSender(db, suggestion, write, words, at)
    return isMailed
  })
}

/** Writes to the sender, inside a transaction. */
export async function mailSender(
  db: Db,
  suggestion: Suggestion,
  write: WriteMail,
  words: string,
  at: number,
): Promise<void> {
  const token = await suggestionToken(db, suggestion.id)
  const mail = write({ token, suggestion, words })
  await queueMail(db, { ...mail, to: suggestion.sender.mail!, purpose: 'suggestion', at })
}
