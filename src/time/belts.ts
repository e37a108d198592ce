import { fold } from './fold.ts'
import { isCountryItself, zonesOfPlaceName } from './places.ts'
import { zoneNames } from './zone-names.ts'
import { countryOfZone } from './zones.ts'

/**
 * The zone of a belt of time ("Mountain", "Eastern Time") within a place told beside it ("US", "Canada", "Arizona",
 * "Australia"): the name both have together, else the zone of that place that keeps the belt's time. Null where the
 * place has no such zone, or the words are no belt's.
 */
export function zoneOfBelt(belt: string, place: string): string | null {
  const name = beltIn(belt)
  if (!name) return null
  const known = zoneNames.get(`${fold(place)} ${name}`) ?? zoneNames.get(`${name} ${fold(place)}`)
  if (known) return known
  const kept = winterOffset(zoneNames.get(name) ?? 'UTC')
  const places = place.split(/\s*(?:&|\/|,|\band\b)\s*/).filter(Boolean)
  const zones = places.flatMap(one => zonesOfPlaceName(one))
  const zone = zones.find(one => hasBelts(one) && winterOffset(one) === kept) ?? null
  // New York and Toronto have one time; the belt's own name is the likelier where it lies in that country.
  const own = zoneNames.get(name)
  return own && zone && zones.includes(own) && places.some(one => isCountryItself(one)) ? own : zone
}

/** "Mountain Time", "Pacific (standard)": the belt's name without the words around it. */
export function beltIn(words: string): string | null {
  const bare = fold(words).replace(/ ?\b(?:standard|daylight|summer|winter|saving|savings|time|zone)\b/g, '')
  return belts.has(bare.trim()) ? bare.trim() : null
}

const belts = new Set(['eastern', 'central', 'mountain', 'pacific', 'atlantic', 'western'])

/** Only North America calls its time by the belts that these offsets are of. */
function hasBelts(zone: string): boolean {
  return northAmerica.has(countryOfZone(zone) ?? '')
}

const northAmerica = new Set('US CA MX GT BZ HN SV NI CR PA CU JM HT BS DO PR VI BM KY TC'.split(' '))

function winterOffset(zone: string): number {
  return Temporal.PlainDate.from('2022-01-15').toZonedDateTime(zone).offsetNanoseconds
}
