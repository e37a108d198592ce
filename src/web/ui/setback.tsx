import type { FC } from 'hono/jsx'
import type { ToldSetback } from '../../domain/setback.ts'
import type { Showing } from './showing.ts'

/** What kept something from being done, in the reader's words; what a machine said stands in its own. */
export const SetbackWords: FC<{ setback: ToldSetback; showing: Showing }> = ({ setback, showing }) => {
  const { code, values } = setback
  const { said, ...others } = values
  return (
    <span class="setback">
      {showing.say(`setback.${code}`, others)}
      {said ? (
        <>
          {' '}
          <q lang="en" dir="auto">
            {said}
          </q>
        </>
      ) : (
        ''
      )}
    </span>
  )
}
