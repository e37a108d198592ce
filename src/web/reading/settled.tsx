import type { FC } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'
import type { Found } from './found.ts'
import type { OwnReading } from './own-reading.ts'

type Props = {
  own: OwnReading
  found: Found
  /** The revision that has just done it, where it may be taken back. */
  undo: number | null
  showing: Showing
}

/** What became of a finding, with the ways on. */
export const SettledCard: FC<Props> = ({ own, found, undo, showing }) => {
  const { say, link } = showing
  const { reading, series, edition } = own
  const { settled, entry, content } = found
  if (settled?.as === 'dropped' || !entry)
    return (
      <form class="card settled" method="post" action={paths.deskReadingReopenings(reading.id)}>
        <p>
          <b>{say('settled.dropped')}</b> <bdi>{content.title || reading.input.slice(0, 120)}</bdi>{' '}
          <button class="quiet" type="submit">
            {say('settled.reopen')}
          </button>
        </p>
      </form>
    )
  return (
    <div class="card settled">
      <p>
        <b>{say(settled?.as === 'merged' ? 'settled.merged' : `settled.${entry.state}`)}</b>{' '}
        <bdi>{entry.title}</bdi>
      </p>
      <p class="links">
        <a href={link(paths.deskEntry(entry.id))}>{say('settled.edit')}</a>
        {entry.state === 'published' && edition.state !== 'draft' ? (
          <a href={link(paths.entry(series.slug, edition.slug, entry.slug))}>{say('settled.see')}</a>
        ) : (
          ''
        )}
      </p>
      {undo === null ? (
        ''
      ) : (
        <form method="post" action={paths.deskUndo(series.slug, edition.slug)}>
          <input type="hidden" name="revision" value={undo} />
          <button class="quiet" type="submit">
            {say('desk.undo')}
          </button>
        </form>
      )}
    </div>
  )
}
