import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

type Props = {
  into: { series: string; edition: string; source: string }
  entry: string
  /** The source says something else of it, or nothing any more. */
  asks: 'changed' | 'missing'
  /** Where one is, to come back to. */
  back: string
  showing: Showing
}

/** What a source asks of one entry, answered with one press. */
export const SourceAnswer: FC<Props> = ({ into, entry, asks, back, showing: { say } }) => (
  <form class="quick" method="post" action={paths.deskSourceAnswers(into.series, into.edition, into.source)}>
    <input type="hidden" name="entry" value={entry} />
    <input type="hidden" name="back" value={back} />
    {(asks === 'changed' ? (['take', 'keep'] as const) : (['on', 'cancelled'] as const)).map(answer => (
      <button class="act" type="submit" name="do" value={answer}>
        {say(`source.answer.${answer}`)}
      </button>
    ))}
  </form>
)
