import { type AgendaDay, type AgendaItem, agendaOf } from '../../domain/agenda.ts'
import { dayOf } from '../../time/days.ts'
import { sayClock, sayDay, sayDayOf } from '../../time/say-time.ts'
import { fill } from '../ui/when.ts'
import { entryOf, type ShownEntry } from './entries.ts'
import type { PageState } from './state.ts'

type Item = AgendaItem<ShownEntry>

const sections = ['on', 'next', 'later', 'over'] as const

/**
 * Puts the rows of the page into the order and under the days that the agenda gives them. Rows that are right
 * already are not touched, so that nothing is drawn twice.
 *
 * @param whole false while the page is still being read: rows stay in their sections then, some of which are not
 * there yet, and only days are set right
 */
export function arrange(state: PageState, now: number, whole: boolean): void {
  for (const _ of arranging(state, now, whole));
}

/** The same, of which what is said of days may be done in parts: rows are moved all at once. */
export function* arranging(state: PageState, now: number, whole: boolean): Generator<void> {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-section] > ol > .entry[data-t]')]
  if (rows.length === 0) return
  const agenda = agendaOf(rows.map(entryOf), now, { zone: state.zone, assumedMinutes: state.words.assumed })
  const rowOf = (item: Item) => item.entry.row

  for (const name of sections) {
    const list = document.querySelector<HTMLElement>(`[data-section=${name}] > ol`)
    if (!list) continue
    const wanted: HTMLElement[] = []
    if (name === 'on' || name === 'next') wanted.push(...agenda[name].map(rowOf))
    else
      for (const { day, items } of agenda[name])
        wanted.push(dayHeading(list, day, state), ...lines(day, items, wanted, list))
    place(list, whole ? wanted : wanted.filter(node => node.parentNode === list || !node.matches('.entry')))
  }
  for (const list of document.querySelectorAll<HTMLElement>('[data-section] > ol')) count(list)
  for (const name of sections) {
    const isHeaded = name === 'later' || name === 'over'
    for (const item of itemsIn(agenda[name])) {
      yield
      hintDay(rowOf(item), item.span.start, isHeaded, now, state)
      if (whole) standBelow(rowOf(item), isHeaded ? 'h3' : 'h2')
    }
  }

  /** Under its first day the entry itself, under the days after it a line that leads to it. */
  function lines(day: string, items: Item[], before: HTMLElement[], list: HTMLElement): HTMLElement[] {
    const found: HTMLElement[] = []
    for (const item of items) {
      const row = rowOf(item)
      found.push(item.continued && before.includes(row) ? continuedLine(list, day, item, state) : row)
    }
    return found
  }
}

function itemsIn(part: Item[] | AgendaDay<ShownEntry>[]): Item[] {
  return part.flatMap(each => ('items' in each ? each.items : [each]))
}

export function place(list: HTMLElement, wanted: HTMLElement[]): void {
  let next = list.firstElementChild
  for (const node of wanted) {
    if (node === next) next = next.nextElementSibling
    else list.insertBefore(node, next)
  }
  // What is left over are rows of another section, which takes them, and headings that nothing stands under.
  while (next) {
    const left = next
    next = next.nextElementSibling
    if (!left.matches('.entry')) left.remove()
  }
}

function count(list: HTMLElement): void {
  const section = list.parentElement!
  const entries = list.querySelectorAll(':scope > .entry').length
  section.hidden = entries === 0
  // The screen of a hall shows some of them and tells how many there are.
  if ('kiosk' in document.documentElement.dataset) return
  const small = section.querySelector('small')
  if (small && small.textContent !== String(entries) && document.readyState !== 'loading')
    small.textContent = String(entries)
}

function dayHeading(list: HTMLElement, day: string, { words, locale }: PageState): HTMLElement {
  const known = list.querySelector<HTMLElement>(`:scope > [data-day="${day}"]`)
  if (known) return known
  const heading = document.createElement('li')
  heading.className = 'day'
  heading.dataset.day = day
  heading.append(document.createElement('h3'))
  heading.firstElementChild!.textContent = sayDayOf(day, words.year, locale)
  return heading
}

export function continuedLine(
  list: HTMLElement,
  day: string,
  { entry, span }: Item,
  { words, zone, locale }: PageState,
): HTMLElement {
  const known = list.querySelector<HTMLElement>(
    `:scope > [data-of="${CSS.escape(entry.slug)}"][data-on="${day}"]`,
  )
  // As the server wrote it, it is said in the zone of the page.
  if (known && (known.dataset.zone ?? document.documentElement.dataset.zone) === zone) return known
  const line = known ?? document.createElement('li')
  const link = known?.querySelector('a') ?? document.createElement('a')
  const title = entry.row.querySelector('bdi')?.textContent ?? ''
  const text = fill(words.say['entry.continues'], { title, time: sayClock(span.end, zone, locale) })
  if (link.textContent !== text) link.textContent = text
  line.dataset.zone = zone
  if (known) return known
  line.className = 'still'
  line.dataset.of = entry.slug
  line.dataset.on = day
  link.href = `#${entry.slug}`
  line.append(link)
  return line
}

/** A row that moved to a section without days, or to one with them, has a title of another level. */
function standBelow(row: HTMLElement, heading: 'h2' | 'h3'): void {
  const wanted = heading === 'h2' ? 'h3' : 'h4'
  const title = row.querySelector('.what > :is(h3, h4)')
  if (!title || title.localName === wanted) return
  const other = document.createElement(wanted)
  other.append(...title.childNodes)
  title.replaceWith(other)
}

/** Where no heading says the day of an entry and it is not today, its row says it. */
function hintDay(
  row: HTMLElement,
  start: number,
  isHeaded: boolean,
  now: number,
  { zone, locale }: PageState,
): void {
  // The browser may have read no more of the row yet than where it begins.
  const when = row.querySelector('.when')
  if (!when) return
  const known = when.querySelector('.on-day')
  const day = dayOf(start, zone)
  if (isHeaded || day === dayOf(now, zone)) known?.remove()
  else {
    const hint = known ?? when.insertBefore(document.createElement('span'), when.firstChild)
    hint.className = 'on-day'
    const text = sayDay(day, 'short', locale)
    if (hint.textContent !== text) hint.textContent = text
  }
}
