import type { Window } from '../../domain/fifty-hours.ts'
import { type DayForm, sayDay, sayHour } from '../../time/say-time.ts'
import type { Axis, Shape } from './axis.ts'

/** The picture lies flat on a wide screen, its hours running as the page's language does; on a small one it stands, its hours running down. */
export type Lie = 'flat' | 'tall'

export type NameLook = {
  first: string
  last: string
  dir: 'ltr' | 'rtl'
  locale: string
  zone: string
}

/** Where a moment stands along the picture, in percent from where it begins. */
export function shareOf({ startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>, moment: number): number {
  const share = ((moment - startsAt) / (endsAt - startsAt)) * 100
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100
}

/** The names of days and hours beside the picture: below it where it lies, before it where it stands. */
export function nameShapes(axis: Axis, window: Window, look: NameLook, lie: Lie): Shape[] {
  return lie === 'flat' ? flatNames(axis, window, look) : tallNames(axis, window, look)
}

function flatNames({ days, hours }: Axis, window: Window, look: NameLook): Shape[] {
  const { dir, locale, zone } = look
  const x = (moment: number) => `${dir === 'rtl' ? 100 - shareOf(window, moment) : shareOf(window, moment)}%`
  const aside = dir === 'rtl' ? -6 : 6
  const isCrowded = days.length > mostFlatDays
  const shapes: Shape[] = []
  for (const [index, { day, from, to }] of days.entries()) {
    const form = flatForm((to - from) / (window.endsAt - window.startsAt), days.length, index)
    if (form === null || (isCrowded && shareOf(window, from) > 88)) continue
    const attributes = {
      class: `day${lit(day, look)}`,
      x: x(from),
      dx: aside,
      y: '100%',
      dy: isCrowded ? '-1.9em' : '-.6em',
    }
    shapes.push({ name: 'text', attributes, text: sayDay(day, form, locale) })
  }
  if (isCrowded || window.hours > 200) return shapes
  for (const { at, midnight } of hours) {
    const share = shareOf(window, at)
    if (share < 2.5 || share > 97.5) continue
    const attributes = {
      class: midnight ? 'first' : 'hour',
      x: x(at),
      dx: midnight ? aside : 0,
      y: '100%',
      dy: '-2em',
    }
    shapes.push({ name: 'text', attributes, text: sayHour(at, zone, locale) })
  }
  return shapes
}

const mostFlatDays = 8

/** How a day is called in its share of the picture; where there are many, not every one is. */
function flatForm(share: number, days: number, index: number): DayForm | null {
  if (days > mostFlatDays) return index % Math.ceil(days / 6) === 1 ? 'short' : null
  if (share < 0.1) return null
  if (share < 0.17) return 'tiny'
  return share < 0.28 ? 'short' : 'long'
}

/** A midnight is called by the day that begins with it. */
function tallNames({ days, hours }: Axis, window: Window, look: NameLook): Shape[] {
  const { dir, locale, zone } = look
  const beside = dir === 'rtl' ? { x: '100%', dx: -10 } : { x: 0, dx: 10 }
  const stride = Math.ceil(days.length / 16)
  const shapes: Shape[] = []
  for (const [index, { day, from, to }] of days.entries()) {
    const isPart = index === 0 && from === window.startsAt
    if (isPart && (to - from) / (window.endsAt - window.startsAt) < 0.08) continue
    if (index % stride !== 0) continue
    const attributes = {
      class: `day${lit(day, look)}`,
      ...beside,
      y: `${shareOf(window, from)}%`,
      dy: isPart ? '1.1em' : '.35em',
    }
    shapes.push({ name: 'text', attributes, text: sayDay(day, 'tiny', locale) })
  }
  for (const { at, midnight } of hours) {
    const share = shareOf(window, at)
    // What begins the picture is called by its day.
    if (midnight || share < 5.5 || share > 98) continue
    const attributes = { class: 'hour', ...beside, y: `${share}%`, dy: '.35em' }
    shapes.push({ name: 'text', attributes, text: sayHour(at, zone, locale) })
  }
  return shapes
}

function lit(day: string, { first, last }: NameLook): string {
  return day >= first && day <= last ? ' lit' : ''
}

/** Where the words of the now-line stand: beside it, and on its other side in the later half, so that they are never cut. */
export function besideNow(
  window: Pick<Window, 'startsAt' | 'endsAt'>,
  now: number,
  dir: 'ltr' | 'rtl',
  lie: Lie,
): Record<'x' | 'y' | 'dx' | 'dy' | 'text-anchor', string | number> {
  const share = shareOf(window, now)
  const away = dir === 'rtl' ? -8 : 8
  if (lie === 'tall')
    return {
      x: dir === 'rtl' ? 0 : '100%',
      y: `${share}%`,
      dx: -away,
      dy: share < 5 ? '1.2em' : '-.45em',
      'text-anchor': 'end',
    }
  const isLate = share > 50
  return {
    x: `${dir === 'rtl' ? 100 - share : share}%`,
    y: 0,
    dx: isLate ? -away : away,
    dy: '1.2em',
    'text-anchor': isLate ? 'end' : 'start',
  }
}
