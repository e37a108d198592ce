import { isDay } from '../../../time/days.ts'
import { zonedWall } from '../../../time/zoned-wall.ts'
import type { FormContext, Problem } from './form-state.ts'
import { wallOf } from './read-when.ts'
import { zonesTyped } from './read-zone.ts'
import type { Typed } from './typed.ts'

/**
 * Until when one may register: a day, which is included, or an hour. Where no zone is told it is the event's own.
 */
export function readUntil(
  typed: Typed,
  { locale }: FormContext,
  wrong: (field: string, key: Problem['key'], values?: Problem['values']) => void,
): string | null {
  const [day, clock, zone] = ['day', 'clock', 'zone'].map(name =>
    (typed.get(`until.${name}`) ?? '').trim(),
  ) as [string, string, string]
  if (day === '' && clock === '') return null
  if (!isDay(day)) {
    wrong('until.day', day ? 'form.wrong.day' : 'form.wrong.day-missing', { told: day.slice(0, 80) })
    return null
  }
  if (clock === '') return day
  const wall = wallOf(day, clock)
  if (wall === null) {
    wrong('until.clock', 'form.wrong.hour', { told: clock.slice(0, 80) })
    return null
  }
  if (zone === '') return wall
  const { zones, code } = zonesTyped(zone, wall, locale)
  if (!zones[0] || code !== null) wrong('until.zone', 'form.wrong.zone', { told: zone.slice(0, 80) })
  return zones[0] ? zonedWall(wall, zones[0]).time : null
}
