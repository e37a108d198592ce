import type { Window } from '../../domain/fifty-hours.ts'
import { type Reckoning, spanOf } from '../../domain/phase.ts'
import { readWaking, usualWaking } from '../../domain/waking.ts'
import { clockChanges, dayOf } from '../../time/days.ts'
import { cityOf, sayClock, sayDay, sayZone } from '../../time/say-time.ts'
import { axisOf, groundShapes, minutesIn, type Shape } from '../ui/axis.ts'
import { besideNow, nameShapes } from '../ui/axis-names.ts'
import { fill, mostPlaces } from '../ui/when.ts'
import { entryOf } from './entries.ts'
import { isCityCalled } from './own-city.ts'
import type { PageState } from './state.ts'

const svg = 'http://www.w3.org/2000/svg'
const lies = ['flat', 'tall'] as const

/** Draws days and hours of a picture again, in the reader's zone, with the same shapes as the server. */
export function drawAxis(figure: HTMLElement, state: PageState, now: number): void {
  const window = windowIn(figure)
  const { first = '', last = '', awake = '' } = figure.dataset
  const axis = axisOf(window, state.zone, readWaking(awake) ?? usualWaking)
  const look = { first, last, dir: state.dir, locale: state.locale, zone: state.zone }
  draw(figure.querySelector('.ground'), groundShapes(axis, window, look))
  for (const lie of lies) draw(figure.querySelector(`.names.${lie} g`), nameShapes(axis, window, look, lie))
  moveFloating(figure, window, { zone: state.zone, assumedMinutes: state.words.assumed })
  moveNow(figure, state, now)
}

/**
 * Whether the reader's own clocks change in these days. Where others change with them, as the server told, they are told
 * together, as it would have told them.
 */
export function tellClocks(
  figure: HTMLElement,
  { zone, locale, words }: PageState,
  isCalled = isCityCalled(zone, locale),
): void {
  const { startsAt, endsAt } = windowIn(figure)
  const line = document.querySelector<HTMLElement>('[data-own-clocks]')
  const place = cityOf(zone, locale)
  const [change] = clockChanges(startsAt, endsAt, zone)
  if (!line || !place || !change) return
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const tell = (places: string[]) =>
    fill(words.say[change.by > 0 ? 'clocks.forward' : 'clocks.back'], {
      places: list.format(places.map(each => `\u2068${each}\u2069`)),
      day: sayDay(dayOf(change.at, zone), 'long', locale),
    })
  for (const other of document.querySelectorAll('.clocks:not([data-own-clocks])')) {
    const places = Array.from(other.textContent.matchAll(/\u2068(.*?)\u2069/g), ([, name]) => name!)
    if (other.textContent !== tell(places)) continue
    // What it is called here may still be unknown, and stand there already.
    if (isCalled && !places.includes(place)) other.textContent = tell([place, ...places].slice(0, mostPlaces))
    return
  }
  line.textContent = tell([place])
  line.hidden = false
}

/** Puts the now-line where the moment is. */
export function moveNow(figure: HTMLElement, state: PageState, now: number): void {
  const window = windowIn(figure)
  const visibility = now >= window.startsAt && now < window.endsAt ? 'visible' : 'hidden'
  const minutes = minutesIn(window, now)
  set(figure.querySelector('g.now'), { visibility })
  set(figure.querySelector('.now line'), { x1: minutes, x2: minutes })
  if (visibility === 'hidden') {
    for (const lie of lies) set(figure.querySelector(`.names.${lie} .now`), { visibility })
    return
  }
  const words = fill(state.words.say['picture.now'], {
    time: sayClock(now, state.zone, state.locale),
    zone: sayZone(state.zone, now, state.locale),
  })
  for (const lie of lies) {
    const text = figure.querySelector(`.names.${lie} .now`)
    set(text, { visibility, ...besideNow(window, now, state.dir, lie) })
    if (text) text.textContent = words
  }
}

/** What is at the same local time everywhere is at another moment for this reader. */
function moveFloating(figure: HTMLElement, window: Window, reckoning: Reckoning): void {
  for (const bar of figure.querySelectorAll<HTMLElement>('.bars > a[data-t*=",1,"]')) {
    const span = spanOf(entryOf(bar), reckoning)
    if (span) set(bar.querySelector('rect'), { x: minutesIn(window, span.start) })
  }
}

function windowIn(figure: HTMLElement): Window {
  const { from, to, hours } = figure.dataset
  return { startsAt: Number(from), endsAt: Number(to), hours: Number(hours) }
}

function draw(group: Element | null, shapes: Shape[]): void {
  group?.replaceChildren(
    ...shapes.map(({ name, attributes, text }) => {
      const element = document.createElementNS(svg, name)
      set(element, attributes)
      if (text !== undefined) element.textContent = text
      return element
    }),
  )
}

function set(element: Element | null, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, String(value))
}
