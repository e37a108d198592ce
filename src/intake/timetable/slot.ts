import type { Finding, FoundLink } from '../../domain/finding.ts'
import { weighZone } from '../../time/weigh-zone.ts'
import { zonedWall } from '../../time/zoned-wall.ts'
import { type Clock, readClock } from '../csv/cells.ts'
import { roleIn } from '../post/drafts/draft.ts'
import { isBreakAlone } from '../post/words/break-words.ts'
import { daysOn, endBefore, isOverMidnight } from './night.ts'

/** What a programme is told in besides its hours. `said`: the day in words that leave something open. */
export type Setting = {
  day?: string | undefined
  said?: string | undefined
  zone?: string | undefined
  base?: string | undefined
}

/** Words with the addresses behind them, line by line; `strong` is what stands out. */
export type Words = { lines: string[]; strong?: string; links: { text: string; url: string }[] }

/** The clock that words begin with, and what is left of them. */
export function clockFirst(text: string): { clock: Clock; rest: string } | null {
  const told =
    /^((?:\d{1,2}(?:(?:[:.h]\s?\d\d)|h)?\s*(?:[ap]\.?m\.?|uhr|h)?)(?:\s*(?:[-–—]|to|bis|a|à|até|until)\s*\d{1,2}(?:(?:[:.h]\s?\d\d)|h)?\s*(?:[ap]\.?m\.?|uhr|h)?)?(?:\s+(?:UTC|GMT|[A-Z]{2,4}T)\b(?:[+-]\d{1,2})?)?)(?=$|[\s:–—|,;-])/i.exec(
      text.slice(0, 100),
    )
  const clock = told ? readClock(told[1]!.trim().replace(/\s+(?=[ap]\.?m)/gi, ' ')) : null
  return clock ? { clock, rest: text.slice(told![0].length).replace(/^[\s:|,;–—-]+/, '') } : null
}

/** One item of a programme; null for a break, and for what has no words. */
export function slotOf(
  words: Words,
  { clock, until, place }: { clock: Clock; until?: string | undefined; place?: string | undefined },
  setting: Setting,
): Finding | null {
  if (!setting.day) return null
  const actions = words.links.flatMap(link => {
    const passage = { text: link.text, links: [], strong: [], em: [], struck: [], quoted: [] }
    const role = roleIn(passage, { start: 0, end: link.text.length, ...link })
    return role && role !== 'source' && role !== 'archive' ? [{ ...link, role }] : []
  })
  const lines = words.lines
    .map(line =>
      actions.reduce((told, { text }) => (text && text.length < 30 ? told.replace(text, '') : told), line),
    )
    .map(line => line.replace(/^[\s:|,;–—-]+|(?<![\s:|,;–—-])[\s:|,;–—-]+$/g, '').replace(/\(\s*\)/g, ''))
    .filter(Boolean)
  const page = words.links.find(link => !actions.some(action => action.url === link.url))
  const title = (words.strong ?? lines[0] ?? '').slice(0, 300).trim()
  if (!/\p{L}{2}/u.test(title) || isBreakAlone(title)) return null
  const others = lines.filter(line => line !== title).join('\n')
  const links: FoundLink[] = actions.map(({ role, url }) => ({ role, url }))
  const finding: Finding = { kind: 'event', title, ...timeOf(clock, until, setting) }
  if (page) finding.url = page.url
  if (others && others.length < 5000) finding.summary = others
  if (place) finding.place = { name: place.slice(0, 200) }
  if (links.length > 0) finding.links = links
  finding.from = Object.fromEntries(
    Object.keys(finding).flatMap(field => (field === 'doubts' ? [] : [[field, 'text' as const]])),
  )
  return finding
}

function timeOf(clock: Clock, until: string | undefined, { day, zone }: Setting): Partial<Finding> {
  const start = `${day}T${clock.start}`
  const weighed = weighZone({
    wall: start,
    ...(clock.zone && { abbreviation: clock.zone }),
    ...(zone && { contextZone: zone }),
  })
  const from = zonedWall(start, weighed.zone)
  const last = clock.end ?? endBefore(clock.start, until)
  const isNext = last !== undefined && last < clock.start && isOverMidnight(clock.start, last)
  const lastDay = isNext ? daysOn({ day }, 1).day : day
  const end =
    last && (isNext || last > clock.start) ? zonedWall(`${lastDay}T${last}`, weighed.zone).time : undefined
  const doubts = [...weighed.doubts, ...from.doubts].map(doubt => ({ ...doubt, field: 'start' }))
  return { start: from.time, ...(end && { end }), ...(doubts.length > 0 && { doubts }) }
}
