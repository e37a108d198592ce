import type { Finding } from '../../../domain/finding.ts'
import type { TimeContext } from '../../../time/read-time.ts'
import { yearIn } from '../../csv/above-in.ts'
import { attribute, type Element, isElement } from '../../post/markup/html-tree.ts'
import { settingIn } from '../../timetable/setting-of.ts'
import { clockFirst, type Setting, slotOf } from '../../timetable/slot.ts'
import { areOneMoment } from '../city-hours.ts'
import type { Page } from '../page.ts'
import { type Timetable, timetableOf } from './timetable.ts'
import { textOf, wordsOf } from './words-of.ts'

/**
 * Larger programmes are files, and read as such; so many headings and short lines are asked for their
 * day, and so many tables and lists for their hours.
 */
const mostSlots = 1000
const mostHeadings = 1000
const mostTables = 500

/**
 * What the tables and lists of a page tell hour by hour: tables of events, grids of rooms or days, definition lists,
 * lists in lists. Days and zones are those of the heading, caption or item around them.
 */
export function readProgramme(page: Page, context: TimeContext): Timetable {
  const found: Timetable = { events: [], sessions: [] }
  const short: Finding[] = []
  let setting: Setting = { zone: context.zone, base: page.base }
  let year: number | undefined
  let headings = 0
  let tables = 0
  for (const { element, aside } of page.elements) {
    if (aside || found.events.length + found.sessions.length >= mostSlots) continue
    const tag = element.tagName
    const own = year ? { ...context, year } : context
    if (/^(?:table|[dou]l)$/.test(tag) && tables++ >= mostTables) continue
    if (/^(?:h[1-6]|p|strong|summary)$/.test(tag)) {
      if (headings++ >= mostHeadings) continue
      const words = textOf(element)
      if (/^h/.test(tag)) year = yearIn([words]) ?? year
      if (/^h/.test(tag) || words.length < 60) setting = { ...setting, ...settingIn(words, own) }
    } else if (tag === 'table') {
      const { events, sessions } = timetableOf(element, setting, own)
      found.events.push(...events)
      found.sessions.push(...sessions)
    } else if (tag === 'dl') found.sessions.push(...definitions(element, setting))
    else if ((tag === 'ul' || tag === 'ol') && !isInItem(element))
      take(found, listed(element, setting, own, 0), short)
  }
  // Under one day three things are listed, under the next one or two.
  if (short.length > 0 && found.sessions.length + short.length >= 3)
    found.sessions = [...found.sessions, ...short].sort((a, b) => (a.start! < b.start! ? -1 : 1))
  return found
}

/** What one can go to by itself is an event; else it is a part of what the page is about. */
function take(found: Timetable, slots: Finding[], short: Finding[]): void {
  // One hour, as it is in many cities.
  if (areOneMoment(slots)) return
  const own = slots.filter(({ links }) =>
    links?.some(({ role }) => /^(?:registration|join|livestream)$/.test(role)),
  )
  if (own.length * 2 > slots.length) found.events.push(...slots)
  else if (slots.length >= 3) found.sessions.push(...slots)
  else short.push(...slots)
}

function definitions(list: Element, setting: Setting): Finding[] {
  const slots: Finding[] = []
  let told: ReturnType<typeof clockFirst> = null
  for (const child of list.childNodes.filter(isElement)) {
    if (child.tagName === 'dt') told = clockFirst(textOf(child))
    if (child.tagName !== 'dd' || !told || told.rest !== '') continue
    const slot = slotOf(wordsOf(child, setting.base), { clock: told.clock }, setting)
    if (slot) slots.push(slot)
    told = null
  }
  return slots.length > 1 ? slots : []
}

function listed(list: Element, setting: Setting, context: TimeContext, depth: number): Finding[] {
  const slots: Finding[] = []
  for (const item of list.childNodes.filter(isElement)) {
    if (item.tagName !== 'li' || slots.length >= mostSlots) continue
    const words = wordsOf(item, setting.base)
    const told = clockFirst(words.lines[0] ?? '')
    if (told) {
      const lines = [told.rest, ...words.lines.slice(1)].filter(Boolean)
      const slot = slotOf({ ...words, lines }, { clock: told.clock }, setting)
      if (slot) slots.push(slot)
      continue
    }
    const inner = item.childNodes.filter(isElement).filter(child => /^[uo]l$/.test(child.tagName))
    if (inner.length === 0 || depth > 3) continue
    const own = { ...setting, ...settingIn(words.lines.join(' '), context) }
    for (const one of inner) slots.push(...listed(one, own, context, depth + 1))
  }
  return slots
}

function isInItem(list: Element): boolean {
  const parent = list.parentNode
  return (
    parent !== null && 'tagName' in parent && parent.tagName === 'li' && attribute(parent, 'role') !== 'none'
  )
}
