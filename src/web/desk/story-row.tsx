import type { FC } from 'hono/jsx'
import type { DeskItem } from '../../domain/desk.ts'
import type { Entry } from '../../domain/entry.ts'
import { spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { isolated, statusKey } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import { reckoningOf, type Showing } from '../ui/showing.ts'
import { When } from '../ui/when-cell.ts'
import { sayNeeds } from './need-words.ts'

type Props = {
  entry: Entry
  item: DeskItem | null
  programme: Programme
  showing: Showing
  /** This page, to come back to. */
  here: string
  isChosen: boolean
  /** What stands before it in the whole story; `first` where nothing does. */
  behind: string
  /** Behind which entry it stands once it is moved up or down; null: it cannot be. */
  upAfter: string | null
  downAfter: string | null
  mayMove: boolean
}

export const StoryRow: FC<Props> = props => {
  const { entry, item, programme, showing, here, isChosen, behind, upAfter, downAfter, mayMove } = props
  const { say, link } = showing
  const { title } = entry
  const needs = item ? sayNeeds(item, showing).filter(({ code }) => code !== 'draft') : []
  return (
    <li
      class={`row ${entry.state}`}
      id={`e-${entry.id}`}
      data-id={entry.id}
      data-behind={behind}
      data-movable={mayMove || undefined}
    >
      <input
        type="checkbox"
        name="entry"
        value={entry.id}
        checked={isChosen}
        aria-label={say('story.choose', { title })}
      />
      <When
        entry={entry}
        span={spanOf(timedOf(entry), reckoningOf(programme.edition, showing))}
        showing={showing}
        day="in-any-year"
      />
      <div class="what">
        <a href={link(paths.editEntry(entry.id, here))}>
          <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
        </a>
        <small>{aboutOf(entry, showing)}</small>
        {needs.length ? (
          <ul class="needs">
            {needs.map(({ code, words }) => (
              <li class={code}>{words}</li>
            ))}
          </ul>
        ) : (
          ''
        )}
      </div>
      {mayMove ? (
        <span class="moves">
          {upAfter === null ? (
            ''
          ) : (
            <button
              type="submit"
              name="move"
              data-way="up"
              value={`${entry.id} ${upAfter}`}
              aria-label={say('story.up', { title })}
            >
              ↑
            </button>
          )}
          {downAfter === null ? (
            ''
          ) : (
            <button
              type="submit"
              name="move"
              data-way="down"
              value={`${entry.id} ${downAfter}`}
              aria-label={say('story.down', { title })}
            >
              ↓
            </button>
          )}
        </span>
      ) : (
        ''
      )}
    </li>
  )
}

/** State where it is not published, kind, who, sessions, tags. */
function aboutOf(entry: Entry, { say }: Showing): string {
  const { state, kind, organisations, sessions, tags } = entry
  const status = statusKey(entry)
  return [
    state === 'published' ? '' : say(`state.${state}`),
    status ? say(status) : '',
    say(`kind.${kind}`),
    organisations.map(({ name }) => isolated(name)).join(', '),
    sessions.length ? say('entry.sessions', { count: sessions.length }) : '',
    ...tags.map(({ name }) => isolated(name)),
  ]
    .filter(Boolean)
    .join(' · ')
}
