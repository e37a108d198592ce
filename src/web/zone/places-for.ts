import { cityOf } from '../../time/say-time.ts'
import { searchZones } from '../../time/zones.ts'

/** A zone, and the place by which somebody looked for it where the zone is named after another. */
export type FoundPlace = { zone: string; place: string | null }

/**
 * Zones for what a reader typed. A city that no zone is named after (Geneva) is looked for among thousands of
 * places, which are loaded only then.
 */
export async function placesFor(sought: string, locale: string, now: number): Promise<FoundPlace[]> {
  const found = searchZones(sought, locale, now).map(zone => ({ zone, place: null }))
  if (found.length) return found
  const { zonesOfPlaceName } = await import('../../time/places.ts')
  return zonesOfPlaceName(titled(sought)).map(zone => ({
    zone,
    place: cityOf(zone, locale)?.toLowerCase() === sought.toLowerCase() ? null : titled(sought),
  }))
}

/** `geneva` is sought, Geneva is meant. */
function titled(words: string): string {
  return words.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, letter => letter.toUpperCase())
}
