import type { Suggestion, SuggestionStep } from '../../domain/suggestion.ts'
import { isolated } from '../ui/entry-words.ts'
import type { Showing } from '../ui/showing.ts'

export function sayState({ state }: Pick<Suggestion, 'state'>, { say }: Showing): string {
  return say(`suggestion.state.${state}`)
}

/** Who suggested it, as they say of themselves. */
export function saySender({ sender }: Pick<Suggestion, 'sender'>, { say }: Showing): string {
  const { name, organisation } = sender
  return [name ?? say('suggestion.nobody'), organisation && `(${organisation})`].filter(Boolean).join(' ')
}

/** One thing that was done with it, as a sentence. */
export function sayStep({ act, by }: SuggestionStep, { say }: Showing): string {
  const name = by ? isolated(by) : say('suggestion.nobody')
  return say(`suggestion.act.${act}`, { name })
}
