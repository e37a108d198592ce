import type { FC } from 'hono/jsx'
import { type At, sayProblem, sayWhere, type ToldProblem } from './say-problem.ts'
import type { Showing } from './showing.ts'

/** Where and why something could not be read, in the language of the page; what only English says is marked as such. */
export const ProblemWords: FC<{ told: ToldProblem; showing: Showing; at?: At }> = ({ told, showing, at }) => {
  const { say, language } = showing
  const words = sayProblem(told, showing, at)
  const where = told.where === undefined ? null : sayWhere(told.where, say)
  if (words !== told.says || language === 'en') {
    return <>{where === null ? words : say('unread.at', { where, words })}</>
  }
  return (
    <>
      {where === null ? '' : say('unread.at', { where, words: '' })}
      <span lang="en" dir="auto">
        {words}
      </span>
    </>
  )
}
