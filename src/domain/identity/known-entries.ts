import type { Entry } from '../entry.ts'
import { withoutLanguage } from './addresses/addresses.ts'
import { weighedAmong } from './titles/title-words.ts'
import { tongueKey } from './tongues/two-tongues.ts'
import { type KnownBy, type Traits, traitsOf } from './traits.ts'
import { usualWords } from './words/in-both.ts'

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
  /** Words that many of them have, and that tell none from another. */
  usual: ReadonlySet<string>
  /** How many words each has in common with the one that is looked at: none, between two looks. */
  shared: Uint8Array
}

export type Item = {
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
    usual: new Set(),
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
  known.usual = usualWords(known.items.map(({ traits }) => traits))
  for (const { traits } of known.items) traits.title = weighedAmong(traits.title, known.usual)
  known.shared = new Uint8Array(known.items.length)
  return known
}

export function itemOf(traits: Traits, of: Pick<Item, 'id' | 'place' | 'event'>): Item {
  const { pages, registrations, streams, films, title, known, moment } = traits
  const keys = [...pages, ...registrations, ...streams, ...films]
  for (const page of pages) keys.push(`page ${withoutLanguage(page)}`)
  if (traits.summary.length > 40) keys.push(`told ${traits.summary}`)
  for (const uid of known.uids) keys.push(`uid ${uid}`)
  if (title.folded !== '') keys.push(`title ${title.folded}`)
  return { ...of, order: -1, traits, keys, startsAt: moment?.startsAt ?? Number.NaN }
}

function push<Key>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
