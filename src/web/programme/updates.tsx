import type { FC } from 'hono/jsx'
import type { UpdateGroup } from '../../domain/gather-updates.ts'
import type { Edition, Series } from '../../domain/programme.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { sayBriefly, sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { Showing } from '../ui/showing.ts'
import { UpdateItem } from '../ui/update-item.tsx'
import { headingOf } from '../ui/update-words.ts'
import { isoOf } from '../ui/when.ts'

type Props = { groups: UpdateGroup[]; series: Pick<Series, 'slug'>; edition: Edition; showing: Showing }

/** `Updated 12 minutes ago`, and what it was. */
export const Updated: FC<Props> = props => {
  const { groups, series, edition, showing } = props
  const { say, link, zone, locale } = showing
  const [newest] = groups
  if (!newest) return null
  return (
    <details class="updated news">
      <summary>
        {say('edition.updated')}{' '}
        <time class="moment ago" datetime={isoOf(newest.at)}>
          {sayMoment(newest.at, zone, locale)}
        </time>
      </summary>
      <UpdateList {...props} groups={groups.slice(0, mostGroups)} />
      <p>
        <a href={link(paths.changes(series.slug, edition.slug))}>{say('updates.all')}</a>
      </p>
    </details>
  )
}

const mostGroups = 6

const UpdateList: FC<Props> = ({ groups, series, edition, showing }) => {
  const { say, zone, locale } = showing
  const item = (told: ToldUpdate) => (
    <UpdateItem told={told} series={series} edition={edition} showing={showing} />
  )
  return (
    <ul>
      {groups.map(({ at, items }) => (
        <li>
          <b>{say(headingOf(items[0]!))}</b>{' '}
          <time class="brief" datetime={isoOf(at)}>
            {sayBriefly(at, zone, locale)}
          </time>
          <ul>{items.slice(0, mostItems).map(item)}</ul>
          {items.length > mostItems ? (
            <details>
              <summary>{say('clash.more', { count: items.length - mostItems })}</summary>
              <ul>{items.slice(mostItems).map(item)}</ul>
            </details>
          ) : (
            ''
          )}
        </li>
      ))}
    </ul>
  )
}

const mostItems = 5
