import type { FC } from 'hono/jsx'
import type { Done } from '../middleware/done.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

type Props = {
  done: Done | null
  /** The page this stands on, to come back to. */
  here: string
  /** Of which it was done, where it can be undone. */
  edition: { series: { slug: string }; edition: { slug: string } } | undefined
  showing: Showing
}

/** What was done, told once, with the way back. */
export const DoneNotice: FC<Props> = ({ done, here, edition, showing: { say } }) => {
  if (!done) return null
  return (
    <div class="notice done">
      <p>{say(`done.${done.act}`, { count: done.count })}</p>
      {done.undo !== null && edition ? (
        <form method="post" action={paths.deskUndo(edition.series.slug, edition.edition.slug)}>
          <input type="hidden" name="revision" value={done.undo} />
          <input type="hidden" name="back" value={here} />
          <button class="quiet" type="submit">
            {say('desk.undo')}
          </button>
        </form>
      ) : (
        ''
      )}
    </div>
  )
}
