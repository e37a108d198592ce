import { type CityNames, cityIn, nameCities } from '../../time/city-names.ts'
import { plainCity } from '../../time/say-time.ts'

/**
 * What the reader's own city is called, where tzdb has it otherwise, with the address of the file that says so: another
 * one may say another name. It is kept in this browser, and told to nobody.
 */
const place = 'city'

/** Names that are there at once: those that the page tells, and that of the reader's own city, from the last time. */
export function recallCities(locale: string, told?: CityNames): void {
  let own: CityNames | undefined
  try {
    const [file, names] = JSON.parse(localStorage[place])
    if (file === document.documentElement.dataset.cities) own = names
  } catch {
    // Nothing was kept, or nothing may be.
  }
  nameCities(locale, { ...told, ...own })
}

/** Whether it is known what the city of a zone is called in the language of the page. */
export function isCityCalled(zone: string, locale: string): boolean {
  const city = plainCity(zone)
  return !document.documentElement.dataset.cities || !city || cityIn(locale, city) !== null
}

/**
 * Asks what the city of a zone is called in the language of the page, where nobody has told that yet.
 *
 * @returns what it was called until now; null where that stays
 */
export async function learnCity(zone: string, locale: string): Promise<string | null> {
  const { cities } = document.documentElement.dataset
  const city = plainCity(zone)
  if (!cities || !city || cityIn(locale, city)) return null
  const { default: names } = (await import(/* @vite-ignore */ cities)) as { default: CityNames }
  const own = { [city]: names[city] ?? city }
  nameCities(locale, own)
  if (own[city] === city) return null
  try {
    localStorage[place] = JSON.stringify([cities, own])
  } catch {
    // It is asked for again.
  }
  return city
}
