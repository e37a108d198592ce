import type { Finding } from '../../domain/finding.ts'
import { findTimes } from '../../time/find-times.ts'
import type { Page } from './page.ts'
import type { PageWords } from './page-words.ts'
import { saysOnline } from './place.ts'
import { ofSeen, timeFields } from './seen-time.ts'
import type { TimeClues } from './zone-of-moment.ts'

/**
 * An event on Facebook shows nothing to who is not signed in but one sentence: "Event in Geneva by Example Group on
 * Friday, December 18 2020".
 */
export function readSocialEvent(page: Page, words: PageWords, clues: TimeClues): Finding | null {
  if (!/^https?:\/\/(?:[\w-]+\.)?facebook\.com\/events\//.test(page.url ?? '')) return null
  const { title, summary } = words
  const told = /^(?:\p{L}+ )?event(?: in (.+?))?(?: by (.+?))? on (.+)$/iu.exec(summary ?? '')
  if (!title || !told) return null
  const [, where, who, when] = told
  const finding: Finding = { kind: 'event', title, from: { title: 'open-graph' } }
  const [found] = findTimes(when!.slice(0, 200))
  const [reading] = found?.readings ?? []
  if (found && reading) {
    const place = where ? { place: { name: where } } : {}
    const time = ofSeen(
      { ...reading, phrase: found.phrase, line: 0, index: 0, length: 0, doubts: found.doubts },
      { ...clues, ...place },
    )
    Object.assign(finding, timeFields(time))
  }
  if (where && saysOnline(where)) finding.attendance = 'online'
  else if (where) finding.place = { name: where }
  if (who) finding.organisations = who.split(/,\s+|\s+and\s+(?=\p{Lu})/u).map(name => ({ name }))
  for (const field of ['start', 'attendance', 'place', 'organisations'] as const)
    if (finding[field]) finding.from![field] = 'open-graph'
  return finding
}
