import { addDays } from '../time/days.ts'
import type { Entry } from './entry.ts'
import { withoutLanguage } from './identity/addresses/addresses.ts'
import { namesAcross } from './identity/hosts/names-across.ts'
import {
  hasInCommon,
  isEnough,
  isHostAlike,
  isHostOrPlaceInCommon,
  isOfNoZone,
  isTold,
  isWordShared,
  isWorthAWord,
} from './identity/in-common.ts'
import { isFaint, type Judgement, judge, strengths } from './identity/judge.ts'
import { isPlaceNamed } from './identity/places/place.ts'
import { stemOf } from './identity/titles/title-words.ts'
import { acrossBits, acrossOf } from './identity/tongues/across.ts'
import { areOfTwoTongues, mayBeForeign, tongueKey } from './identity/tongues/two-tongues.ts'
import { type KnownBy, type Told, type Traits, traitsOf } from './identity/traits.ts'

export { strengths } from './identity/judge.ts'
export type { Told } from './identity/traits.ts'

/** Something that an entry may be, how sure that is, and why. */
export type Duplicate = { id: string } & Omit<Judgement, 'odds'>

/** Two that may be one, and the log odds that they are. */
export type Pair = { id: string; other: string } & Judgement

/** Entries, sessions too, to be found by what each of them can be known by. */
export type KnownEntries = {
  items: Item[]
  by: Map<string, Item[]>
  /** By the words of their titles that tell most. */
  byWord: Map<string, Item[]>
  /** Those that tell their hour, by what they may have in common, each list in the order of time. */
  timed: {
    stems: Map<number, Item[]>
    hosts: Map<string, Item[]>
    venues: Map<string, Item[]>
    tongues: Map<string, Item[]>
    all: Item[]
    /** By the tongue of the one that is looked at, those of `tongues` that may be of another. */
    foreign: Map<string, Item[][]>
  }
  /** By the clock time they tell, wherever that is: a zone may be missing, or wrong. */
  byWall: Map<string, Item[]>
  byDay: Map<string, Item[]>
  /** Of these the ones that tell no hour. */
  hourless: Map<string, Item[]>
  /** How many words each has in common with the one that is looked at: none, between two looks. */
  shared: Uint8Array
}

type Item = {
  id: string
  /** Among the known ones: each pair is looked at from the first of both. */
  place: number
  /** The same in the order of time; -1 where it tells no hour. */
  order: number
  /** The event it belongs to, itself included: what belongs to one event is no duplicate within it. */
  event: string
  traits: Traits
  /** Of its title, its addresses and what sources call it: who has one of these may be it. */
  keys: string[]
  /** NaN where it tells no hour. */
  startsAt: number
  /** Made when it first meets another tongue. */
  across?: number
}

/** @param knownBy by what sources know each entry, by its id */
export function knowEntries(
  entries: readonly Entry[],
  knownBy: ReadonlyMap<string, KnownBy> = new Map(),
): KnownEntries {
  const known: KnownEntries = {
    items: [],
    by: new Map(),
    byWord: new Map(),
    timed: {
      stems: new Map(),
      hosts: new Map(),
      venues: new Map(),
      tongues: new Map(),
      foreign: new Map(),
      all: [],
    },
    byWall: new Map(),
    byDay: new Map(),
    hourless: new Map(),
    shared: new Uint8Array(),
  }
  const add = (told: Entry, event: string) => {
    const item = itemOf(traitsOf(told, knownBy.get(told.id)), {
      id: told.id,
      place: known.items.length,
      event,
    })
    known.items.push(item)
    for (const key of item.keys) push(known.by, key, item)
    for (const word of item.traits.title.telling) push(known.byWord, word, item)
    if (item.traits.moment) push(known.byWall, item.traits.moment.wall, item)
    for (const day of item.traits.days ? new Set(item.traits.days) : []) {
      push(known.byDay, day, item)
      if (!item.traits.moment) push(known.hourless, day, item)
    }
  }
  for (const entry of entries) {
    add(entry, entry.id)
    for (const session of entry.sessions) add(session, entry.id)
  }
  for (const [key, held] of known.by)
    if (held.length > 2) for (const { traits } of held) traits.deep.delete(key)
  const timed = known.items.filter(({ startsAt }) => !Number.isNaN(startsAt))
  known.timed.all = timed.sort((a, b) => a.startsAt - b.startsAt)
  for (const [order, item] of known.timed.all.entries()) {
    item.order = order
    const { title, organisations, venue } = item.traits
    for (const stem of title.stems) push(known.timed.stems, stem, item)
    for (const name of organisations) push(known.timed.hosts, name, item)
    for (const word of venue) push(known.timed.venues, word, item)
    push(known.timed.tongues, tongueKey(item.traits), item)
  }
  known.shared = new Uint8Array(known.items.length)
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
  return nearest(found(known, itemOf(traits, { id: '', place: -1, event: '' })))
    .sort((a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength) || b.odds - a.odds)
    .slice(0, mostShown)
    .map(({ id, strength, reasons }) => ({ id, strength, reasons }))
}

/** Pairs among the known entries that look like one, each pair once; which of them to ask about, `nearest` says. */
export function duplicatesWithin(known: KnownEntries): Pair[] {
  return known.items.flatMap(item => found(known, item))
}

/** What is faint is worth a question where it is the nearest to both; otherwise it is only possible. */
export function nearest(all: readonly Pair[]): Pair[] {
  const best = new Map<string, number>()
  const note = (id: string, odds: number) => best.set(id, Math.max(odds, best.get(id) ?? odds))
  for (const { id, other, odds, strength } of all) {
    if (strength === 'possible') continue
    note(id, odds)
    note(other, odds)
  }
  const isNearest = ({ id, other, odds }: Pair) => odds >= Math.max(best.get(id)!, best.get(other)!)
  return all.map(each =>
    each.strength === 'likely' && isFaint(each) && !isNearest(each)
      ? { ...each, strength: 'possible' }
      : each,
  )
}

const mostShown = 5

/** Held by more than so many entries, a key tells none of them from the others. */
const mostAlike = 30
/** So many at one hour, of those that have a word in common, or on one day are looked at. */
const mostBeside = 3000
/** So many at one hour are looked at for what is told of them. */
const mostTold = 60

function found(known: KnownEntries, item: Item): Pair[] {
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
  const all: Pair[] = []
  for (const { id, traits } of candidates) {
    const judged = judge(item.traits, traits)
    if (judged) all.push({ id, other: item.id, ...judged })
  }
  return all
}

function fewOf(by: Map<string, Item[]>, key: string): Item[] {
  const list = by.get(key)
  return list && list.length <= mostAlike ? list : []
}

function itemOf(traits: Traits, of: Pick<Item, 'id' | 'place' | 'event'>): Item {
  const { pages, registrations, streams, films, title, known, moment } = traits
  const keys = [...pages, ...registrations, ...streams, ...films]
  for (const page of pages) keys.push(`page ${withoutLanguage(page)}`)
  if (traits.summary.length > 40) keys.push(`told ${traits.summary}`)
  for (const uid of known.uids) keys.push(`uid ${uid}`)
  if (title.folded !== '') keys.push(`title ${title.folded}`)
  return { ...of, order: -1, traits, keys, startsAt: moment?.startsAt ?? Number.NaN }
}

const within = 46 * 60_000
const moment = 3 * 60_000

/** Those that begin at about the same time and have something in common, in the order of time. */
function besideInTime({ timed, shared }: KnownEntries, item: Item, wanted: (other: Item) => boolean): Item[] {
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
    if (wanted(other) && mayBeLike(item, other, Math.abs(other.startsAt - startsAt) < moment))
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
 * Of few: a word of the one stands in the other's title or in what is told of it, or one host holds both; at one moment
 * two tongues are enough, since nothing else of them may be written alike.
 */
function mayBeLike(item: Item, other: Item, isAtOnce: boolean): boolean {
  const [a, b] = [item.traits, other.traits]
  return (
    isTold(a, b) ||
    isWordShared(a, b) ||
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
function* fewOnClock({ byDay }: KnownEntries, item: Item): Generator<Item> {
  const { moment: its, days } = item.traits
  const others = byDay.get(days![0])
  if (!others || others.length > mostTold) return
  for (const other of others) {
    const another = other.traits.moment
    if (other.place <= item.place || !another || !(its!.isFloating || another.isFloating)) continue
    const apart = Math.abs(Date.parse(`${its!.wall}Z`) - Date.parse(`${another.wall}Z`))
    if (apart < within && mayBeLike(item, other, apart < moment)) yield other
  }
}

/** Those of the same day, where one of the two tells no hour. */
function* besideOnDay({ byDay, hourless }: KnownEntries, item: Item): Generator<Item> {
  if (item.traits.days === null) return
  const [day] = item.traits.days
  const on = item.traits.moment ? hourless : byDay
  // What is not held but comes out may come out elsewhere a day later.
  for (const each of item.traits.kind === 'event' ? [day] : [day, addDays(day, -1), addDays(day, 1)]) {
    const others = on.get(each)
    if (!others || others.length > mostBeside) continue
    for (const other of others)
      if (other.place > item.place && isLikeOnDay(item, other, others.length <= mostTold)) yield other
  }
}

function isLikeOnDay(item: Item, other: Item, areFew: boolean): boolean {
  if (hasInCommon(item.traits, other.traits) || isAcross(item, other)) return true
  return areFew && (mayBeLike(item, other, false) || isPlaceNamed(item.traits, other.traits))
}

/** In two tongues: what they speak of, or a name as it sounds. */
function isAcross(item: Item, other: Item): boolean {
  item.across ??= acrossBits(item.traits)
  other.across ??= acrossBits(other.traits)
  if ((item.across & other.across) === 0 || !areOfTwoTongues(item.traits, other.traits)) return false
  const { meant, sounds, kept } = acrossOf(item.traits, other.traits, false)
  return sounds > 0 || kept > 0 || meant === 'much' || meant === 'some'
}

function push<Key>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
