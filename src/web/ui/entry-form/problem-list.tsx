import type { FC } from 'hono/jsx'
import { type FormView, idOf } from './field.tsx'

/** What keeps a form from being stored, each with the way to its field. */
export const ProblemList: FC<{ view: FormView }> = ({ view }) => {
  const { problems, typed } = view.state
  const { say } = view.showing
  if (problems.length === 0) return null
  return (
    <div class="problems" role="alert">
      <p>{say('form.problems', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, 20).map(({ field, key, values }) => (
          <li>
            <a href={`#${idOf(view, field)}`}>{say(key, values)}</a>{' '}
            {field.startsWith('title') ? '' : <bdi>{(typed.get(field) ?? '').slice(0, 60)}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  )
}
