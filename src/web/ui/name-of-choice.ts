import type { Kind } from '../../domain/finding.ts'
import type { ChoiceGroup } from '../../domain/programme-filter.ts'
import { languageNames } from './entry-words.ts'
import type { Showing } from './showing.ts'

/** A choice as readers know it: topics and organisers by their own names. */
export function nameOfChoice(group: ChoiceGroup, name: string, { say, locale }: Showing): string {
  if (group === 'kind') return say(`kind.${name as Kind}`)
  return group === 'topic' || group === 'by' ? name : languageNames([name], locale)
}
