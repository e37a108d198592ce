import { plainMarkdown } from '../../plain-markdown.ts'
import { isThing, type Json, textIn } from '../json.ts'
import { textAt, textsAt, thingsAt } from './paths.ts'
import type { ToldEvent, ToldParty } from './told-event.ts'

/** Where a service keeps what of an event: paths for `textAt`. */
type Paths = {
  [Field in
    | 'uid'
    | 'title'
    | 'about'
    | 'markdown'
    | 'url'
    | 'image'
    | 'language'
    | 'start'
    | 'end'
    | 'minutes'
    | 'zone'
    | 'join'
    | 'stream'
    | 'registration'
    | 'tags'
    | 'organiser'
    | 'people'
    | 'place'
    | 'address'
    | 'street'
    | 'city'
    | 'region'
    | 'postcode'
    | 'country'
    | 'lat'
    | 'lon']?: string
}

/** How one service tells its events. */
export type Dialect = {
  /** Each of these stands near the beginning of every answer of it. */
  signs: RegExp[]
  /** Whether a thing in the answer is one of its events. */
  is: (thing: Json) => boolean
  at: Paths
  /** What no path can say. It counts before the paths. */
  more?: (thing: Json) => ToldEvent
  /** Dates of one event that comes several times, each with what it has of its own. */
  dates?: (thing: Json) => ToldEvent[]
}

/** The events of an answer, in its order; each of several dates is one. */
export function* toldIn(answer: unknown, dialect: Dialect): Generator<ToldEvent> {
  for (const thing of thingsIn(answer, dialect.is, 0)) {
    const told = { ...byPaths(thing, dialect.at), ...definedOf(dialect.more?.(thing) ?? {}) }
    const dates = dialect.dates?.(thing) ?? []
    if (dates.length === 0) yield told
    for (const date of dates.slice(0, mostDates))
      yield { ...told, ...definedOf(date), isOneOfSeveral: dates.length > 1 }
  }
}

const mostDates = 1000
const deepest = 12

function* thingsIn(value: unknown, is: (thing: Json) => boolean, depth: number): Generator<Json> {
  if (depth > deepest) return
  if (Array.isArray(value)) for (const one of value) yield* thingsIn(one, is, depth + 1)
  if (!isThing(value)) return
  if (is(value)) return yield value
  for (const inner of Object.values(value)) yield* thingsIn(inner, is, depth + 1)
}

function byPaths(thing: Json, at: Paths): ToldEvent {
  const one = (paths: string | undefined) => (paths ? textAt(thing, paths) : undefined)
  const markdown = one(at.markdown)
  const minutes = Number(one(at.minutes) ?? Number.NaN)
  const { place, address, street, city, region, postcode, country, lat, lon } = at
  return {
    uid: one(at.uid),
    title: one(at.title),
    about: markdown ? plainMarkdown(markdown) : one(at.about),
    url: one(at.url),
    image: one(at.image),
    language: one(at.language),
    start: one(at.start),
    end: one(at.end),
    minutes: Number.isFinite(minutes) && minutes > 0 ? minutes : undefined,
    zone: one(at.zone),
    join: one(at.join),
    stream: one(at.stream),
    registration: one(at.registration),
    tags: at.tags ? textsAt(thing, at.tags) : undefined,
    organisers: at.organiser ? partiesAt(thing, at.organiser) : undefined,
    people: at.people ? partiesAt(thing, at.people) : undefined,
    place: {
      name: one(place),
      address: one(address),
      street: one(street),
      city: one(city),
      region: one(region),
      postcode: one(postcode),
      country: one(country),
      lat: one(lat),
      lon: one(lon),
    },
  }
}

/** Names, or things that have one. */
export function partiesAt(thing: unknown, paths: string): ToldParty[] {
  const named = thingsAt(thing, paths).flatMap(one => {
    const name = textAt(one, 'name|title|organizer|fullName|full_name')
    const url = textAt(one, 'website|url')
    return name ? [{ name, url: url && /^https?:/.test(url) ? url : undefined }] : []
  })
  return named.length > 0 ? named : textsAt(thing, paths).map(name => ({ name }))
}

function definedOf(told: ToldEvent): ToldEvent {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** A page that is told beside the event's own. */
export function addressesIn(value: unknown): { url: string }[] | undefined {
  const url = textIn(value, 4000)
  return url && /^https?:/.test(url) ? [{ url }] : undefined
}
