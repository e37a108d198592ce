import type { Content } from '../../../domain/content.ts'
import type { FormContext, FormState } from './form-state.ts'
import { readForm } from './read.ts'
import { changeRows, rowsOf, type Typed } from './typed.ts'

/**
 * The form after a press of one of its own buttons, which change what is typed and store nothing: `more:people` and
 * `less:people.2` for rows, `read` to put the words for the time into its parts. `focus`: where typing goes on.
 */
export function changeForm(typed: Typed, before: Content, context: FormContext, act: string): FormState {
  if (act === 'read') {
    const { state } = readForm(typed, before, context, { force: true })
    const problems = state.problems.filter(({ field }) => /^(?:when|doubt)\./.test(field))
    return { ...state, problems, focus: problems.length > 0 ? 'when.words' : 'when.day' }
  }
  const changed = changeRows(typed, act) ?? typed
  const { state } = readForm(changed, before, context)
  const list = /:(organisations|people|links)/.exec(act)?.[1] as
    | 'organisations'
    | 'people'
    | 'links'
    | undefined
  const last = list && rowsOf(changed, list).at(-1)
  const focus = list === 'links' ? `links.${last ?? 0}.url` : `${list}.${last ?? 0}.name`
  return { ...state, typed: changed, problems: [], ...(list && { focus }) }
}
