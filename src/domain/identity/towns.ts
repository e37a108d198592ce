import type { City } from '../../time/cities.ts'
import { citiesCalled } from '../../time/cities-called.ts'
import { countryOf, countryOfField } from '../../time/countries.ts'
import { fold } from '../../time/fold.ts'
import { foldName } from '../fold-name.ts'
import { romanised } from './romanise.ts'
import { placeName } from './place-names.ts'
import { citiesInTongues, citiesSounding } from './sounding-cities.ts'
import { isStreet } from './streets.ts'
import type { Traits } from './traits.ts'

/** Where a place is on the map, as far as its towns and countries are known. */
export type Whereabouts = {
  /** The cities that may be meant, namesakes and all. */
  cities: readonly City[]
  /** Whether one of them stands by itself (“Lahore”, “Hall 2, Lahore”) and not in a name (“Leipzig Museum”). */
  isTold: boolean
  countries: readonly string[]
  /** One of them is known by its sound alone, and may be another. */
  isHeard: boolean
  /** The words of its known towns and countries, which tell no house. */
  words: ReadonlySet<string>
}

/** Made when a place is first compared. */
export function whereabouts(traits: Traits): Whereabouts {
  const known = made.get(traits)
  if (known) return known
  const found = traits.place ? find(traits) : nowhere
  made.set(traits, found)
  return found
}

const made = new WeakMap<Traits, Whereabouts>()
const nowhere: Whereabouts = { cities: [], isTold: false, isHeard: false, countries: [], words: new Set() }

/** Whether both are in towns that are known, and too far from each other to be one. */
export function areTownsApart(a: Whereabouts, b: Whereabouts): boolean {
  if (a.cities.length === 0 || b.cities.length === 0 || a.isHeard || b.isHeard) return false
  return !a.cities.some(one => b.cities.some(other => areNear(one, other)))
}

export function areCountriesApart({ countries: a }: Whereabouts, { countries: b }: Whereabouts): boolean {
  return a.length > 0 && b.length > 0 && !a.some(country => b.includes(country))
}

/** The zones of its towns, where these are known: that of an event may be its reader's. */
export function zonesOfPlace(traits: Traits): readonly string[] {
  const { cities, isTold } = whereabouts(traits)
  return isTold ? cities.map(({ zone }) => zone) : traits.zones
}

/** Both the zone of its hour and those of its towns, where these are known. */
export function zonesTold(traits: Traits): readonly string[] {
  const { cities, isTold } = whereabouts(traits)
  return isTold ? [...traits.zones, ...cities.map(({ zone }) => zone)] : traits.zones
}

/** In kilometres: a suburb and its city are told for each other. */
const near = 40

function areNear(one: City, other: City): boolean {
  if (one === other) return true
  const north = (one.lat - other.lat) * 111
  if (Math.abs(north) > near) return false
  const east = (one.lon - other.lon) * 111 * Math.cos((one.lat * Math.PI) / 180)
  return Math.hypot(north, east) < near
}

function find({ place, zones }: Traits): Whereabouts {
  const { name = '', address = '', country } = place!
  const parts = `${name},${address}`.split(/[,;|()·/،、，：:]|\s[-–—]\s/).map(partOf)
  const field = country ? countryOfField(country) : null
  const countries = new Set<string>(field ? [field] : [])
  const words = new Set<string>()
  for (const { said, words: own } of parts) {
    const code = said.length > 3 ? countryOf(said) : null
    if (!code) continue
    countries.add(code)
    for (const word of own) words.add(placeName(romanised(word)))
  }
  const isHere = ({ country: its, zone }: City) => countries.has(its) || zones.includes(zone)
  const told: City[] = []
  const named: City[] = []
  let isHeard = false
  for (const part of parts) {
    for (const span of spansOf(part)) {
      const said = span.join(' ')
      const isWhole = span.length === part.words.length
      if (said.length < (isWhole ? 2 : 3)) continue
      const all = [...citiesCalled(fold(said)), ...citiesInTongues(said)]
      if (all.length === 0 && isWhole) {
        all.push(...citiesSounding(said, isHere))
        isHeard ||= all.length > 0
      }
      const here = all.filter(isHere)
      const cities = here.length || (!isWhole && (all[0]?.people ?? 0) < many) ? here : all
      if (cities.length === 0) continue
      ;(isWhole ? told : named).push(...cities)
      for (const word of span) words.add(placeName(romanised(word)))
      break
    }
  }
  const cities = [...told, ...named]
  const [first] = cities
  if (first && cities.every(each => each.country === first.country)) countries.add(first.country)
  return { cities, isTold: told.length > 0, isHeard, countries: [...countries], words }
}

/** From as many people a city is known by its name alone. */
const many = 500_000

type Part = { said: string; words: string[]; isHouse: boolean }

/** A postal code before a town is none of it, nor is a district behind it (“Praha 1”); a longer number is that of a house. */
function partOf(part: string): Part {
  const said = part
    .replace(/[\u200b-\u200d]/g, '')
    .trim()
    .replace(/^(?:[A-Z]{1,3}[- ])?\d{4,6}\s+|\s+\p{Nd}{1,2}(?:e|er|ème|\.)?$/gu, '')
  const words = said === '' ? [] : foldName(said).split(' ')
  return { said, words, isHouse: /\p{Nd}/u.test(said) || words.some(word => isStreet(word)) }
}

/** All its words; then, of what is no house in a street, those at the end and at the beginning, three or fewer. */
function* spansOf({ words, isHouse }: Part): Iterable<string[]> {
  if (words.length === 0) return
  if (words.length <= 5) yield words
  if (isHouse) return
  for (let count = Math.min(3, words.length - 1); count > 0; count--) {
    yield words.slice(-count)
    yield words.slice(0, count)
  }
}
