import type { FC } from 'hono/jsx'
import { agendaOf } from '../../domain/agenda.ts'
import { nearMs } from '../../domain/desk.ts'
import type { Entry } from '../../domain/entry.ts'
import { leads } from '../../domain/link-health.ts'
import { phaseOf, type Reckoning, spanOf, timedOf } from '../../domain/phase.ts'
import type { Programme } from '../../domain/programme.ts'
import { paths } from '../paths.ts'
import { hostOf } from '../ui/entry-words.ts'
import { langOf } from '../ui/lang-of.ts'
import type { Showing } from '../ui/showing.ts'
import { State, When } from '../ui/when-cell.ts'

type Props = { programme: Programme; showing: Showing; reckoning: Reckoning; here: string }

/** On the day itself: what is on, what comes next, and whether each has a door. */
export const OnTheDay: FC<Props> = ({ programme, showing, reckoning, here }) => {
  const { say, now } = showing
  const published = programme.entries.filter(({ state, kind }) => state === 'published' && kind === 'event')
  const agenda = agendaOf(published, now, reckoning)
  const on = agenda.on.map(({ entry }) => entry).filter(({ time }) => time.precision === 'moment')
  const next = agenda.next.filter(({ span }) => span.start - now <= nearMs).map(({ entry }) => entry)
  if (on.length + next.length === 0) return null
  return (
    <div class="on-the-day">
      {(
        [
          ['on', on],
          ['next', next],
        ] as const
      ).map(([name, entries]) =>
        entries.length ? (
          <section class={name} aria-labelledby={`day-${name}`}>
            <h2 id={`day-${name}`}>{say(`section.${name}`)}</h2>
            <ul>
              {entries.slice(0, mostShown).map(entry => (
                <li>
                  <When
                    entry={entry}
                    span={spanOf(timedOf(entry), reckoning)}
                    showing={showing}
                    day="unless-today"
                  />
                  <div class="what">
                    <a href={showing.link(paths.editEntry(entry.id, here))}>
                      <bdi lang={langOf(entry.title, showing)}>{entry.title}</bdi>
                    </a>
                    <State
                      entry={entry}
                      at={phaseOf(timedOf(entry), now, reckoning)}
                      span={spanOf(timedOf(entry), reckoning)}
                      showing={showing}
                    />
                    <Doors entry={entry} showing={showing} />
                  </div>
                </li>
              ))}
            </ul>
            {entries.length > mostShown ? (
              <p class="hint">{say('desk.more', { count: entries.length - mostShown })}</p>
            ) : (
              ''
            )}
          </section>
        ) : (
          ''
        ),
      )}
    </div>
  )
}

const mostShown = 8

/** The links by which one comes in, to be tried, and what is known of each. */
export const Doors: FC<{ entry: Entry; showing: Showing }> = ({ entry, showing }) => {
  const { say } = showing
  const doors = entry.links.filter(({ role }) => role === 'join' || role === 'livestream')
  const others = entry.links.filter(({ role }) => role === 'registration')
  const shown = doors.length ? doors : others
  return (
    <p class="doors">
      {doors.some(leads) || entry.attendance === 'offline' ? (
        ''
      ) : (
        <strong class="gap">{say('desk.no-door')}</strong>
      )}
      {shown.map(link => (
        <>
          {' '}
          <a href={link.url} rel="noopener noreferrer" class={leads(link) ? undefined : 'gone'}>
            {say(`link.${link.role}`)} <small>{hostOf(link.url)}</small>
          </a>
          {link.health === 'unknown' ? '' : ` ${say(`health.${link.health}`)}`}
        </>
      ))}
    </p>
  )
}
