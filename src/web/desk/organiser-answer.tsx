import type { FC } from 'hono/jsx'
import type { ToldByOrganiser } from '../../domain/desk.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { Changes } from '../ui/changes.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  change: ToldByOrganiser
  into: Pick<Programme, 'series' | 'edition'>
  /** Where one is, to come back to. */
  back: string
  showing: Showing
}

/** What an organiser changed, or would: the old and the new value, answered with one press. */
export const OrganiserAnswer: FC<Props> = ({ change, into, back, showing }) => {
  const { say } = showing
  const { id, proposals, revision } = change
  const of = (which: 'now' | 'told') =>
    Object.fromEntries(proposals.map(proposal => [proposal.field, proposal[which]]))
  const answers = revision === null ? (['take', 'keep'] as const) : (['fine', 'undo'] as const)
  const words = {
    take: say('source.answer.take'),
    keep: say('source.answer.keep'),
    fine: say('organiser.answer.fine'),
    undo: say('desk.undo'),
  }
  return (
    <>
      <Changes before={of('now')} after={of('told')} showing={showing} />
      <form
        class="quick"
        method="post"
        action={paths.deskOrganiserAnswers(into.series.slug, into.edition.slug)}
      >
        <input type="hidden" name="change" value={id} />
        <input type="hidden" name="back" value={back} />
        {answers.map(answer => (
          <button class="act" type="submit" name="do" value={answer}>
            {words[answer]}
          </button>
        ))}
      </form>
    </>
  )
}
