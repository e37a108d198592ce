import type { FC } from 'hono/jsx'
import { mayPublish } from '../../domain/curator.ts'
import type { EntryName } from '../../storage/history.ts'
import type { RevisionRow } from '../../storage/revisions.ts'
import { sayMoment } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import type { OwnEdition } from '../middleware/own-edition.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { isoOf } from '../ui/when.ts'
import { isUndoable, OneSays, PartLink } from './edition-history-page.tsx'
import { OneChange, UndoButton } from './one-change.tsx'
import { sayAct, sayActs } from './say-act.ts'

type Props = {
  at: AtDesk
  own: OwnEdition
  number: number
  changes: RevisionRow[]
  count: number
  names: Map<string, EntryName>
  /** The way on to the changes that are not on this page. */
  more: string | null
}

/** All that was done in one revision. */
export const RevisionPage: FC<Props> = ({ at, own, number, changes, count, names, more }) => {
  const { showing, here } = at
  const { say, link, zone, locale } = showing
  const { curator, series, edition } = own
  const first = changes[0]!
  const title = count === 1 ? sayAct(first, showing) : sayActs(changes, count, first.by, showing)
  return (
    <DeskPage at={at} title={title} edition={{ series, edition }} part="history">
      <p class="crumbs">
        <a href={link(paths.deskHistory(series.slug, edition.slug))}>{say('history.all')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        <time class="moment" datetime={isoOf(first.at)}>
          {sayMoment(first.at, zone, locale)}
        </time>
      </p>
      {mayPublish(curator, series.id) && isUndoable(changes) ? (
        <UndoButton
          action={paths.deskUndo(series.slug, edition.slug)}
          number={number}
          back={here}
          label={count > 1 ? say('history.undo-all', { count }) : say('desk.undo')}
        />
      ) : (
        <PartLink changes={changes} showing={showing} />
      )}
      <ul class="history">
        {changes.map(change => (
          <li class="revision">
            <p class="did">
              <OneSays change={change} names={names} showing={showing} />
            </p>
            <OneChange change={change} showing={showing} folded={count > 1} />
          </li>
        ))}
      </ul>
      {more === null ? (
        ''
      ) : (
        <p class="acts">
          <a class="act" href={link(more)}>
            {say('history.more')}
          </a>
        </p>
      )}
    </DeskPage>
  )
}
