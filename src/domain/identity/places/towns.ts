import type { City } from '../../../time/cities.ts'
import { citiesCalled } from '../../../time/cities-called.ts'
import { countryOf, countryOfField } from '../../../time/countries.ts'
import { fold } from '../../../time/fold.ts'
import { foldName } from '../../fold-name.ts'
import { romanised } from '../tongues/romanise.ts'
import type { Traits } from '../traits.ts'
import { placeName } from './place-names.ts'
import { citiesInTongues, citiesSounding, citiesSpelt } from './sounding-cities.ts'
import { isStreet } from './streets.ts'

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

export type Towns = Pick<Whereabouts, 'cities' | 'isHeard'>

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
export function areTownsApart(a: Towns, b: Towns): boolean {
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

type IsHere = (city: City) => boolean

function find({ place, zones }: Traits): Whereabouts {
  const { name = '', address = '', country } = place!
  const parts = `${name},${address}`.split(/[,;|()·/،、，：:]|\s[-–—]\s/).map(partOf)
  const field = country ? countryOfField(country) : null
  const countries = new Set(field ? [field] : [])
  const words = new Set<string>()
  const addWords = (more: readonly string[]) => {
    for (const word of more) words.add(placeName(romanised(word)))
  }
  for (const { said, words: own } of parts) {
    const code = said.length > 3 ? countryOf(said) : null
    if (!code) continue
    countries.add(code)
    addWords(own)
  }
  const isHere: IsHere = city => countries.has(city.country) || zones.includes(city.zone)
  const all = parts.flatMap(part => townOf(part, isHere) ?? [])
  for (const { said } of all) addWords(said)
  const cities = all.flatMap(town => town.cities)
  const [first] = cities
  if (first && cities.every(city => city.country === first.country)) countries.add(first.country)
  const [isTold, isHeard] = [all.some(town => town.isTold), all.some(town => town.isHeard)]
  return { cities, isTold, isHeard, countries: [...countries], words }
}

type Town = Towns & { isTold: boolean; said: readonly string[] }

/** What the whole of a part calls, near or far; in a longer name, what is here or known to everybody. */
function townOf(part: Part, isHere: IsHere): Town | null {
  for (const said of spansOf(part)) {
    const isTold = said.length === part.words.length
    const name = said.join(' ')
    if (name.length < (isTold ? 2 : 3)) continue
    let all: readonly City[] = [...citiesCalled(fold(name)), ...citiesInTongues(name)]
    if (all.length === 0 && isTold) all = citiesSpelt(name, isHere)
    const isHeard = all.length === 0 && isTold
    if (isHeard) all = citiesSounding(name, isHere)
    const here = all.filter(isHere)
    const isKnown = isTold || (all[0]?.people ?? 0) >= many
    const cities = here.length > 0 || !isKnown ? here : all
    if (cities.length > 0) return { said, cities, isTold, isHeard }
  }
  return null
}

/** From as many people a city is known by its name alone. */
const many = 500_000

type Part = { said: string; words: string[]; isHouse: boolean }

/** A postal code before a town is none of it, nor is a district behind it (“Praha 1”); a longer number is that of a house. */
function partOf(part: string): Part {
  const said = part
    .replace(/[\u200b-\u200d]/g, '')
    .trim()
    .replace(/^(?:[A-Z]{1,3}[- ])?\d{4,6}\s|\s\p{Nd}{1,2}(?:e|er|ème|\.)?$/gu, '')
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
