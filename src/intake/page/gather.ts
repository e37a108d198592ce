import type { Kind } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import { addValue, type Item, itemsOf, type Thing, textOf, toldIn, valuesOf } from './item.ts'
import { readMoment } from './moment.ts'
import { isLiveBroadcast, isPublication, kindOfType } from './things.ts'
import { titleText } from './words-of.ts'

/**
 * One thing a page tells of, with all that its sources say of it. `via`: the property that led to it, none at the
 * top; `isLive`: the broadcast of a video that has no end yet.
 */
export type Candidate = { kind: Kind; thing: Thing; via?: string; isLive?: boolean }

const most = 1000

/** The things of all sources, in the page's order; the same thing told by several of them is one. */
export function gather(items: Item[]): Candidate[] {
  const found: Candidate[] = []
  const seen = new Set<Item>()
  for (const item of items) visit(item, undefined, found, seen, 0)
  return joined(found.slice(0, most))
}

/** Properties that lead from a thing to another one that is of interest by itself. */
const ways = [
  'mainEntity',
  'about',
  'event',
  'events',
  'itemListElement',
  'item',
  'hasPart',
  'containsSeason',
  'season',
  'episode',
  'video',
  'publication',
  'hasCourseInstance',
  'workFeatured',
  'dataFeedElement',
  'subjectOf',
  'mentions',
  'subEvent',
]

function visit(
  item: Item,
  via: string | undefined,
  found: Candidate[],
  seen: Set<Item>,
  depth: number,
  of?: Item,
): void {
  if (seen.has(item) || depth > 12 || found.length >= most) return
  seen.add(item)
  const kind = kindOfType(item)
  const isLive = via === 'publication' && isLiveBroadcast(item, of)
  if (kind) found.push({ kind, thing: [item], ...(via && { via }), ...(isLive && { isLive }) })
  for (const way of ways) {
    for (const inner of itemsOf(item, way)) {
      if (kind && isWithin(kind, way)) continue
      // A run of a course and a broadcast of a work go by the name of what is given.
      if (/^(?:publication|hasCourseInstance)$/.test(way) && !textOf(inner, 'name')) {
        const name = textOf(item, 'name', 'headline')
        if (name) addValue(inner, 'name', name)
      }
      if (way === 'publication' && kind === 'video') {
        addValue(inner, 'recordedIn', item)
        // Who put up the film streams it.
        if (!inner.props.has('organizer'))
          for (const author of valuesOf(item, 'author', 'publisher').slice(0, 1))
            addValue(inner, 'organizer', author)
      }
      visit(inner, way, found, seen, depth + 1, item)
    }
  }
}

/** Sessions and recordings belong to their event, the film of an article to the article. */
function isWithin(kind: Kind, way: string): boolean {
  if (kind === 'event') return way !== 'mainEntity'
  return way === 'video' || way === 'subEvent' || way === 'hasPart'
}

function joined(found: Candidate[]): Candidate[] {
  const marked = found.map(candidate => marksOf(candidate))
  const kept: Marked[] = []
  const isKept = new Set<Marked>()
  const byTitle = new Map<string, Marked[]>()
  const only = onlyEvents(marked)
  for (const one of marked) {
    const alike = [...(byTitle.get(one.title) ?? []), ...(only.has(one) ? only : [])]
    const same = alike.find(other => other !== one && isKept.has(other) && isSame(other, one, only))
    if (same) {
      const { thing } = same.candidate
      const [item] = one.candidate.thing
      if (!thing.some(other => other.source === item!.source)) thing.push(item!)
      continue
    }
    kept.push(one)
    isKept.add(one)
    if (one.title !== '') byTitle.set(one.title, [...(byTitle.get(one.title) ?? []).slice(-20), one])
  }
  return kept.map(({ candidate }) => candidate)
}

type Marked = { candidate: Candidate; title: string; start: string; day: string | undefined; url: string }

function marksOf(candidate: Candidate): Marked {
  const { thing } = candidate
  const start = toldIn(thing, 'startDate', 'startTime')?.text ?? ''
  const day = start ? readMoment(start)?.day : undefined
  const title = fold(titleText(toldIn(thing, 'name', 'headline')?.text) ?? '')
  return { candidate, title, start, day, url: urlOf(thing[0]!) }
}

/** The events of sources that tell of one event alone. */
function onlyEvents(marked: Marked[]): Set<Marked> {
  const bySource = Map.groupBy(
    marked.filter(({ candidate: { kind, via, thing } }) => kind === 'event' && !via && !thing[0]!.aside),
    ({ candidate }) => candidate.thing[0]!.source,
  )
  return new Set([...bySource.values()].flatMap(events => (events.length === 1 ? events : [])))
}

function isSame(one: Marked, other: Marked, only: Set<Marked>): boolean {
  if (one.candidate.kind !== other.candidate.kind) return false
  const [a, b] = [one.candidate.thing[0]!, other.candidate.thing[0]!]
  if (isPublication(a) !== isPublication(b)) return false
  const isNamedSame = one.title !== '' && one.title === other.title
  if (a.source === b.source) {
    return (
      isNamedSame && (one.candidate.kind !== 'event' || (one.start === other.start && one.url === other.url))
    )
  }
  if (isNamedSame) return !one.day || !other.day || one.day === other.day
  return one.day !== undefined && one.day === other.day && only.has(one) && only.has(other)
}

function urlOf(item: Item): string {
  const [first] = valuesOf(item, 'url')
  return typeof first === 'string' ? first : ''
}
