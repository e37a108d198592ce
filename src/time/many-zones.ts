import { countryOf } from './countries.ts'
import { fold } from './fold.ts'
import { isCountryItself, zonesOfCountry } from './places.ts'

/** Countries whose people live by clocks that differ; outlying islands of the others do not make their time doubtful. */
const manyZones = new Set(['US', 'BR', 'RU', 'AU', 'CA', 'MX', 'ID', 'CD', 'MN', 'PG', 'KZ'])

/** Zones that words for a place may equally mean: those of a country with several, or of namesakes of comparable size. */
export function rivalsOf(words: string, zones: string[]): string[] {
  if (!isCountryItself(words)) return isNamesake(words) ? zones.slice(1, 4) : []
  const code = countryOf(words)
  return code ? rivalsInCountry(code) : []
}

/** Zones of a country beside the first, the most peopled first. */
export function rivalsInCountry(code: string): string[] {
  return manyZones.has(code) ? zonesOfCountry(code).slice(1, 12) : []
}

/** A province lies where it lies; only names of cities are shared. */
function isNamesake(words: string): boolean {
  return !/[,;/|()]/.test(words) && fold(words).length > 2
}
