import type { FC } from 'hono/jsx'
import { sayMoment, sayZone } from '../../time/say-time.ts'
import type { Showing } from './showing.ts'

/** A moment as the machine recorded it; with the zone, where nobody chose one. */
export const Moment: FC<{ at: number; showing: Showing }> = ({
  at,
  showing: { zone, locale, zoneChosen },
}) => (
  <time datetime={new Date(at).toISOString()}>
    {sayMoment(at, zone, locale)}
    {zoneChosen ? '' : ` ${sayZone(zone, at)}`}
  </time>
)
