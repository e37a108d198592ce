import { type CityNames, nameCities } from '../../../time/city-names.ts'
import { plainCity } from '../../../time/say-time.ts'

let named: Promise<void> | undefined

/** When all cities are called as the language of the page calls them; as tzdb does where nothing says how. */
export function citiesNamed(): Promise<void> {
  named ??= nameAll().catch(() => {})
  return named
}

/** Until then they are called as the site has called them. */
export function keepNames(places: Iterable<HTMLElement>): void {
  for (const { dataset, textContent } of places) {
    const city = plainCity(dataset.place ?? '')
    if (city) nameCities(localeOfPage(), { [city]: textContent.trim() })
  }
}

async function nameAll(): Promise<void> {
  const { cities } = document.documentElement.dataset
  if (!cities) return
  const { default: names } = (await import(/* @vite-ignore */ cities)) as { default: CityNames }
  nameCities(localeOfPage(), names)
}

function localeOfPage(): string {
  return document.documentElement.dataset.locale ?? 'en'
}
