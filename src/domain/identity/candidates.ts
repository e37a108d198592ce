import { addDays } from '../../time/days.ts'
import { namesAcross } from './hosts/names-across.ts'
import {
  hasInCommon,
  isEnough,
  isHostAlike,
  isHostOrPlaceInCommon,
  isOfNoZone,
  isWorthAWord,
} from './in-common.ts'
import type { Item, KnownEntries } from './known-entries.ts'
import { isPlaceNamed } from './places/place.ts'
import { stemOf } from './titles/title-words.ts'
import { acrossBits, acrossOf } from './tongues/across.ts'
import { areOfTwoTongues, mayBeForeign, tongueKey } from './tongues/two-tongues.ts'
import { isAnyInBoth } from './words/in-both.ts'

/** Held by more than so many entries, a key tells none of them from the others. */
const mostAlike = 30
/** So many at one hour, of those that have a word in common, or on one day are looked at. */
const mostBeside = 3000
/** So many at one hour are looked at for what is told of them. */
const mostTold = 60

/** Those that something may be, of all that are known: who shares a key, a telling word, an hour or a day with it. */
export function candidatesFor(known: KnownEntries, item: Item): Iterable<Item> {
  const candidates = new Set<Item>()
  const wanted = (other: Item) => other.place > item.place && other.event !== item.event
  for (const key of item.keys)
    for (const other of fewOf(known.by, key)) if (wanted(other)) candidates.add(other)
  for (const word of item.traits.title.telling)
    for (const other of fewOf(known.byWord, word))
      if (wanted(other) && isWorthAWord(item.traits, other.traits)) candidates.add(other)
  for (const other of besideInTime(known, item, wanted)) candidates.add(other)
  for (const other of besideOnClock(known, item)) if (wanted(other)) candidates.add(other)
  for (const other of besideOnDay(known, item)) if (wanted(other)) candidates.add(other)
  return candidates
}

function fewOf(by: Map<string, Item[]>, key: string): Item[] {
  const list = by.get(key)
  return list && list.length <= mostAlike ? list : []
}

const within = 46 * 60_000
const moment = 3 * 60_000

/** Those that begin at about the same time and have something in common, in the order of time. */
function besideInTime(known: KnownEntries, item: Item, wanted: (other: Item) => boolean): Item[] {
  const { timed, shared } = known
  const { traits, startsAt } = item
  if (Number.isNaN(startsAt)) return []
  const beside = new Set<Item>()
  const add = (other: Item) => wanted(other) && beside.add(other)
  for (const name of traits.organisations) eachNear(timed.hosts.get(name), startsAt, add)
  for (const word of traits.venue) eachNear(timed.venues.get(word), startsAt, add)
  const { stems } = traits.title
  const alike: Item[] = []
  const count = (other: Item) => {
    if (wanted(other) && shared[other.place]!++ === 0) alike.push(other)
  }
  for (const stem of stems) eachNear(timed.stems.get(stem), startsAt, count)
  for (const other of alike) {
    if (isEnough(shared[other.place]!, stems, other.traits.title.stems)) beside.add(other)
    shared[other.place] = 0
  }
  // Its place may stand in another's title, and another's place in its own.
  const named = (other: Item) => wanted(other) && isPlaceNamed(traits, other.traits) && beside.add(other)
  for (const word of traits.venue)
    if (word.length >= 4) eachNear(timed.stems.get(stemOf(word)), startsAt, named)
  for (const word of traits.title.words)
    if (word.length >= 4) eachNear(timed.venues.get(word), startsAt, named)
  for (const other of fewBeside(timed, startsAt))
    if (wanted(other) && mayBeLike(known, item, other, Math.abs(other.startsAt - startsAt) < moment))
      beside.add(other)
  for (const list of foreignTo(timed, tongueKey(traits)))
    eachNear(list, startsAt, other => wanted(other) && isAcross(item, other) && beside.add(other))
  return [...beside].sort((a, b) => a.order - b.order)
}

/** All that begin about then, where these are few enough to look at what is told of each; otherwise none. */
function fewBeside({ all }: KnownEntries['timed'], startsAt: number): Item[] {
  const [from, to] = spanOf(all, startsAt)
  return to - from > mostTold ? [] : all.slice(from, to)
}

/**
 * Of few: a word that tells is told of both, wherever it stands, or one host holds both; at one moment
 * two tongues are enough, since nothing else of them may be written alike.
 */
function mayBeLike({ usual }: KnownEntries, item: Item, other: Item, isAtOnce: boolean): boolean {
  const [a, b] = [item.traits, other.traits]
  return (
    isAnyInBoth(a, b, usual) ||
    isHostAlike(a, b) ||
    (isAtOnce ? areOfTwoTongues(a, b) || namesAcross(a, b) > 1 : isAcross(item, other))
  )
}

function foreignTo({ tongues, foreign }: KnownEntries['timed'], own: string): Item[][] {
  let lists = foreign.get(own)
  if (!lists) {
    lists = [...tongues].filter(([tongue]) => mayBeForeign(own, tongue)).map(([, list]) => list)
    foreign.set(own, lists)
  }
  return lists
}

/** @param list in the order of time */
function eachNear(list: Item[] | undefined, at: number, act: (item: Item) => void): void {
  if (!list) return
  const first = firstAfter(list, at - within)
  const last = Math.min(list.length, first + mostBeside)
  for (let place = first; place < last && list[place]!.startsAt < at + within; place++) act(list[place]!)
}

function spanOf(list: Item[], at: number): [number, number] {
  return [firstAfter(list, at - within), firstAfter(list, at + within - 1)]
}

function firstAfter(list: Item[], at: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.startsAt <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Those that begin at another moment and at the same time of their clocks. */
function* besideOnClock(known: KnownEntries, item: Item): Generator<Item> {
  const { place, traits, startsAt } = item
  if (!traits.moment) return
  const others = known.byWall.get(traits.moment.wall)
  if (others && others.length <= mostBeside)
    for (const other of others)
      if (other.place > place && Math.abs(other.startsAt - startsAt) >= within)
        if (isHostOrPlaceInCommon(traits, other.traits) || isOfNoZone(traits, other.traits)) yield other
  yield* fewOnClock(known, item)
}

/** Of few on one day, those that begin at about the same time of their clocks, where one tells no zone. */
function* fewOnClock(known: KnownEntries, item: Item): Generator<Item> {
  const { moment: its, days } = item.traits
  const others = known.byDay.get(days![0])
  if (!others || others.length > mostTold) return
  for (const other of others) {
    const another = other.traits.moment
    if (other.place <= item.place || !another || !(its!.isFloating || another.isFloating)) continue
    const apart = Math.abs(Date.parse(`${its!.wall}Z`) - Date.parse(`${another.wall}Z`))
    if (apart < within && mayBeLike(known, item, other, apart < moment)) yield other
  }
}

/** Those of the same day, where one of the two tells no hour. */
function* besideOnDay(known: KnownEntries, item: Item): Generator<Item> {
  if (item.traits.days === null) return
  const [day] = item.traits.days
  const on = item.traits.moment ? known.hourless : known.byDay
  // What is not held but comes out may come out elsewhere a day later.
  for (const each of item.traits.kind === 'event' ? [day] : [day, addDays(day, -1), addDays(day, 1)]) {
    const others = on.get(each)
    if (!others || others.length > mostBeside) continue
    for (const other of others)
      if (other.place > item.place && isLikeOnDay(known, item, other, others.length <= mostTold)) yield other
  }
}

function isLikeOnDay(known: KnownEntries, item: Item, other: Item, areFew: boolean): boolean {
  if (hasInCommon(item.traits, other.traits) || isAcross(item, other)) return true
  return areFew && (mayBeLike(known, item, other, false) || isPlaceNamed(item.traits, other.traits))
}

/** In two tongues: what they speak of, or a name as it sounds. */
function isAcross(item: Item, other: Item): boolean {
  item.across ??= acrossBits(item.traits)
  other.across ??= acrossBits(other.traits)
  if ((item.across & other.across) === 0 || !areOfTwoTongues(item.traits, other.traits)) return false
  const { meant, sounds, kept } = acrossOf(item.traits, other.traits, false)
  return sounds > 0 || kept > 0 || meant === 'much' || meant === 'some'
}
