import type { FC } from 'hono/jsx'
import { sayOffset, sayZone } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

/** Whose times the page shows, and the way to another zone. */
export const ZoneLine: FC<{ showing: Showing; here: string }> = ({ showing, here }) => {
  const { say, zone, now, link } = showing
  const name = sayZone(zone, now)
  const offset = sayOffset(now, zone)
  return (
    <p class="zone">
      {say('zone.line')}{' '}
      <b data-zone-name>
        <bdi>{name}</bdi>
      </b>{' '}
      <span data-zone-offset dir="ltr">
        {offset === name ? '' : offset}
      </span>{' '}
      <a href={link(paths.zone(here))}>{say('zone.change')}</a>
    </p>
  )
}
