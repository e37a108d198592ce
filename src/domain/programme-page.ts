import { addDays, dayOf } from '../time/days.ts'
import { agendaOf } from './agenda.ts'
import type { Entry } from './entry.ts'
import { type Reckoning, spanOf, timedOf } from './phase.ts'

/** So many entries are on one page: more take long to send, and longer to read. */
export const mostOnPage = 400

/** A part of a long programme: a day of it, or its first, second … page. */
export type ProgrammePart = { day: string | null; page: number }

export type PagedProgramme = {
  /** In the order in which the page shows them. */
  entries: Entry[]
  /** Where `entries` begins among them all, and how many there are. */
  from: number
  count: number
  page: number
  pages: number
  day: string | null
  /** Every day in the reader's zone on which something is, with how much; empty where all is on one page. */
  days: { day: string; count: number }[]
}

/**
 * A long programme by pages. By time (`now`), the first one begins with what is on and next, whatever the hour; days can
 * be asked for one by one. By day, pages follow the calendar; as told, the story.
 *
 * @param wished what was asked for; a page that there is none of is the last, a day without anything is none
 */
export function pageOfProgramme(
  entries: readonly Entry[],
  wished: ProgrammePart,
  { order, now, reckoning }: { order: 'now' | 'days' | 'story'; now: number; reckoning: Reckoning },
): PagedProgramme {
  const isLong = entries.length > mostOnPage
  const days = isLong && order !== 'story' ? daysOf(entries, reckoning) : []
  const day = days.some(each => each.day === wished.day) ? wished.day : null
  const ordered =
    !isLong || order === 'story'
      ? [...entries]
      : inOrder(entries, order === 'now' ? now : Number.NEGATIVE_INFINITY, reckoning)
  const chosen = day === null ? ordered : ordered.filter(entry => isOnDay(entry, day, reckoning))
  const pages = Math.max(1, Math.ceil(chosen.length / mostOnPage))
  const page = Math.min(Math.max(1, wished.page), pages)
  const from = (page - 1) * mostOnPage
  return {
    entries: chosen.slice(from, from + mostOnPage),
    from,
    count: chosen.length,
    page,
    pages,
    day,
    days,
  }
}

/** On, next, later, what has no time, over: as the agenda has it, each once. */
function inOrder(entries: readonly Entry[], now: number, reckoning: Reckoning): Entry[] {
  const agenda = agendaOf(entries, now, reckoning)
  const dayly = (days: typeof agenda.later) => days.flatMap(({ items }) => items.map(({ entry }) => entry))
  const items = [...agenda.on, ...agenda.next].map(({ entry }) => entry)
  return [
    ...new Set([
      ...items,
      ...dayly(agenda.later),
      ...agenda.anytime,
      ...agenda.notTold,
      ...dayly(agenda.over),
    ]),
  ]
}

/** An entry that lasts longer stands on its first day only, as in the agenda. */
const mostDays = 31

function daysOf(entries: readonly Entry[], reckoning: Reckoning): PagedProgramme['days'] {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const [first, last] = daySpan(entry, reckoning) ?? []
    if (first === undefined || last === undefined) continue
    for (let day = first; day <= last; day = addDays(day, 1)) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function isOnDay(entry: Entry, day: string, reckoning: Reckoning): boolean {
  const [first, last] = daySpan(entry, reckoning) ?? []
  return first !== undefined && last !== undefined && first <= day && day <= last
}

function daySpan(entry: Entry, reckoning: Reckoning): [string, string] | null {
  const span = spanOf(timedOf(entry), reckoning)
  if (!span) return null
  const first = dayOf(span.start, reckoning.zone)
  const last = span.assumed || span.end === span.start ? first : dayOf(span.end - 1, reckoning.zone)
  return last > addDays(first, mostDays) ? [first, first] : [first, last]
}
