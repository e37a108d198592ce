import type { Kind } from '../../domain/finding.ts'
import { fold } from '../../time/fold.ts'
import { addValue, type Item, itemsOf, type Thing, textOf, toldIn, valuesOf } from './item.ts'
import { readMoment } from './moment.ts'
import { isPublication, kindOfType } from './things.ts'
import { titleText } from './words-of.ts'

/** One thing a page tells of, with all that its sources say of it. `via`: the property that led to it, none at the top. */
export type Candidate = { kind: Kind; thing: Thing; via?: string }

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
): void {
  if (seen.has(item) || depth > 12 || found.length >= most) return
  seen.add(item)
  const kind = kindOfType(item)
  if (kind) found.push({ kind, thing: [item], ...(via && { via }) })
  for (const way of ways) {
    for (const inner of itemsOf(item, way)) {
      if (kind && isWithin(kind, way)) continue
      // A run of a course and a broadcast of a work go by the name of what is given.
      if (/^(?:publication|hasCourseInstance)$/.test(way) && !textOf(inner, 'name')) {
        const name = textOf(item, 'name', 'headline')
        if (name) addValue(inner, 'name', name)
      }
      visit(inner, way, found, seen, depth + 1)
    }
  }
}

/** Sessions and recordings belong to their event, the film of an article to the article. */
function isWithin(kind: Kind, way: string): boolean {
  if (kind === 'event') return way !== 'mainEntity'
  return way === 'video' || way === 'subEvent' || way === 'hasPart'
}

function joined(found: Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const one of found) {
    const same = kept.find(other => isSame(other, one, found))
    if (!same) kept.push(one)
    else if (!same.thing.some(item => item.source === one.thing[0]!.source)) same.thing.push(one.thing[0]!)
  }
  return kept
}

function isSame(one: Candidate, other: Candidate, all: Candidate[]): boolean {
  if (one.kind !== other.kind) return false
  const [a, b] = [one.thing[0]!, other.thing[0]!]
  if (isPublication(a) !== isPublication(b)) return false
  const [titleA, titleB] = [titleOf(one), titleOf(other)]
  const [dayA, dayB] = [dayOf(one), dayOf(other)]
  const isSameDay = !dayA || !dayB || dayA === dayB
  if (a.source === b.source) {
    return titleA !== '' && titleA === titleB && one.kind === 'event'
      ? textOf(a, 'startDate') === textOf(b, 'startDate') && urlOf(a) === urlOf(b)
      : titleA !== '' && titleA === titleB
  }
  if (titleA !== '' && titleA === titleB) return isSameDay
  const isOnly = (candidate: Candidate) =>
    all.filter(
      each =>
        each.kind === candidate.kind &&
        each.thing[0]!.source === candidate.thing[0]!.source &&
        !each.via &&
        !each.thing[0]!.aside,
    ).length === 1
  return one.kind === 'event' && dayA !== undefined && dayA === dayB && isOnly(one) && isOnly(other)
}

function titleOf({ thing }: Candidate): string {
  return fold(titleText(toldIn(thing, 'name', 'headline')?.text) ?? '')
}

function dayOf({ thing }: Candidate): string | undefined {
  const told = toldIn(thing, 'startDate', 'startTime')?.text
  return told ? readMoment(told)?.day : undefined
}

function urlOf(item: Item): string {
  const [first] = valuesOf(item, 'url')
  return typeof first === 'string' ? first : ''
}
