import type { FC } from 'hono/jsx'
import type { UpdateGroup } from '../../domain/gather-updates.ts'
import type { Edition, Series } from '../../domain/programme.ts'
import { withoutPasscodes } from '../../domain/secret-link.ts'
import type { ToldUpdate } from '../../domain/update.ts'
import { sayBriefly, sayMoment } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { headingOf } from '../ui/update-words.ts'
import { isoOf } from '../ui/when.ts'
import { TimeChange } from './time-change.tsx'

type Props = { groups: UpdateGroup[]; series: Pick<Series, 'slug'>; edition: Edition; showing: Showing }

/** `Updated 12 minutes ago`, and what it was. */
export const Updated: FC<Props> = props => {
  const { groups, series, edition, showing } = props
  const { say, link } = showing
  const [newest] = groups
  if (!newest) return null
  return (
    <details class="updated news">
      <summary>
        <LastUpdate at={newest.at} showing={showing} />
      </summary>
      <UpdateList {...props} groups={groups.slice(0, mostGroups)} />
      <p>
        <a href={link(paths.edition(series.slug, edition.slug, 'changes'))}>{say('updates.all')}</a>
      </p>
    </details>
  )
}

const mostGroups = 6

/** Everything that readers were told of, the newest first. */
export const Changes: FC<Props> = props => {
  const { groups, showing } = props
  const { say } = showing
  return (
    <section class="updated news whole" aria-labelledby="changes">
      <h2 id="changes">{say('view.changes')}</h2>
      {groups[0] ? (
        <p>
          <LastUpdate at={groups[0].at} showing={showing} />
        </p>
      ) : (
        <p class="empty">{say('updates.none')}</p>
      )}
      <UpdateList {...props} />
    </section>
  )
}

const LastUpdate: FC<{ at: number; showing: Showing }> = ({ at, showing: { say, zone, locale } }) => (
  <>
    {say('edition.updated')}{' '}
    <time class="moment ago" datetime={isoOf(at)}>
      {sayMoment(at, zone, locale)}
    </time>
  </>
)

const UpdateList: FC<Props> = ({ groups, series, edition, showing }) => {
  const { say, zone, locale } = showing
  const item = (told: ToldUpdate) => <Item told={told} series={series} edition={edition} showing={showing} />
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

const Item: FC<{ told: ToldUpdate; series: Pick<Series, 'slug'>; edition: Edition; showing: Showing }> = ({
  told: { update, entry },
  series,
  edition,
  showing,
}) => {
  const title = entry?.title ?? (update.kind === 'withdrawn' ? update.title : '')
  const words = <bdi lang={langOf(title, showing)}>{title}</bdi>
  const address = entry
    ? entry.parentSlug === null
      ? paths.entry(series.slug, edition.slug, entry.slug)
      : paths.session(series.slug, edition.slug, entry.parentSlug, entry.slug)
    : null
  return (
    <li>
      {address ? <a href={showing.link(address)}>{words}</a> : words}
      {update.kind === 'time' ? <TimeChange from={update.from} to={update.to} showing={showing} /> : ''}
      {update.kind === 'status' && update.reason ? (
        <span>
          {' · '}
          <bdi>{withoutPasscodes(update.reason)}</bdi>
        </span>
      ) : (
        ''
      )}
    </li>
  )
}
