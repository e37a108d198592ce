import type { Kind } from '../../domain/finding.ts'
import {
  type ChoiceGroup,
  type Choices,
  choiceGroups,
  type ProgrammeFilter,
} from '../../domain/programme-filter.ts'
import { languageNames } from './entry-words.ts'
import { shortly } from './shortly.ts'
import type { Showing } from './showing.ts'

/** A choice as readers know it: topics and organisers by their own names. */
export function nameOfChoice(group: ChoiceGroup, name: string, { say, locale }: Showing): string {
  if (group === 'kind') return say(`kind.${name as Kind}`)
  return group === 'topic' || group === 'by' ? name : languageNames([name], locale)
}

/** All that a filter asks for, each by its name. */
export function namesOfFilter(
  { filter, choices }: { filter: ProgrammeFilter; choices: Choices },
  showing: Showing,
): string[] {
  const { say } = showing
  return [
    ...(filter.words ? [say('filter.words', { words: shortly(filter.words) })] : []),
    ...choiceGroups.flatMap(group =>
      filter.choices[group].map(value => nameOfChoice(group, choices[group].get(value) ?? value, showing)),
    ),
    ...filter.only.map(condition => say(`filter.only.${condition}`)),
  ]
}
