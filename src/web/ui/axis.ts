import type { Window } from '../../domain/fifty-hours.ts'
import { type Waking, wakingSpans } from '../../domain/waking.ts'
import { dayOf, epochOfWall, nextMidnight, startOfDay } from '../../time/days.ts'

/** The days and hours of a zone along a window, and when its reader is awake, in epoch milliseconds. */
export type Axis = {
  days: AxisDay[]
  hours: AxisHour[]
  awake: { day: string; start: number; end: number }[]
}
/** A day's part of the window. */
type AxisDay = { day: string; from: number; to: number }
type AxisHour = { at: number; midnight: boolean }

export function axisOf(window: Window, zone: string, waking: Waking): Axis {
  const days: AxisDay[] = []
  const hours: AxisHour[] = []
  const step = stepOf(window.hours)
  for (let at = window.startsAt; at < window.endsAt; ) {
    const day = dayOf(at, zone)
    const endsAt = nextMidnight(at, zone)
    days.push({ day, from: at, to: Math.min(endsAt, window.endsAt) })
    for (let hour = 0; hour < 24; hour += step) {
      const wall = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
      const moment = hour === 0 ? startOfDay(day, zone) : epochOfWall(wall, zone)
      if (moment >= window.startsAt && moment < window.endsAt)
        hours.push({ at: moment, midnight: hour === 0 })
    }
    at = endsAt
  }
  return { days, hours, awake: wakingSpans(window.startsAt, window.endsAt, zone, waking) }
}

/** Every how manieth hour is called, so that there is room between them. */
function stepOf(hours: number): number {
  if (hours <= 80) return 6
  return hours <= 200 ? 12 : 24
}

/** Minutes since the window began: the one measure of the picture, along which everything in it is drawn. */
export function minutesIn({ startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>, moment: number): number {
  return Math.round((Math.min(endsAt, Math.max(startsAt, moment)) - startsAt) / 60_000)
}

/** An element of the picture as plain data: the server writes it, the script draws it again in another zone. */
export type Shape = {
  name: 'rect' | 'line' | 'text'
  attributes: Record<string, string | number>
  text?: string
}

/** The days of the observance itself, for every reader their own. */
type Observed = { first: string; last: string }

/** Behind the bars: the hours in which the reader is awake, brighter on their own days, and where hours and days begin. */
export function groundShapes(axis: Axis, window: Window, { first, last }: Observed): Shape[] {
  const at = (moment: number) => minutesIn(window, moment)
  const lit = (day: string) => (day >= first && day <= last ? ' lit' : '')
  const days = axis.days
    .filter(({ day }) => lit(day))
    .map(
      ({ from, to }): Shape => ({
        name: 'rect',
        attributes: { class: 'own', x: at(from), width: at(to) - at(from), height: 1 },
      }),
    )
  const bases = axis.days
    .filter(({ day }) => lit(day))
    .map(({ from, to }): Shape => ({ name: 'line', attributes: { class: 'base', x1: at(from), x2: at(to) } }))
  const skies = axis.awake.map(
    ({ day, start, end }): Shape => ({
      name: 'rect',
      attributes: { class: `awake${lit(day)}`, x: at(start), width: at(end) - at(start), height: 1 },
    }),
  )
  const lines = axis.hours.map(
    ({ at: moment, midnight }): Shape => ({
      name: 'line',
      attributes: { class: midnight ? 'midnight' : 'tick', x1: at(moment), x2: at(moment), y2: 1 },
    }),
  )
  return [...days, ...skies, ...lines, ...bases]
}
