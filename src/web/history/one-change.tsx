import type { Child, FC } from 'hono/jsx'
import type { RevisionRow } from '../../storage/revisions.ts'
import { sayMoment } from '../../time/say-time.ts'
import { Changes, Values } from '../ui/changes.tsx'
import type { Showing } from '../ui/showing.ts'
import { isoOf } from '../ui/when.ts'

/** One revision in a list: what was done, when, and what can be done about it. */
export const Revision: FC<{
  number: number
  at: number
  showing: Showing
  says: Child
  acts?: Child
  children?: Child
}> = ({ number, at, showing, says, acts, children }) => (
  <li id={`r${number}`} class="revision">
    <p class="did">{says}</p>
    <div class="at">
      <time class="moment" datetime={isoOf(at)}>
        {sayMoment(at, showing.zone, showing.locale)}
      </time>{' '}
      {acts}
    </div>
    {children}
  </li>
)

/** What one change did: all that it says, folded, where it was new; else what was removed and added. */
export const OneChange: FC<{ change: RevisionRow; showing: Showing; folded?: boolean }> = ({
  change: { before, after },
  showing,
  folded = false,
}) => {
  const { say } = showing
  const isNew = before === null
  const told = isNew ? (
    <Values values={after ?? {}} showing={showing} />
  ) : (
    <Changes before={before} after={after ?? {}} showing={showing} />
  )
  if (!isNew && !folded) return told
  return (
    <details>
      <summary>{say(isNew ? 'history.said-then' : 'history.what-changed')}</summary>
      {told}
    </details>
  )
}

/** The way on to what is older. */
export const Older: FC<{ path: string | null; showing: Showing }> = ({ path, showing }) =>
  path === null ? null : (
    <p class="acts">
      <a class="act" href={showing.link(path)}>
        {showing.say('history.older')}
      </a>
    </p>
  )

export const UndoButton: FC<{
  action: string
  number: number
  back: string
  label: string
}> = ({ action, number, back, label }) => (
  <form method="post" action={action} class="inline">
    <input type="hidden" name="revision" value={number} />
    <input type="hidden" name="back" value={back} />
    <button class="quiet" type="submit">
      {label}
    </button>
  </form>
)
