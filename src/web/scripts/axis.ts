import { sayClock, sayZone } from '../../time/say-time.ts'
import { type AxisShape, axisOf, axisShapes, besideNow, scaleOf } from '../ui/axis.ts'
import { fill } from '../ui/when.ts'
import type { PageState } from './state.ts'

const svg = 'http://www.w3.org/2000/svg'

/** Draws days and hours under a picture again, in the reader's zone, with the same shapes as the server. */
export function drawAxis(figure: HTMLElement, state: PageState, now: number): void {
  const axis = figure.querySelector('.axis')
  const { from, to, hours, first = '', last = '' } = figure.dataset
  if (!axis) return
  const window = { startsAt: Number(from), endsAt: Number(to), hours: Number(hours) }
  const floor = Number(axis.getAttribute('data-floor'))
  const shapes = axisShapes(axisOf(window, state.zone), window, {
    floor,
    first,
    last,
    dir: state.dir,
    locale: state.locale,
    zone: state.zone,
  })
  axis.replaceChildren(...shapes.map(elementOf))
  moveNow(figure, state, now)
}

/** Puts the now-line where the moment is. */
export function moveNow(figure: HTMLElement, state: PageState, now: number): void {
  const line = figure.querySelector('.now line')
  const { from, to } = figure.dataset
  if (!line) return
  const isInside = now >= Number(from) && now < Number(to)
  line.parentElement!.setAttribute('visibility', isInside ? 'visible' : 'hidden')
  const x = scaleOf({ startsAt: Number(from), endsAt: Number(to) }, state.dir).at(now)
  for (const name of ['x1', 'x2']) line.setAttribute(name, `${x}%`)
  const values = { time: sayClock(now, state.zone, state.locale), zone: sayZone(state.zone, now) }
  for (const text of figure.querySelectorAll('.now text')) {
    text.setAttribute('x', `${x}%`)
    for (const [name, value] of Object.entries(besideNow(x, state.dir)))
      text.setAttribute(name, String(value))
    text.textContent = fill(
      state.words.say[text.matches('.wide') ? 'picture.now' : 'picture.now.brief'],
      values,
    )
  }
}

function elementOf({ name, attributes, text, children }: AxisShape): Element {
  const element = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.textContent = text
  element.append(...(children ?? []).map(elementOf))
  return element
}
