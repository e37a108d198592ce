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
