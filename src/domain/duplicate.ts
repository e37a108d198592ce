import { addressKey, isDeep } from './address-key.ts'
import type { Content } from './content.ts'
import type { Entry } from './entry.ts'
import type { Instants } from './event-time.ts'
import { foldName } from './fold-name.ts'
import { bitsOf, overlap, similarity } from './title-likeness.ts'

/** Why two look like one: the same page, the same meeting or film, the same title, the same people at the same hour. */
type DuplicateReason = 'address' | 'stream' | 'title' | 'organisers'

/** `sure` and `likely` ask for an answer; `possible` is shown to whoever looks. */
export type Duplicate = { id: string; reasons: DuplicateReason[]; strength: Strength }
export type Strength = 'possible' | 'likely' | 'sure'

/** What is compared of an entry or of a finding on its way to become one. */
export type Told = Pick<Content, 'kind' | 'title' | 'time' | 'published'> &
  Instants & {
    links: { role: string; url: string }[]
    organisations: { name: string }[]
    place?: Content['place']
  }

/** Entries, sessions too, to be found by what each of them can be known by. */
export type KnownEntries = {
  items: Item[]
  by: Map<string, Item[]>
  byStart: Item[]
  byDay: Map<string, Item[]>
}

type Item = {
  id: string
  /** Among the known ones: each pair is looked at from the first of both. */
  place: number
  /** The event it belongs to, itself included: what belongs to one event is no duplicate within it. */
  event: string
  kind: Told['kind']
  title: string
  words: string[]
  /** A bit for each few of its words, to see at once that two titles have little in common. */
  bits: number
  startsAt: number | null
  isMoment: boolean
  day: string | null
  organisations: string[]
  /** Words of where it is, which tell two towns apart; none where it does not say. */
  venue: string[]
  /** Which of several it is: “Part 2”, “Session 3”. */
  numbers: string[]
  addresses: string[]
  deep: string[]
  streams: string[]
  recordings: string[]
}

export function knowEntries(entries: readonly Entry[]): KnownEntries {
  const known: KnownEntries = { items: [], by: new Map(), byStart: [], byDay: new Map() }
  const add = (item: Item) => {
    item.place = known.items.length
    known.items.push(item)
    for (const key of keysOf(item)) {
      const list = known.by.get(key)
      if (list) list.push(item)
      else known.by.set(key, [item])
    }
  }
  for (const entry of entries) {
    add(itemOf(entry, entry.id, entry.id))
    for (const session of entry.sessions) add(itemOf(session, session.id, entry.id))
  }
  known.byStart = known.items
    .filter(({ startsAt, isMoment }) => startsAt !== null && isMoment)
    .sort((a, b) => a.startsAt! - b.startsAt!)
  for (const item of known.items) {
    const others = item.day === null ? undefined : known.byDay.get(item.day)
    if (others) others.push(item)
    else if (item.day !== null) known.byDay.set(item.day, [item])
  }
  return known
}

/** Which of the known entries something may be, the surest first. */
export function duplicatesOf(known: KnownEntries, told: Told): Duplicate[] {
  return found(known, itemOf(told, '', ''))
    .sort((a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength))
    .slice(0, mostShown)
}

/** Pairs among the known entries that look like one, each pair once. */
export function duplicatesWithin(known: KnownEntries): (Duplicate & { other: string })[] {
  return known.items.flatMap(item => found(known, item).map(one => ({ ...one, other: item.id })))
}

export const strengths: readonly Strength[] = ['possible', 'likely', 'sure']
const mostShown = 5

/** Held by more than so many entries, a key tells none of them from the others. */
const most = { address: 30, stream: 60, title: 60 }
type KeyKind = keyof typeof most

function found(known: KnownEntries, item: Item): Duplicate[] {
  const wanted = (other: Item) => other.place > item.place && other.event !== item.event
  const sizes = new Map<string, number>()
  const candidates = new Set<Item>()
  for (const key of keysOf(item)) {
    const list = known.by.get(key)
    if (!list || list.length > most[key.slice(0, key.indexOf(' ')) as KeyKind]) continue
    sizes.set(key, list.length)
    for (const other of list) if (wanted(other)) candidates.add(other)
  }
  for (const other of besideInTime(known, item)) if (wanted(other)) candidates.add(other)
  for (const other of besideOnDay(known, item)) if (wanted(other)) candidates.add(other)
  const all: Duplicate[] = []
  for (const other of candidates) {
    const judged = judge(item, other, key => sizes.get(key) ?? 0)
    if (judged) all.push({ id: other.id, ...judged })
  }
  return all
}

function itemOf(told: Told, id: string, event: string): Item {
  const { kind, time, startsAt, published } = told
  const title = foldName(told.title)
  const words = [...new Set(title.split(' ', 40))]
  const addresses: string[] = []
  const deep: string[] = []
  const streams: string[] = []
  const recordings: string[] = []
  for (const { role, url } of told.links) {
    const key = addressKey(url)
    if (role === 'recording') recordings.push(key)
    else if (role === 'join' || role === 'livestream') streams.push(key)
    else if (role === 'source' || role === 'registration') addresses.push(key)
    if (isDeep(url)) deep.push(key)
  }
  return {
    id,
    place: -1,
    event,
    kind,
    title,
    words,
    bits: bitsOf(words),
    startsAt,
    isMoment: time.precision === 'moment',
    day: (time.start ?? published)?.slice(0, 10) ?? null,
    organisations: told.organisations.map(({ name }) => foldName(name)),
    venue: placeWords(told.place ?? null),
    numbers: words.filter(word => /^\d{1,3}$/.test(word)),
    addresses,
    deep,
    streams,
    recordings,
  }
}

const quarterHour = 900_000

function* keysOf(item: Item): Generator<string> {
  for (const key of item.addresses) yield `address ${key}`
  for (const key of item.streams) yield `stream ${key}`
  for (const key of item.recordings) yield `stream ${key}`
  if (item.title !== '') yield `title ${item.title}`
}

/** Those of the same day, where one of the two tells no hour. */
function* besideOnDay({ byDay }: KnownEntries, item: Item): Generator<Item> {
  const others = item.day === null ? undefined : byDay.get(item.day)
  if (!others || others.length > mostBeside) return
  for (const other of others)
    if (other.place > item.place && !(item.isMoment && other.isMoment) && other.kind === item.kind)
      yield other
}

/** Those that begin at about the same time and have enough in common to be looked at. */
function* besideInTime({ byStart }: KnownEntries, item: Item): Generator<Item> {
  const { startsAt } = item
  if (startsAt === null || !item.isMoment) return
  let [low, high] = [0, byStart.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byStart[middle]!.startsAt! <= startsAt - quarterHour) low = middle + 1
    else high = middle
  }
  for (let place = low; place < byStart.length && place < low + mostBeside; place++) {
    const other = byStart[place]!
    if (other.startsAt! >= startsAt + quarterHour) return
    if (other.place <= item.place) continue
    if (
      overlap(item.bits, other.bits) >= 0.4 ||
      common(item.venue, other.venue) !== null ||
      common(item.organisations, other.organisations) !== null
    )
      yield other
  }
}

const mostBeside = 3000

type Judged = Omit<Duplicate, 'id'>

function judge(a: Item, b: Item, sizeOf: (key: string) => number): Judged | null {
  const when = whenOf(a, b)
  const hosts = hostsOf(a, b)
  const address = common(a.addresses, b.addresses)
  const film = common(a.recordings, b.recordings)
  const stream =
    common(a.streams, b.streams) ?? common(a.streams, b.recordings) ?? common(a.recordings, b.streams)
  const isSameTitle = a.title === b.title && a.title !== ''
  const isFilm = a.kind === 'video' || b.kind === 'video'
  const isOther =
    (a.kind !== b.kind && !isFilm) || areApart(a.numbers, b.numbers) || areApart(a.venue, b.venue)
  const venue = common(a.venue, b.venue) !== null
  // Most pairs only begin at the same time: how much they must be alike to count then.
  const least = (address ?? film ?? stream) || hosts === 'shared' || venue ? 0.3 : 0.5
  const likeness = isSameTitle ? 1 : similarity(a, b, least)
  if (likeness === 0 && (address ?? film ?? stream) === null && !(venue && hosts === 'shared')) return null

  const reasons: DuplicateReason[] = []
  let strength = -1
  const say = (reason: DuplicateReason, how: Strength | null) => {
    if (how === null) return
    if (!reasons.includes(reason)) reasons.push(reason)
    strength = Math.max(strength, strengths.indexOf(how))
  }
  if (address !== null) {
    const isOwn = a.deep.includes(address) && sizeOf(`address ${address}`) <= 2
    say('address', ofAddress(isOwn, when, likeness))
  }
  if (film !== null) say('stream', sizeOf(`stream ${film}`) <= 2 ? 'sure' : likeness >= 0.6 ? 'likely' : null)
  if (stream !== null) say('stream', ofStream(when, likeness, hosts))
  if (isSameTitle) say('title', ofTitle(a, b, when, hosts))
  else if (when !== 'apart' && likeness >= 0.5) say('title', ofLikeness(when, likeness, hosts, venue))
  if (when === 'same' && hosts === 'shared') say('organisers', ofHosts(likeness, venue))
  if (strength < 0) return null
  // Whatever they share, two towns, two parts of a series, an event and a statement of it are two.
  const isOne = stream !== null && when === 'same'
  return { reasons, strength: isOther && !isOne ? 'possible' : strengths[strength]! }
}

type When = 'same' | 'day' | 'unknown' | 'apart'
type Hosts = 'shared' | 'unknown' | 'others'

function ofAddress(isOwn: boolean, when: When, likeness: number): Strength | null {
  // A page that tells of several: what they are called must be alike as well.
  if (!isOwn) return likeness >= 0.75 && when !== 'apart' ? (when === 'same' ? 'sure' : 'likely') : null
  if (when === 'same') return likeness >= 0.4 ? 'sure' : 'likely'
  if (likeness >= 0.75) return when === 'apart' ? 'likely' : 'sure'
  if (when === 'unknown') return 'likely'
  return 'possible'
}

function ofStream(when: When, likeness: number, hosts: Hosts): Strength | null {
  if (when === 'same') return likeness >= 0.4 || hosts === 'shared' ? 'sure' : 'likely'
  if (when === 'apart') return null
  return likeness >= 0.6 ? 'likely' : 'possible'
}

/** A title that is much the same, or somewhat and with hosts or a place in common. */
function ofLikeness(when: When, likeness: number, hosts: Hosts, venue: boolean): Strength | null {
  const points =
    (likeness >= 0.75 ? 2 : 1) + (hosts === 'shared' ? 2 : hosts === 'others' ? -1 : 0) + (venue ? 2 : 0)
  if (when === 'same')
    return points >= 5 ? 'sure' : points >= 2 ? 'likely' : likeness >= 0.75 ? 'possible' : null
  return points >= 3 ? 'likely' : likeness >= 0.75 ? 'possible' : null
}

/** Titles in two languages have no word in common; whoever meets at one hour in one place meets once. */
function ofHosts(likeness: number, venue: boolean): Strength | null {
  return likeness >= 0.5 || venue ? 'likely' : likeness > 0 ? 'possible' : null
}

function ofTitle(a: Item, b: Item, when: When, hosts: Hosts): Strength | null {
  const length = a.title.split(' ').length
  const isEvent = a.kind === 'event' && b.kind === 'event'
  if (a.kind === 'video' || b.kind === 'video')
    return hosts === 'others' || length < 3 ? 'possible' : 'likely'
  if (isEvent && when === 'same') return hosts === 'others' ? 'likely' : 'sure'
  if (when === 'apart') return null
  // Many organisations publish a “Statement on …” of one name on the same day.
  if (hosts === 'others') return isEvent || length >= 6 ? 'possible' : null
  return length >= 3 || hosts === 'shared' ? 'likely' : 'possible'
}

function whenOf(a: Item, b: Item): When {
  if (a.day === null || b.day === null) return 'unknown'
  if (a.isMoment && b.isMoment && a.startsAt !== null && b.startsAt !== null) {
    const apart = Math.abs(a.startsAt - b.startsAt)
    return apart < quarterHour ? 'same' : a.day === b.day ? 'day' : 'apart'
  }
  return a.day === b.day ? 'day' : 'apart'
}

function hostsOf(a: Item, b: Item): Hosts {
  if (a.organisations.length === 0 || b.organisations.length === 0) return 'unknown'
  const isShared = a.organisations.some(one => b.organisations.some(other => isOneHost(one, other)))
  return isShared ? 'shared' : 'others'
}

/** “IOM”, “IOM Nepal” and “International Organization for Migration” may well be one. */
function isOneHost(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 3 && ` ${long} `.includes(` ${short} `)) return true
  if (short.length > 8 || short.includes(' ')) return false
  const words = long.split(' ')
  return [words, words.filter(word => !idle.has(word))].some(
    all => all.map(([letter]) => letter).join('') === short,
  )
}

/** Words that give no letter to an abbreviation, and tell no place from another. */
const idle = new Set('of the for and de des du la le les et y e der die das und für in on at a'.split(' '))
const anywhere = new Set(
  'online zoom hall room centre center venue street st avenue av road building'.split(' '),
)

function placeWords(place: Content['place']): string[] {
  if (!place) return []
  const words = foldName(`${place.name ?? ''} ${place.address ?? ''}`).split(' ')
  return words.filter(
    word => word.length > 1 && !/^\d+$/.test(word) && !idle.has(word) && !anywhere.has(word),
  )
}

/** Both tell, and nothing in common. */
function areApart(one: string[], other: string[]): boolean {
  return one.length > 0 && other.length > 0 && common(one, other) === null
}

function common(one: string[], other: string[]): string | null {
  for (const each of one) if (other.includes(each)) return each
  return null
}
