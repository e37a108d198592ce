import type { FC } from 'hono/jsx'
import { sayOffset, sayZone, sayZoneInWords } from '../../time/say-time.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

/** Whose times the page shows, in words, and the way to another zone, or to a second place beside it. */
export const ZoneLine: FC<{ showing: Showing; here: string }> = ({ showing, here }) => {
  const { say, zone, beside, now, locale, link } = showing
  const offsetOf = (zone: string) => {
    const offset = sayOffset(now, zone)
    return offset === sayZone(zone, now, locale) ? '' : offset
  }
  return (
    <p class="zone">
      {say('zone.line')}{' '}
      <b data-zone-name>
        <bdi>{sayZone(zone, now, locale)}</bdi>
      </b>{' '}
      <span data-zone-words>{sayZoneInWords(zone, now, locale) ?? ''}</span>{' '}
      <span data-zone-offset dir="ltr">
        {offsetOf(zone)}
      </span>{' '}
      <a href={link(paths.zone(here))}>{say('zone.change')}</a>
      {beside === null ? (
        <span class="on-screen">
          {' · '}
          <a href={link(paths.zone(here, 'beside'))}>{say('zone.and')}</a>
        </span>
      ) : (
        <>
          {' · '}
          {say('zone.beside.line')}{' '}
          <b>
            <bdi>{sayZone(beside, now, locale)}</bdi>
          </b>{' '}
          {sayZoneInWords(beside, now, locale) ?? ''} <span dir="ltr">{offsetOf(beside)}</span>{' '}
          <a href={link(paths.zone(here, 'beside'))}>{say('zone.change')}</a>
        </>
      )}
    </p>
  )
}
