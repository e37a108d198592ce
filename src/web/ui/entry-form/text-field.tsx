import type { FC } from 'hono/jsx'
import type { Key } from '../../words.ts'
import { MarkdownField } from '../markdown-field.tsx'
import { Beside, type FormView, idOf, typedIn } from './field.tsx'

/** A text in Markdown. */
export const TextField: FC<{ view: FormView; name: 'note' | 'summary'; label: Key; hint?: Key }> = props => {
  const { view, name, label, hint } = props
  const { say } = view.showing
  const wrong = view.state.problems.filter(({ field }) => field === name)
  return (
    <>
      <MarkdownField
        showing={view.showing}
        name={idOf(view, name)}
        label={say(label)}
        value={typedIn(view, name)}
        rows={5}
        {...(hint && { hint: say(hint) })}
        {...(wrong[0] && { wrong: say(wrong[0].key, wrong[0].values) })}
      />
      <Beside view={view} of={name} />
    </>
  )
}
