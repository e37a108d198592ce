import { offsetAt } from '../../time/days.ts'
import { canonicalZone } from '../../time/zones.ts'
import { type Item, itemsOf, textOf, valuesOf } from './item.ts'
import { readMoment } from './moment.ts'

/** The first occurrence that an `eventSchedule` tells; undefined where it names no day to begin with. */
export function scheduledTime(item: Item): { start: string; end?: string } | undefined {
  const [schedule] = itemsOf(item, 'eventSchedule')
  const told = schedule && textOf(schedule, 'startDate')
  const moment = told ? readMoment(told) : null
  if (!schedule || !moment?.day) return undefined
  const day = firstDay(moment.day, schedule)
  const zone = textOf(schedule, 'scheduleTimezone')
  const at = (clock: string | undefined) => clock && `${day}T${clock.slice(0, 8)}${zone ? `[${zone}]` : ''}`
  const start = at(textOf(schedule, 'startTime')) ?? told!
  const end = at(textOf(schedule, 'endTime'))
  return { start, ...(end && { end }) }
}

/**
 * A moment with the zone that its schedule names, where the clocks of that zone are as far from UTC as the moment says:
 * a day later they may not be. Untouched otherwise.
 */
export function inScheduleZone(item: Item, told: string): string {
  const [schedule] = itemsOf(item, 'eventSchedule')
  const zone = canonicalZone((schedule && textOf(schedule, 'scheduleTimezone')) ?? '')
  const [, offset] = /T[\d:.]+([+-]\d{2}:\d{2}|Z)$/.exec(told) ?? []
  if (!zone || !offset) return told
  const minutes =
    offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
  return offsetAt(Date.parse(told), zone) === minutes * 60_000 ? `${told}[${zone}]` : told
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** A weekly schedule begins on its first weekday, not on the day from which it is valid. */
function firstDay(day: string, schedule: Item): string {
  const wanted = valuesOf(schedule, 'byDay').flatMap(value =>
    typeof value === 'string'
      ? value
          .replace(/^.*[/#]/, '')
          .slice(0, 2)
          .toUpperCase()
      : [],
  )
  if (!wanted.length || wanted.some(one => !weekdays.includes(one))) return day
  for (let shift = 0; shift < 7; shift++) {
    const at = new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000)
    if (wanted.includes(weekdays[at.getUTCDay()]!)) return at.toISOString().slice(0, 10)
  }
  return day
}
