import type { Finding } from '../../domain/finding.ts'
import { findTimes } from '../../time/find-times.ts'
import { zoneOfPlace } from '../../time/places.ts'
import { textInside } from '../post/markup/html-tree.ts'
import { zonedInstant } from '../zoned-time.ts'
import type { Page } from './page.ts'
import type { PageWords } from './page-words.ts'
import { saysOnline } from './place.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import type { TimeClues } from './zone-of-moment.ts'

/**
 * An event on Facebook shows nothing to who is not signed in but one sentence: "Event in Geneva by Example Group on
 * Friday, December 18 2020"; the hour stands in the data that its scripts bring along, as a moment.
 */
export function readSocialEvent(page: Page, words: PageWords, clues: TimeClues): Finding | null {
  if (!/^https?:\/\/(?:[\w-]+\.)?facebook\.com\/events\//.test(page.url ?? '')) return null
  const { title, summary } = words
  const bare = summary?.replace(/\s+with [\d.,KM]+ (?:people|person)\b.*$/iu, '')
  const told = /^(?:\p{L}+ )?event(?: in (.+?))?(?: by (.+?))? on (.+)$/iu.exec(bare ?? '')
  if (!title || !told) return null
  const [, where, who, when] = told
  const finding: Finding = { kind: 'event', title, from: { title: 'open-graph' } }
  const [found] = findTimes(when!.slice(0, 200))
  const [reading] = found?.readings ?? []
  if (found && reading) {
    const place = where ? { place: { name: where } } : {}
    const exact = momentIn(page, reading.start.slice(0, 10), where, clues.zone)
    const time = ofSeen(
      { ...reading, ...exact, phrase: found.phrase, line: 0, index: 0, length: 0, doubts: found.doubts },
      { ...clues, ...place },
    )
    Object.assign(finding, timeFields(time))
  }
  if (where) finding.attendance = saysOnline(where) ? 'online' : 'offline'
  if (where && !saysOnline(where)) finding.place = { name: where }
  if (who)
    finding.organisations = who
      .replace(/(?:,|\s+and)\s+\d+ others?$/iu, '')
      .split(/,\s+|\s+and\s+(?=\p{Lu})/u)
      .map(name => ({ name }))
  for (const field of ['start', 'end', 'attendance', 'place', 'organisations'] as const)
    if (finding[field]) finding.from![field] = 'open-graph'
  return finding
}

/** Start and end in the zone of the place, where exactly one moment in the scripts is on the day that the sentence tells. */
function momentIn(
  page: Page,
  day: string,
  where: string | undefined,
  own: string | undefined,
): { start: string; end?: string } | null {
  const zone = (where && zoneOfPlace({ name: where })?.zone) ?? own
  if (!zone) return null
  const spans = new Map<string, string | undefined>()
  for (const { element } of page.elements) {
    if (element.tagName !== 'script') continue
    for (const [, start, end] of textInside(element).matchAll(moments)) {
      const begins = zonedInstant(Number(start) * 1000, zone)
      const isAfter = end !== undefined && Number(end) > Number(start)
      if (begins.startsWith(day) && (isAfter || !spans.get(begins)))
        spans.set(begins, isAfter ? zonedInstant(Number(end) * 1000, zone) : undefined)
    }
  }
  const [only, ...others] = spans
  if (!only || others.length) return null
  const [start, end] = only
  return { start, ...(end && { end }) }
}

const moments = /"start_timestamp":\s*(\d{9,10})\b(?:[^{}]{0,200}?"end_timestamp":\s*(\d{9,10})\b)?/g
