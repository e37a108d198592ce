import lookup from '@photostructure/tz-lookup'
import { getCountry } from 'countries-and-timezones'
import { type City, citiesNamed, zonesOfCities, zonesOfProvince } from './cities.ts'
import { countryOf, countryOfField } from './countries.ts'
import { otherCityNames } from './country-names.ts'
import { zoneOfExonym } from './exonyms.ts'
import { fold } from './fold.ts'
import { canonicalZone } from './zones.ts'

/** `country` is a name in any of many languages, or an ISO code. Degrees, north and east positive. */
export type PlaceWords = { name?: string; address?: string; country?: string; lat?: number; lon?: number }

/**
 * IANA zones of a city, a region or a country named in words that are believed to be a place
 * ("Xalapa, Veracruz", "Hong Kong SAR", "Western Australia"), likeliest first; `[]` where no such place is known.
 * With a country, namesakes elsewhere are passed over.
 */
export function zonesOfPlaceName(words: string, country?: string): string[] {
  const within = country ? (countryOfField(country) ?? undefined) : undefined
  const parts = partsOf(words)
  if (isBelt(parts[0]) && parts.length > 1) {
    const zones = zonesOfPlaceName(parts.slice(1).join(', '), country)
    return zones.length === 1 ? zones : []
  }
  const qualifiers = parts.length > 1 ? parts : []
  for (const part of parts) {
    const zones = zonesOfCity(part, qualifiers, within)
    if (zones.length) return zones
  }
  for (const part of parts) {
    const zones = zonesOfRegion(part, qualifiers, within)
    if (zones.length) return zones
  }
  for (const part of parts.toReversed()) {
    const code = countryOf(part)
    if (code && (!within || within === code)) return zonesOfCountry(code)
  }
  return []
}

/** "Mountain (US)" is a belt of time and no place; "Central, Hong Kong" is one. */
function isBelt(part: string | undefined): boolean {
  return /^(?:eastern|central|mountain|pacific|atlantic|western)(?: (?:standard|daylight))?$/i.test(
    part ?? '',
  )
}

/** Zones of a country by name or code, that of most of its people first; `[]` where it is not known. */
export function zonesOfCountry(country: string): string[] {
  const code = countryOfField(country)
  if (!code) return []
  const own = zonesOfCities(code)
  return own.length ? [...own] : (getCountry(code)?.timezones ?? []).map(zone => canonicalZone(zone) ?? zone)
}

/**
 * The zone of a place: by its coordinates; else by its city, within its country where one is given; else by its
 * country (of a country with several zones, that of most of its people: see `zonesOfCountry`).
 */
export function zoneOfPlace(
  place: PlaceWords,
): { zone: string; by: 'coordinates' | 'city' | 'country' } | null {
  const there = zoneOfCoordinates(place)
  if (there) return { zone: there, by: 'coordinates' }
  for (const words of [place.name, place.address]) {
    const [zone] = words ? zonesOfPlaceName(words, place.country) : []
    if (zone) return { zone, by: isCountryItself(words ?? '', place.country) ? 'country' : 'city' }
  }
  const [zone] = place.country ? zonesOfCountry(place.country) : []
  return zone ? { zone, by: 'country' } : null
}

/** Whether a place is told no closer than its country. Salvador in Brazil is not El Salvador, whatever the French call it. */
export function isCountryItself(words: string, country?: string): boolean {
  const code = countryOf(words)
  return code !== null && (!country || countryOfField(country) === code)
}

/**
 * Coordinates that lie outside the country that is told, and inside it once a lost sign is put back or the two are
 * exchanged, were written down wrong. Otherwise they are nearer to the truth than the name of a country.
 */
function zoneOfCoordinates({ lat, lon, country }: PlaceWords): string | null {
  const told = zoneAt(lat, lon)
  if (!told || !country || lat === undefined || lon === undefined) return told
  const within = zonesOfCountry(country)
  if (within.length === 0 || within.includes(told)) return told
  const slips = [zoneAt(-lat, lon), zoneAt(lat, -lon), zoneAt(-lat, -lon), zoneAt(lon, lat)]
  return slips.find(zone => zone !== null && within.includes(zone)) ?? told
}

function zoneAt(lat: number | undefined, lon: number | undefined): string | null {
  if (lat === undefined || lon === undefined || (lat === 0 && lon === 0)) return null
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null
  const zone = lookup(lat, lon)
  return zone.startsWith('Etc/') ? null : (canonicalZone(zone) ?? zone)
}

/** A round-up rarely gives more parts than these; an address pasted into a venue may. */
const mostParts = 8

function partsOf(words: string): string[] {
  const bare = words
    .slice(0, 300)
    .replace(/\b(?:local |standard )?time\b/gi, ' ')
    .replace(/\bWashington,? D\.? ?C\.?(?![\p{L}\d])/gu, 'Washington DC')
  return bare
    .split(/[,;/|()[\]\n＆、，–—]+| - /u)
    .map(part => part.trim())
    .filter(part => /\p{L}/u.test(part))
    .slice(0, mostParts)
}

function zonesOfCity(part: string, qualifiers: string[], within?: string): string[] {
  const exonym = within || qualifiers.length ? null : zoneOfExonym(part)
  if (exonym) return [exonym]
  for (const [at, name] of namesIn(part).entries()) {
    const other = at === 0 ? otherCityNames.get(name) : undefined
    if (!other && isCode(part)) continue
    const known = other ? citiesNamed(other[0]).filter(city => city.country === other[1]) : citiesNamed(name)
    const cities = within ? known.filter(city => city.country === within) : known
    if (!cities.length || isOrdinaryWord(part, name, cities, within !== undefined)) continue
    const named = cities.filter(city => qualifiers.some(words => words !== part && isIn(city, words)))
    if (!named.length && !within && contradicts(part, qualifiers)) continue
    return zonesOf(named.length ? named : cities)
  }
  return []
}

function zonesOfRegion(part: string, qualifiers: string[], within?: string): string[] {
  const country =
    within ?? qualifiers.map(words => (words === part ? null : countryOf(words))).find(code => code)
  if (!country && countryOf(part) && !isCode(part)) return withNamesake(part)
  if (isCode(part)) return zonesOfProvince(part, country ?? undefined)
  for (const name of namesIn(part)) {
    if (ordinary.has(name)) continue
    const zones = zonesOfProvince(name, country ?? undefined)
    if (zones.length) return zones
  }
  return []
}

/** "Georgia" is a country and a state: the country is likelier, the state stays possible. */
function withNamesake(part: string): string[] {
  return [...new Set([...zonesOfCountry(part), ...zonesOfProvince(fold(part))])]
}

/** "London, Ontario" where only another London is known must not become that one. */
function contradicts(part: string, qualifiers: string[]): boolean {
  return qualifiers.some(
    words => words !== part && (countryOf(words) !== null || zonesOfProvince(fold(words)).length > 0),
  )
}

function isIn(city: City, words: string): boolean {
  if (city.state !== '' && city.state === words) return true
  return namesIn(words).some(name => city.province === name) || countryOf(words) === city.country
}

/** "WA", "NSW": a state's postal abbreviation, not the town of Wa. */
function isCode(part: string): boolean {
  return /^[A-Z]{2,3}$/.test(part)
}

/** Zones in the order of their largest city; a hamlet does not make a metropolis ambiguous. */
function zonesOf(cities: readonly City[]): string[] {
  const largest = cities[0]?.people ?? 0
  return [...new Set(cities.filter(city => city.people >= largest / 5).map(city => city.zone))]
}

/** The name as it is, then without the words people put around it. */
function namesIn(part: string): string[] {
  const whole = fold(part)
  const bare = whole
    .replace(/\b\d+\b/g, ' ')
    .replace(
      /^\s*(?:greater|metro|city of|town of|state of|province of|region of|municipality of|villa|ville de|ciudad de|cidade de|stadt|the) /,
      ' ',
    )
    .replace(
      / (?:city|metropolitan area|metro area|metropolis|area|region|province|state|prefecture|pref|county|district|municipality|sar|oblast|shi)\s*$/,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
  return bare && bare !== whole ? [whole, bare] : [whole]
}

/** "Reading", "Nice" and "Mobile" are cities too: written small, only a large city is believed. */
function isOrdinaryWord(part: string, name: string, cities: readonly City[], inCountry: boolean): boolean {
  if (ordinary.has(name)) return !inCountry || part === part.toLowerCase()
  return !inCountry && /^[a-z ]+$/.test(part) && (cities[0]?.people ?? 0) < 300_000
}

const ordinary = new Set(
  'reading nice mobile normal most date march of bath male central eastern western northern southern orange same split mission union university pacific mountain atlantic standard summer daylight man bar much hope same start open home online virtual network enterprise independence may'.split(
    ' ',
  ),
)
