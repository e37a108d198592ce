import { type Content, clean, contentOfFinding } from '../domain/content.ts'
import type { Problem } from '../domain/problem.ts'
import { isWithin, takingOf, usualDaysAround, usualWish } from '../domain/source.ts'
import { titleOfFeed } from '../intake/feed/feed-title.ts'
import { inspectApart } from '../intake/inspect-apart.ts'
import { type Alternate, alternatesOf } from '../intake/page/alternates.ts'
import { recognise } from '../intake/recognise.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { EditionRow } from '../storage/editions.ts'
import { addDays } from '../time/days.ts'
import { dayOfReading } from './inspect-bytes.ts'

/** What an address tells, before anybody decides that it is to be read again and again. */
export type Looked = {
  address: string
  /** Where it led to. */
  foundAt: string
  kind: string | null
  title: string | null
  /** The first of what it tells of the days of the edition, and how many there are, of these days and at all. */
  first: Content[]
  within: number
  count: number
  problem: Problem | null
  /** Calendars and feeds that a page offers: they tell more, and better. */
  alternates: Alternate[]
}

const mostShown = 8
const mostLines = 50_000

/**
 * Looks at an address once, for somebody who waits. Nothing is stored.
 *
 * @param address as it was typed: without its beginning, or as `webcal:`
 * @param now epoch milliseconds
 */
export async function lookAtAddress(
  typed: string,
  edition: EditionRow,
  { fetch, now }: { fetch: Fetch; now: number },
): Promise<Looked> {
  const address = wholeAddress(typed)
  const looked: Looked = {
    address,
    foundAt: address,
    kind: null,
    title: null,
    first: [],
    within: 0,
    count: 0,
    problem: null,
    alternates: [],
  }
  const answer = await fetch(address)
  if (!answer.ok) return { ...looked, problem: { code: answer.code, says: answer.says } }
  const { url, bytes, contentType } = answer
  const name = new URL(url).pathname
  const found = recognise(bytes, name)
  const charset = /;\s*charset=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]
  const { days } = takingOf(usualWish, edition)
  const options = {
    url,
    name,
    from: addDays(edition.startsOn, -usualDaysAround),
    to: addDays(edition.endsOn, usualDaysAround),
    published: dayOfReading(edition, now),
    ...(charset && { charset }),
  }
  for (const line of await inspectApart(bytes, options, mostLines)) {
    if ('programme' in line) looked.title ??= clean(line.programme.title ?? '').slice(0, 200) || null
    else if ('problem' in line) looked.problem ??= line.problem.note ? null : line.problem
    else {
      looked.count++
      const content = understood(line.finding, edition.homeZone)
      if (!content || !isWithin(content, days)) continue
      looked.within++
      if (looked.first.length < mostShown) looked.first.push(content)
    }
  }
  const kind = 'kind' in found ? found.kind : null
  if (kind === 'feed') looked.title ??= clean(titleOfFeed(bytes, url) ?? '').slice(0, 200) || null
  if (looked.count > 0) looked.problem = null
  if (looked.count === 1 && kind === 'page') looked.title ??= looked.first[0]?.title ?? null
  const alternates = kind === 'page' || kind === 'post' ? alternatesOf(bytes, url) : []
  const isToRead = ({ kind, url: other }: Alternate) =>
    (kind === 'calendar' || kind === 'feed') && other !== url
  return { ...looked, foundAt: url, kind, alternates: alternates.filter(isToRead).slice(0, 6) }
}

/** An address as people type it. */
export function wholeAddress(typed: string): string {
  const told = typed.trim().replace(/^webcals?:/i, 'https:')
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(told) ? told : `https://${told.replace(/^\/\//, '')}`
}

function understood(finding: Parameters<typeof contentOfFinding>[0], homeZone: string): Content | null {
  try {
    return contentOfFinding(finding, homeZone)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
