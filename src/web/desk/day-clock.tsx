import type { FC } from 'hono/jsx'
import { dayAt, placesInDay } from '../../domain/day-watch.ts'
import type { Edition } from '../../domain/programme.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDays, sayDuration, sayZone } from '../../time/say-time.ts'
import type { Showing } from '../ui/showing.ts'

type Props = { edition: Pick<Edition, 'startsOn' | 'endsOn' | 'homeZone' | 'title'>; showing: Showing }

/**
 * What the clocks show here and where the programme is at home, how far the day has come, and where on Earth it still
 * is. Script lets them go, and puts the zone of the machine in the place of the page's where nobody chose one.
 */
export const DayClock: FC<Props> = ({ edition, showing }) => {
  const { say, zone, locale, now } = showing
  const { startsOn, endsOn, homeZone } = edition
  return (
    <div class="day-clock">
      <p class="day-clocks" role="timer" aria-live="off">
        <OneClock zone={zone} showing={showing} isOwn />
        <OneClock zone={homeZone} showing={showing} isSame={zone === homeZone} />
      </p>
      <p class="how-far">
        <b>{sayDays(startsOn, endsOn, locale)}</b> {sayDayAt(edition, showing)}
      </p>
      <Places zones={placesInDay(startsOn, endsOn, now)} showing={showing} words={say('day.still')} />
    </div>
  )
}

const OneClock: FC<{ zone: string; showing: Showing; isOwn?: boolean; isSame?: boolean }> = ({
  zone,
  showing: { now, locale },
  isOwn = false,
  isSame = false,
}) => (
  <span class={isOwn ? 'day-time own' : 'day-time'} data-own={isOwn || undefined} hidden={isSame}>
    <b data-ticks={zone}>{sayClock(now, zone, locale)}</b>{' '}
    <span>
      <bdi data-place={zone}>{sayZone(zone, now, locale)}</bdi>{' '}
      <small data-day={zone}>{sayDay(dayOf(now, zone), 'short', locale)}</small>
    </span>
  </span>
)

function sayDayAt({ startsOn, endsOn }: Props['edition'], { say, now, locale }: Showing): string {
  const at = dayAt(startsOn, endsOn, now)
  if ('beginsIn' in at) return say('day.begins', { duration: sayDuration(at.beginsIn, locale) })
  if ('overSince' in at) return say('day.over')
  return say('day.hour', { hour: at.hour, hours: at.hours })
}

const Places: FC<{ zones: string[]; words: string; showing: Showing }> = ({
  zones,
  words,
  showing: { now, locale },
}) =>
  zones.length === 0 ? null : (
    <div class="day-places">
      <span id="still">{words}</span>
      <ul aria-labelledby="still">
        {zones.map(zone => (
          <li>
            <bdi>{sayZone(zone, now, locale)}</bdi>{' '}
            <span data-ticks={zone}>{sayClock(now, zone, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
