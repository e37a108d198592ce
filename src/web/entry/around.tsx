import type { FC } from 'hono/jsx'
import type { Clash } from '../../domain/clash.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Programme } from '../../domain/programme.ts'
import { sayClock } from '../../time/say-time.ts'
import { langOf } from '../ui/lang-of.ts'
import { languageSaid } from '../ui/read-to.ts'
import type { Showing } from '../ui/showing.ts'

const mostClashes = 8

/** What else is on at the same time. */
export const Clashes: FC<{ clashes: Clash[]; showing: Showing; addressOf: (entry: Entry) => string }> = ({
  clashes,
  showing,
  addressOf,
}) => {
  const { say, zone, locale } = showing
  if (clashes.length === 0) return null
  const possible = clashes.filter(clash => clash.possible).length
  return (
    <section class="clashes">
      <h2>{say('clash.title', { count: clashes.length })}</h2>
      {possible ? (
        <p class="doubt">
          {say(possible === clashes.length ? 'clash.all-possible' : 'clash.possible', { count: possible })}
        </p>
      ) : (
        ''
      )}
      <ul>
        {clashes.slice(0, mostClashes).map(({ entry }) => (
          <li>
            <time datetime={new Date(entry.startsAt!).toISOString()}>
              {sayClock(entry.startsAt!, zone, locale)}
            </time>{' '}
            <a href={addressOf(entry)}>
              <bdi lang={langOf(entry.title, showing, languageSaid(entry, 'title'))}>{entry.title}</bdi>
            </a>
          </li>
        ))}
      </ul>
      {clashes.length > mostClashes ? (
        <p>{say('clash.more', { count: clashes.length - mostClashes })}</p>
      ) : (
        ''
      )}
    </section>
  )
}

/** What comes before and after it in time. */
export const Neighbours: FC<{
  entry: Entry
  programme: Programme
  showing: Showing
  addressOf: (entry: Entry) => string
}> = ({ entry, programme, showing, addressOf }) => {
  const { say } = showing
  const timed = programme.entries
    .filter(({ startsAt }) => startsAt !== null)
    .sort((a, b) => a.startsAt! - b.startsAt!)
  const index = timed.indexOf(entry)
  if (index < 0) return null
  const before = timed[index - 1]
  const after = timed[index + 1]
  return (
    <nav class="neighbours" aria-label={say('entry.neighbours')}>
      {before ? (
        <a rel="prev" href={addressOf(before)}>
          <small>{say('entry.before')}</small> <bdi>{before.title}</bdi>
        </a>
      ) : (
        <span />
      )}
      {after ? (
        <a rel="next" href={addressOf(after)}>
          <small>{say('entry.after')}</small> <bdi>{after.title}</bdi>
        </a>
      ) : (
        ''
      )}
    </nav>
  )
}
