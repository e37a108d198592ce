import type { Entry } from './entry.ts'
import { type Judgement, judge, strengths } from './identity/judge.ts'
import { type KnownBy, type Told, type Traits, traitsOf } from './identity/traits.ts'

export { strengths } from './identity/judge.ts'
export type { Told } from './identity/traits.ts'

/** Something that an entry may be, how sure that is, and why. */
export type Duplicate = { id: string } & Judgement

/** Entries, sessions too, to be found by what each of them can be known by. */
export type KnownEntries = {
  items: Item[]
  by: Map<string, Item[]>
  byStart: Item[]
  starts: Float64Array
  byDay: Map<string, Item[]>
}

type Item = {
  id: string
  /** Among the known ones: each pair is looked at from the first of both. */
  place: number
  /** The event it belongs to, itself included: what belongs to one event is no duplicate within it. */
  event: string
  traits: Traits
}

/** @param knownBy by what sources know each entry, by its id */
export function knowEntries(
  entries: readonly Entry[],
  knownBy: ReadonlyMap<string, KnownBy> = new Map(),
): KnownEntries {
  const known: KnownEntries = {
    items: [],
    by: new Map(),
    byStart: [],
    starts: new Float64Array(),
    byDay: new Map(),
  }
  const add = (told: Entry, event: string) => {
    const item = {
      id: told.id,
      place: known.items.length,
      event,
      traits: traitsOf(told, knownBy.get(told.id)),
    }
    known.items.push(item)
    for (const key of keysOf(item.traits)) push(known.by, key, item)
    for (const day of item.traits.days ? new Set(item.traits.days) : []) push(known.byDay, day, item)
  }
  for (const entry of entries) {
    add(entry, entry.id)
    for (const session of entry.sessions) add(session, entry.id)
  }
  for (const [key, held] of known.by)
    if (held.length > 2) for (const { traits } of held) traits.deep.delete(key)
  known.byStart = known.items
    .filter(({ traits }) => traits.moment !== null)
    .sort((a, b) => a.traits.moment!.startsAt - b.traits.moment!.startsAt)
  known.starts = Float64Array.from(known.byStart, ({ traits }) => traits.moment!.startsAt)
  return known
}

/**
 * Which of the known entries something may be, the surest first.
 *
 * @param knownBy by what sources know it, where it is an entry itself
 */
export function duplicatesOf(known: KnownEntries, told: Told, knownBy?: KnownBy): Duplicate[] {
  const traits = traitsOf(told, knownBy)
  // A page that tells of several leads to none of them.
  for (const key of traits.deep) if ((known.by.get(key)?.length ?? 0) >= 2) traits.deep.delete(key)
  return found(known, { id: '', place: -1, event: '', traits })
    .sort((a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength))
    .slice(0, mostShown)
}

/** Pairs among the known entries that look like one, each pair once. */
export function duplicatesWithin(known: KnownEntries): (Duplicate & { other: string })[] {
  return known.items.flatMap(item => found(known, item).map(one => ({ ...one, other: item.id })))
}

const mostShown = 5

/** Held by more than so many entries, a key tells none of them from the others. */
const mostAlike = 30
/** So many at one hour or on one day are looked at. */
const mostBeside = 3000

function found(known: KnownEntries, item: Item): Duplicate[] {
  const candidates = new Set<Item>()
  const wanted = (other: Item) => other.place > item.place && other.event !== item.event
  for (const key of keysOf(item.traits)) {
    const list = known.by.get(key)
    if (list && list.length <= mostAlike) for (const other of list) if (wanted(other)) candidates.add(other)
  }
  for (const other of besideInTime(known, item)) if (wanted(other)) candidates.add(other)
  for (const other of besideOnDay(known, item)) if (wanted(other)) candidates.add(other)
  const all: Duplicate[] = []
  for (const { id, traits } of candidates) {
    const judged = judge(item.traits, traits)
    if (judged) all.push({ id, ...judged })
  }
  return all
}

function* keysOf({ pages, registrations, streams, films, title, known }: Traits): Generator<string> {
  for (const key of pages) yield key
  for (const key of registrations) yield key
  for (const key of streams) yield key
  for (const key of films) yield key
  for (const uid of known.uids) yield `uid ${uid}`
  if (title.folded !== '') yield `title ${title.folded}`
  for (const word of title.telling) yield `word ${word}`
}

const within = 46 * 60_000

/** Those that begin at about the same time and have something in common. */
function* besideInTime({ byStart, starts }: KnownEntries, item: Item): Generator<Item> {
  const at = item.traits.moment?.startsAt
  if (at === undefined) return
  let [low, high] = [0, byStart.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at - within) low = middle + 1
    else high = middle
  }
  for (let place = low; place < byStart.length && place < low + mostBeside; place++) {
    if (starts[place]! >= at + within) return
    if (byStart[place]!.place > item.place && hasInCommon(item.traits, byStart[place]!.traits))
      yield byStart[place]!
  }
}

/** Those of the same day, where one of the two tells no hour. */
function* besideOnDay({ byDay }: KnownEntries, item: Item): Generator<Item> {
  const others = item.traits.days === null ? undefined : byDay.get(item.traits.days[0])
  if (!others || others.length > mostBeside) return
  for (const other of others)
    if (
      other.place > item.place &&
      !(item.traits.moment && other.traits.moment) &&
      hasInCommon(item.traits, other.traits)
    )
      yield other
}

/**
 * Words of the title, a host or a place: without these two are looked at only where an address leads to both. Bits
 * first: nearly all pairs have nothing in common.
 */
function hasInCommon(a: Traits, b: Traits): boolean {
  if ((a.hostBits & b.hostBits) !== 0 && a.organisations.some(name => b.organisations.includes(name)))
    return true
  if ((a.venueBits & b.venueBits) !== 0 && a.venue.some(word => b.venue.includes(word))) return true
  if ((a.title.bits & b.title.bits) === 0) return false
  const [one, other] = [a.title.stems, b.title.stems]
  let shared = 0
  for (const stem of one) if (other.includes(stem)) shared++
  return shared >= 0.34 * Math.min(one.length, other.length)
}

function push(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
