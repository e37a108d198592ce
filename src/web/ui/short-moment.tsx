import type { FC } from 'hono/jsx'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay } from '../../time/say-time.ts'
import type { Showing } from './showing.ts'
import { isoOf } from './when.ts'

/** `Fri 18 Dec 14:05`, in the zone of the page; with the year where it is another one. */
export const ShortMoment: FC<{ at: number; showing: Showing }> = ({ at, showing }) => {
  const { zone, locale, now } = showing
  const day = dayOf(at, zone)
  const isThisYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4)
  return (
    <time datetime={isoOf(at)}>
      {sayDay(day, isThisYear ? 'short' : 'full', locale)} {sayClock(at, zone, locale)}
    </time>
  )
}
