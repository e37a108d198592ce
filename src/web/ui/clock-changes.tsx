import type { FC } from 'hono/jsx'
import { windowOf } from '../../domain/fifty-hours.ts'
import type { Programme } from '../../domain/programme.ts'
import { clockChanges, dayOf } from '../../time/days.ts'
import { cityOf, sayDay } from '../../time/say-time.ts'
import type { Showing } from './showing.ts'
import { mostPlaces } from './when.ts'

type Props = { programme: Programme; showing: Showing }

/**
 * Where clocks change while the days of an edition last: in the reader's zone, in the second place, at home and where
 * its events are held. The reader's own zone, where only the browser knows it, is put in by script.
 */
export const ClockChanges: FC<Props> = ({ programme, showing }) => {
  const { say, locale, now } = showing
  const { startsAt, endsAt } = windowOf(programme.edition.startsOn, programme.edition.endsOn)
  if (now >= endsAt) return null
  const told = new Map<string, { at: number; by: number; day: string; places: string[] }>()
  for (const zone of zonesOf(programme, showing)) {
    const place = cityOf(zone, locale)
    if (place === null) continue
    for (const { at, by } of clockChanges(startsAt, endsAt, zone)) {
      const day = dayOf(at, zone)
      const key = `${day} ${by > 0}`
      const known = told.get(key)
      if (known) known.places.push(place)
      else told.set(key, { at, by, day, places: [place] })
    }
  }
  const places = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <>
      {[...told.values()].map(({ by, day, places: cities }) => (
        <p class="clocks">
          {say(by > 0 ? 'clocks.forward' : 'clocks.back', {
            places: places.format(cities.slice(0, mostPlaces).map(city => `\u2068${city}\u2069`)),
            day: sayDay(day, 'long', locale),
          })}
        </p>
      ))}
      <p class="clocks" data-own-clocks hidden />
    </>
  )
}

function zonesOf({ edition, entries }: Programme, { zone, beside }: Showing): Set<string> {
  const zones = new Set([zone])
  if (beside) zones.add(beside)
  zones.add(edition.homeZone)
  for (const { time } of entries) if (time.zone) zones.add(time.zone)
  return zones
}
