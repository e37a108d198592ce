import type { FC } from 'hono/jsx'
import type { EventTime } from '../../domain/event-time.ts'
import { instantsOf } from '../../domain/instants-of.ts'
import { sayBriefly, sayDay, sayWallClock } from '../../time/say-time.ts'
import { fillNodes } from './fill-nodes.ts'
import type { Showing } from './showing.ts'
import { isoOf } from './when.ts'

/** What a time was and what it is, in the zone of the page; where the start has stayed, the end. */
export const TimeChange: FC<{ from: EventTime; to: EventTime; showing: Showing }> = ({
  from,
  to,
  showing,
}) => {
  const { say } = showing
  const isOfEnd =
    momentOf(from, 'start') === momentOf(to, 'start') && from.start === to.start && to.end !== null
  if (isOfEnd)
    return (
      <span>
        {' · '}
        {fillNodes(say('told.time.end', { to: '{to}' }), {
          to: <Told time={to} of="end" showing={showing} />,
        })}
      </span>
    )
  return (
    <span>
      {' · '}
      {fillNodes(say('told.time.from-to', { from: '{from}', to: '{to}' }), {
        from: (
          <s>
            <Told time={from} of="start" showing={showing} />
          </s>
        ),
        to: <Told time={to} of="start" showing={showing} />,
      })}
    </span>
  )
}

const Told: FC<{ time: EventTime; of: 'start' | 'end'; showing: Showing }> = ({ time, of, showing }) => {
  const { say, zone, locale } = showing
  const wall = time[of]
  if (time.precision === 'not-told' || wall === null) return <>{say('time.not-told')}</>
  const day = sayDay(wall.slice(0, 10), 'short', locale)
  if (time.precision === 'all-day') return <>{day}</>
  if (time.precision === 'date-only') return <>{`${day}, ${say('time.hour-not-told')}`}</>
  const at = momentOf(time, of)
  if (at === null) return <>{`${day} ${sayWallClock(wall, locale)}`}</>
  return (
    <time class="brief" datetime={isoOf(at)}>
      {sayBriefly(at, zone, locale)}
    </time>
  )
}

/** Null for what is at the same local time everywhere, and for what cannot be understood. */
function momentOf(time: EventTime, of: 'start' | 'end'): number | null {
  if (time.precision !== 'moment' || time.zone === null) return null
  try {
    const { startsAt, endsAt } = instantsOf(time)
    return of === 'start' ? startsAt : endsAt
  } catch {
    return null
  }
}
