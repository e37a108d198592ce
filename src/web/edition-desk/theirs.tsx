import type { Child, FC } from 'hono/jsx'
import { Changes } from '../ui/changes.tsx'
import type { Showing } from '../ui/showing.ts'

/** Beside a field that two people changed: what the other one wrote, against what stands in it. */
export const Theirs: FC<{
  field: string
  mine: unknown
  theirs: unknown
  who: string
  showing: Showing
}> = ({ field, mine, theirs, who, showing }) => (
  <div class="theirs" role="note">
    <p>{showing.say('conflict.theirs', { who })}</p>
    <Changes before={{ [field]: mine }} after={{ [field]: theirs }} showing={showing} />
  </div>
)

/** Above a form of which nothing was stored, because somebody else was quicker. */
export const ConflictNotice: FC<{ who: string; count: number; showing: Showing; children?: Child }> = ({
  who,
  count,
  showing,
}) => (
  <div class="problems" role="alert">
    <p>{showing.say('conflict.notice', { who, count })}</p>
  </div>
)
