import type { EventTime } from '../../domain/event-time.ts'
import { epochOf } from '../../time/instants.ts'
import { sayDay, sayDays, sayWallClock, sayZone } from '../../time/say-time.ts'
import type { Showing } from './showing.ts'

/** When an event is, whole and in its organiser’s own time: `Friday 18 December 2020, 14:00 until 15:30 (Berlin)`. */
export function sayEventTime(time: EventTime, showing: Showing): string {
  const { say, locale } = showing
  const { precision, start, end } = time
  if (precision === 'not-told' || start === null) return say('time.not-told')
  const day = start.slice(0, 10)
  if (precision !== 'moment') {
    const days = sayDays(day, (end ?? start).slice(0, 10), locale)
    return say('told.days', {
      days,
      hours: say(precision === 'all-day' ? 'time.all-day' : 'time.hour-not-told'),
    })
  }
  return say('told.moment', {
    day: sayDay(day, 'full', locale),
    clock: sayClocks(time, showing),
    zone: zoneOf(time, showing),
  })
}

/** `14:00`, `14:00 until 15:30`: of a time with an hour. */
export function sayClocks({ start, end }: EventTime, { say, locale }: Showing): string {
  const from = sayWallClock(start!, locale)
  if (end === null) return from
  const day = end.slice(0, 10)
  const clock = sayWallClock(end, locale)
  const until = day === start!.slice(0, 10) ? clock : `${sayDay(day, 'short', locale)} ${clock}`
  return `${from} ${say('until', { time: until })}`
}

function zoneOf({ start, zone }: EventTime, { say, now, locale }: Showing): string {
  if (zone === null) return say('own.floating')
  try {
    return sayZone(zone, epochOf(start!, zone), locale)
  } catch {
    return sayZone(zone, now, locale)
  }
}
