import type { FC } from 'hono/jsx'
import type { Showing } from './showing.ts'

/** At the head of a form that was refused: in how many of its fields something is wrong. */
export const ProblemCount: FC<{ wrong: object; showing: Showing }> = ({ wrong, showing: { say } }) => {
  const count = Object.keys(wrong).length
  if (count === 0) return null
  return (
    <div class="problems" role="alert">
      <p>{say('form.problems', { count })}</p>
    </div>
  )
}
