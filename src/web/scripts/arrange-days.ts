import { daysOf, hoursOf } from '../../domain/agenda.ts'
import { sayDay, sayDayOf } from '../../time/say-time.ts'
import { sayHourOf } from '../ui/say-hour-of.ts'
import { continuedLine, place } from './arrange.ts'
import { entryOf } from './entries.ts'
import type { PageState } from './state.ts'

/** Puts the rows of the view by day under the days and hours of the reader's zone; when all of the page is read. */
export function arrangeDays(state: PageState, now: number): void {
  const list = document.querySelector<HTMLElement>('[data-agenda]')
  if (!list) return
  const { zone, locale, words } = state
  const rows = [...list.querySelectorAll<HTMLElement>('.entry[data-t]')]
  const { days } = daysOf(rows.map(entryOf), now, { zone, assumedMinutes: words.assumed })
  const told = new Set<HTMLElement>()
  const parts = days.map(each => {
    const { day } = each
    const part = partOf(list, day, sayDayOf(day, words.year, locale))
    const inner = part.lastElementChild as HTMLElement
    const wanted: HTMLElement[] = []
    for (const { hour, items } of hoursOf(each, zone)) {
      if (hour !== null) wanted.push(hourHeading(inner, day, hour, locale))
      for (const item of items) {
        const { row } = item.entry
        wanted.push(item.continued && told.has(row) ? continuedLine(inner, day, item, state) : row)
        told.add(row)
      }
    }
    place(inner, wanted)
    return part
  })
  place(list, parts)
}

/** The part of a day that is there already, or a new one like it. */
function partOf(list: HTMLElement, day: string, text: string): HTMLElement {
  const known = list.querySelector<HTMLElement>(`:scope > [data-day="${day}"]`)
  if (known) return known
  const part = item('day', document.createElement('h2'), text)
  part.dataset.day = day
  part.id = `on-${day}`
  part.append(document.createElement('ol'))
  return part
}

function hourHeading(list: HTMLElement, day: string, hour: number, locale: string): HTMLElement {
  const name = `${day} ${hour}`
  const known = list.querySelector<HTMLElement>(`:scope > [data-hour="${name}"]`)
  if (known) return known
  const head = document.createElement('h3')
  const part = item('hour', head, `${sayHourOf(day, hour, locale)} `)
  part.dataset.hour = name
  const aside = document.createElement('span')
  aside.textContent = sayDay(day, 'short', locale)
  head.append(aside)
  return part
}

function item(name: string, head: HTMLElement, text: string): HTMLElement {
  const part = document.createElement('li')
  part.className = name
  head.textContent = text
  part.append(head)
  return part
}
