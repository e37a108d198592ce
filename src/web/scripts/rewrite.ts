import { dayOf } from '../../time/days.ts'
import {
  sayBriefly,
  sayClock,
  sayDay,
  sayMoment,
  sayOffset,
  sayZone,
  sayZoneInWords,
} from '../../time/say-time.ts'
import { isOtherDay, sayBeside, sayEnd, sayOwn } from '../ui/when.ts'
import type { PageState } from './state.ts'

/** Says every time inside an element again, in the reader's zone. */
export function rewriteTimes(root: ParentNode, state: PageState): void {
  const { zone, locale, words } = state
  // A day by itself is the same for every reader.
  for (const time of root.querySelectorAll('time[datetime*=T]')) {
    if (time.hasAttribute('data-floating')) continue
    const at = Date.parse(time.getAttribute('datetime')!)
    if (time.classList.contains('brief')) say(time, sayBriefly(at, zone, locale))
    else if (time.classList.contains('moment')) sayWhole(time as HTMLElement, sayMoment(at, zone, locale))
    else if (!time.classList.contains('end')) {
      say(time, sayClock(at, zone, locale))
      const own = time.parentElement!.querySelector<HTMLElement>('[data-own]')
      const [, wall = '', place = ''] = /^(\S+) (.*)$/.exec(own?.dataset.own ?? '') ?? []
      if (own) {
        // Of two places that stand here by name, the organiser's need not be called again.
        own.hidden = 'two' in document.documentElement.dataset && sayZone(zone, at, locale) === place
        say(own, own.hidden ? '' : sayOwn(words.time, { wall, place }, at, zone, locale))
        own.classList.toggle('elsewhen', isOtherDay({ wall }, at, zone))
      }
      sayBesideIn(time.parentElement!, at, state)
      const day = time.parentElement!.querySelector('.on-day')
      if (day) say(day, sayDay(dayOf(at, zone), 'short', locale))
      const date = time.closest('.one')?.querySelector('.day-of')
      if (date) say(date, sayDay(dayOf(at, zone), 'full', locale))
    } else {
      const start = time.closest('.entry')?.querySelector('.when time')?.getAttribute('datetime')
      say(time, sayEnd(words.time, start ? Date.parse(start) : at, at, zone, locale))
    }
  }
  for (const name of root.querySelectorAll('[data-zone-name]')) say(name, sayZone(zone, words.now, locale))
  const offset = sayOffset(words.now, zone)
  for (const place of root.querySelectorAll('[data-zone-offset]'))
    say(place, offset === sayZone(zone, words.now, locale) ? '' : offset)
  for (const clocks of root.querySelectorAll('[data-zone-words]'))
    say(clocks, sayZoneInWords(zone, words.now, locale) ?? '')
}

/** Says again what the reader's own city is called, where it was called otherwise until now. */
export function renameCity(former: string, { zone, locale, words }: PageState): void {
  const name = sayZone(zone, words.now, locale)
  for (const place of document.querySelectorAll('[data-zone-name]')) say(place, name)
  for (const line of document.querySelectorAll('.clocks'))
    say(line, line.textContent.replace(`\u2068${former}\u2069`, `\u2068${name}\u2069`))
}

function sayBesideIn(when: Element, at: number, { zone, locale }: PageState): void {
  const cell = when.querySelector<HTMLElement>('[data-beside]')
  if (!cell) return
  const { clock, name } = sayBeside(at, cell.dataset.beside!, zone, locale)
  say(cell.firstElementChild!, clock)
  say(cell.lastElementChild!, name)
}

/** Where `… ago` is said instead, it is there for whoever points at it. */
function sayWhole(time: HTMLElement, words: string): void {
  if (time.title) time.title = words
  else say(time, words)
}

function say(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words
}
