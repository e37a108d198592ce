import type { FC } from 'hono/jsx'
import { changedBetween } from '../../domain/figure/between.ts'
import { yearBefore } from '../../domain/figure/in-text.ts'
import { isCountry, membersOn } from '../../domain/figure/members.ts'
import type { Figure, FigurePoint } from '../../domain/figure.ts'
import { unRegions } from '../../domain/un-regions.ts'
import { sayDay } from '../../time/say-time.ts'
import { sayDated } from '../ui/say-dated.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { figure: Figure; showing: Showing; today: string }

/** Who belongs, where it is told of each: lately joined and left first, then every State, by the regions of the UN. */
export const Members: FC<Props> = ({ figure, showing, today }) => {
  const line = figure.lines.find(({ counts, beside }) => counts === 'members' && !beside)
  if (!line) return null
  const { say, locale } = showing
  const { certain, unsure } = membersOn(figure, line.key, today)
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const since = yearBefore(today)
  const { joined, left } = changedBetween(figure, since, today)
  const by = new Map([...unsure, ...certain].map(point => [point.who!, point]))
  const isOfStates =
    certain.length > 0 && certain.filter(({ who }) => isCountry(who!)).length > certain.length / 2
  const listed = new Set(unRegions.flatMap(({ below }) => below.flatMap(({ states }) => states)))
  const others = [...by.values()].filter(({ who }) => !isOfStates || !listed.has(who!))
  const day = sayDay(since, 'dates', locale)
  return (
    <section class="side-by-side" aria-labelledby="members">
      <h2 id="members">{say('figure.members')}</h2>
      {line.until && line.until < today ? (
        <p class="hint">{say('figure.members-until', { day: sayDated(line.until, locale) })}</p>
      ) : (
        ''
      )}
      <People title={say('figure.joined', { day })} points={joined} showing={showing} />
      <People title={say('figure.left', { day })} points={left} showing={showing} />
      {isOfStates
        ? unRegions.map(({ region, below }) => (
            <section class="region">
              <h3>
                {names.of(region)}{' '}
                <small>
                  {say('figure.of', {
                    count: below.flatMap(({ states }) => states).filter(state => by.has(state)).length,
                    all: below.flatMap(({ states }) => states).length,
                  })}
                </small>
              </h3>
              {below.map(part => (
                <div class="tiles">
                  <h4>{names.of(part.region)}</h4>
                  <ul>
                    {part.states.map(state => (
                      <Tile
                        name={names.of(state) ?? state}
                        code={state}
                        point={by.get(state)}
                        showing={showing}
                      />
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          ))
        : ''}
      <People title={isOfStates ? null : ''} points={others} showing={showing} />
    </section>
  )
}

/** A State in its region: filled where it belongs. The names are read to everybody, and shown where there is room. */
const Tile: FC<{ name: string; code: string; point: FigurePoint | undefined; showing: Showing }> = ({
  name,
  code,
  point,
  showing: { say, locale },
}) => {
  const when = point ? sayDated(point.date, locale) : null
  return (
    <li class={point ? 'in' : undefined} title={when ? `${name} · ${when}` : name}>
      <span aria-hidden="true">{code}</span>
      <span class="unseen">
        {say('filter.named', { group: name, name: when ?? say('figure.not-joined') })}
      </span>
    </li>
  )
}

const People: FC<{ title: string | null; points: FigurePoint[]; showing: Showing }> = ({
  title,
  points,
  showing: { locale },
}) => {
  if (points.length === 0) return null
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  return (
    <>
      {title ? <h3>{title}</h3> : ''}
      <p>
        {points.map(({ who, date }, index) => (
          <>
            {index ? ' · ' : ''}
            <bdi>{isCountry(who!) ? names.of(who!) : who}</bdi> <small>({sayDated(date, locale)})</small>
          </>
        ))}
      </p>
    </>
  )
}
