import { addressMeant } from '../domain/address-meant.ts'
import { type Content, clean, contentOfFinding } from '../domain/content.ts'
import type { Problem } from '../domain/problem.ts'
import { isWithin, takingOf, usualDaysAround, usualWish, type WatchedSource } from '../domain/source.ts'
import { titleOfFeed } from '../intake/feed/feed-title.ts'
import { inspectApart } from '../intake/inspect-apart.ts'
import { type Alternate, alternatesOf } from '../intake/page/alternates.ts'
import { recognise } from '../intake/recognise.ts'
import type { Fetch } from '../outside/fetch.ts'
import type { EditionRow } from '../storage/editions.ts'
import { indexable } from '../storage/names.ts'
import { listWatched } from '../storage/sources.ts'
import type { Db } from '../storage/tables.ts'
import { addDays } from '../time/days.ts'
import { breaksOff } from './doubt-reading.ts'
import { dayOfReading, nothingInPictures } from './inspect-bytes.ts'

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
  /** Why there may be less of it than there should be. */
  doubt: Problem | null
  /** The source of this edition that reads it already. */
  watched: WatchedSource | null
  /** Calendars and feeds that a page offers: they tell more, and better. */
  alternates: Alternate[]
}

const mostShown = 8
const mostLines = 50_000

/**
 * Looks at an address once, for somebody who waits. Nothing is stored. A calendar or feed in which there is nothing yet
 * may be watched as well.
 *
 * @param address as it was typed: without its beginning, or as `webcal:`
 * @param now epoch milliseconds
 */
export async function lookAtAddress(
  db: Db,
  typed: string,
  edition: EditionRow,
  { fetch, now }: { fetch: Fetch; now: number },
): Promise<Looked> {
  const { address, answer } = await ask(typed, fetch)
  const looked: Looked = {
    address,
    foundAt: address,
    kind: null,
    title: null,
    first: [],
    within: 0,
    count: 0,
    problem: null,
    doubt: null,
    watched: null,
    alternates: [],
  }
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
    else if ('problem' in line) {
      looked.problem ??= line.problem.note ? null : line.problem
      if (breaksOff(line)) looked.doubt ??= line.problem
    } else {
      looked.count++
      const content = understood(line.finding, edition.homeZone)
      if (!content || !isWithin(content, days)) continue
      looked.within++
      if (looked.first.length < mostShown) looked.first.push(content)
    }
  }
  const kind = 'kind' in found ? found.kind : null
  if (kind === 'feed') looked.title ??= clean(titleOfFeed(bytes, url) ?? '').slice(0, 200) || null
  if (kind === 'picture') return { ...looked, count: 0, problem: nothingInPictures }
  const isEmptyYet = looked.problem !== null && emptyYet.has(looked.problem.code)
  if (looked.count > 0 || isEmptyYet) looked.problem = null
  const sources = await listWatched(db, edition.id)
  const same = [address, url, indexable(url)]
  looked.watched =
    sources.find(one => [one.address, one.foundAt, one.name].some(own => own && same.includes(own))) ?? null
  if (looked.count === 1 && kind === 'page') looked.title ??= looked.first[0]?.title ?? null
  const alternates = kind === 'page' || kind === 'post' ? alternatesOf(bytes, url) : []
  const isToRead = ({ kind, url: other }: Alternate) =>
    (kind === 'calendar' || kind === 'feed') && other !== url
  return { ...looked, foundAt: url, kind, alternates: alternates.filter(isToRead).slice(0, 6) }
}

const emptyYet: ReadonlySet<string> = new Set(['no-events', 'feed-empty'])

/** An address of which nobody said that it is a safe one is tried as one first; many calendars have none. */
async function ask(
  typed: string,
  fetch: Fetch,
): Promise<{ address: string; answer: Awaited<ReturnType<Fetch>> }> {
  const address = wholeAddress(typed)
  const answer = await fetch(address)
  const isSaidSafe = /^(?:https|webcals):/i.test(typed.trim())
  if (answer.ok || isSaidSafe || !address.startsWith('https:') || !unsafe.has(answer.code))
    return { address, answer }
  const plain = address.replace(/^https:/, 'http:')
  const other = await fetch(plain)
  return other.ok ? { address: plain, answer: other } : { address, answer }
}

const unsafe: ReadonlySet<string> = new Set(['unreachable', 'bad-certificate', 'broken'])

/** An address as people type it. */
export function wholeAddress(typed: string): string {
  const told = addressMeant(typed)
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
