import type { Window } from '../../domain/fifty-hours.ts'
import { dayOf, epochOfWall, nextMidnight, startOfDay } from '../../time/days.ts'
import { type DayForm, sayDay, sayHour } from '../../time/say-time.ts'

/** The days and hours of a zone along a window: what stands under the picture, on the server and in the browser. */
export type Axis = { days: AxisDay[]; hours: AxisHour[] }
/** A day's part of the window, and the whole day, in epoch milliseconds. */
type AxisDay = { day: string; from: number; to: number; startsAt: number; endsAt: number }
type AxisHour = { at: number; midnight: boolean }

export function axisOf(window: Window, zone: string): Axis {
  const days: AxisDay[] = []
  const hours: AxisHour[] = []
  const step = window.hours <= 80 ? 6 : window.hours <= 200 ? 12 : 24
  for (let at = window.startsAt; at < window.endsAt; ) {
    const day = dayOf(at, zone)
    const endsAt = nextMidnight(at, zone)
    const startsAt = startOfDay(day, zone)
    days.push({ day, from: at, to: Math.min(endsAt, window.endsAt), startsAt, endsAt })
    for (let hour = 0; hour < 24; hour += step) {
      const wall = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
      const moment = hour === 0 ? startsAt : epochOfWall(wall, zone)
      if (moment >= window.startsAt && moment < window.endsAt)
        hours.push({ at: moment, midnight: hour === 0 })
    }
    at = endsAt
  }
  return { days, hours }
}

/** Where moments stand in the picture, in percent of its width, from the side on which the page's language begins. */
export type Scale = {
  at: (moment: number) => number
  bar: (from: number, to: number) => { x: string; width: string }
}

export function scaleOf(window: Pick<Window, 'startsAt' | 'endsAt'>, dir: 'ltr' | 'rtl'): Scale {
  const length = window.endsAt - window.startsAt
  const share = (moment: number) => Math.min(100, Math.max(0, ((moment - window.startsAt) / length) * 100))
  const at = (moment: number) => round(dir === 'rtl' ? 100 - share(moment) : share(moment))
  return {
    at,
    bar: (from, to) => {
      const width = round(share(to) - share(from))
      return { x: `${dir === 'rtl' ? round(at(from) - width) : at(from)}%`, width: `${width}%` }
    },
  }
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100
}

/** An element of the picture as plain data: the server writes it, the script draws it again in another zone. */
export type AxisShape = {
  name: string
  attributes: Record<string, string | number>
  text?: string
  children?: AxisShape[]
}

type Look = { floor: number; first: string; last: string; dir: 'ltr' | 'rtl'; locale: string; zone: string }

/** The sky of each day, its name, and the hours; the days of the observance are lit. `floor`: where the bars stand. */
export function axisShapes(axis: Axis, window: Pick<Window, 'startsAt' | 'endsAt'>, look: Look): AxisShape[] {
  const { floor, dir, locale, zone } = look
  const { at, bar } = scaleOf(window, dir)
  const aside = dir === 'rtl' ? -6 : 6
  const shapes: AxisShape[] = []
  const isCrowded = axis.days.length > 7
  for (const [index, { day, from, to, startsAt, endsAt }] of axis.days.entries()) {
    const lit = day >= look.first && day <= look.last ? ' lit' : ''
    const sky = {
      name: 'rect',
      attributes: { ...skyOf(from, to, startsAt, endsAt, dir), height: floor, fill: 'url(#sky)' },
    }
    shapes.push({
      name: 'svg',
      attributes: { ...bar(from, to), height: floor, class: `sky${lit}` },
      children: [sky],
    })
    const share = (to - from) / (window.endsAt - window.startsAt)
    const form = formOf(share, axis.days.length, index)
    if (form === null) continue
    // On a small screen only names that have room are shown.
    const isSlim = isCrowded ? index % (2 * strideOf(axis.days.length)) !== 0 : share < (leastSlim[form] ?? 0)
    const name = (form: DayForm, size: string) => ({
      name: 'text',
      attributes: {
        x: `${at(from)}%`,
        dx: aside,
        y: floor + (isCrowded ? 17 : 36),
        class: `day${lit}${size}`,
      },
      text: sayDay(day, form, locale),
    })
    shapes.push(name(form, isSlim ? ' brief' : ''))
    if (form === 'long' && isSlim) shapes.push(name('short', ' slim'))
  }
  for (const { at: moment, midnight } of axis.hours) {
    const x = `${at(moment)}%`
    shapes.push({
      name: 'line',
      attributes: {
        x1: x,
        x2: x,
        y1: 0,
        y2: floor + (midnight ? 40 : 4),
        class: midnight ? 'midnight' : 'tick',
      },
    })
    if (isCrowded || at(moment) < 2.5 || at(moment) > 97.5) continue
    const text = sayHour(moment, zone, locale)
    const isBetween = Number(sayHour(moment, zone, 'en')) % 12 !== 0
    const size = midnight
      ? ' first'
      : isBetween && window.endsAt - window.startsAt > 60 * hourMs
        ? ' brief'
        : ''
    shapes.push({
      name: 'text',
      attributes: { x, dx: midnight ? aside : 0, y: floor + 17, class: `hour${size}` },
      text,
    })
  }
  return shapes
}

const hourMs = 3_600_000

/** The share of the picture that a name of a day needs on a small screen. */
const leastSlim: Partial<Record<DayForm, number>> = { long: 0.42, short: 0.2, tiny: 0.12 }

/** Every how manieth day is called by its name. */
function strideOf(days: number): number {
  return Math.ceil(days / 7)
}

/** How a day is called in its share of the picture; where there are many, not every one is. */
function formOf(share: number, days: number, index: number): DayForm | null {
  if (days > 7) return share < 0.02 || index % strideOf(days) ? null : 'tiny'
  if (share < 0.1) return null
  if (days > 4) return 'tiny'
  return share < 0.3 ? 'short' : 'long'
}

/** A whole day's sky, of which the window shows a part. */
function skyOf(from: number, to: number, startsAt: number, endsAt: number, dir: 'ltr' | 'rtl') {
  const percent = (value: number) => `${Math.round((value / (to - from)) * 1000) / 10}%`
  return { x: percent(dir === 'rtl' ? to - endsAt : startsAt - from), width: percent(endsAt - startsAt) }
}

/** On which side of the now-line its words stand: after it, and before it in the later half, so that they are never cut. */
export function besideNow(at: number, dir: 'ltr' | 'rtl'): { dx: number; 'text-anchor': 'start' | 'end' } {
  const isLate = dir === 'rtl' ? at < 50 : at > 50
  const away = dir === 'rtl' ? -6 : 6
  return isLate ? { dx: -away, 'text-anchor': 'end' } : { dx: away, 'text-anchor': 'start' }
}
