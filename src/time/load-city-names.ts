import english from '../../locales/cities/en.json' with { type: 'json' }
import { type CityNames, nameCities } from './city-names.ts'

/** One file for each language of the pages; a language without one calls cities as tzdb does. */
const files = new Map<string, () => Promise<{ default: CityNames }>>(
  Object.entries({
    ar: () => import('../../locales/cities/ar.json', { with: { type: 'json' } }),
    de: () => import('../../locales/cities/de.json', { with: { type: 'json' } }),
    es: () => import('../../locales/cities/es.json', { with: { type: 'json' } }),
    fil: () => import('../../locales/cities/fil.json', { with: { type: 'json' } }),
    fr: () => import('../../locales/cities/fr.json', { with: { type: 'json' } }),
    id: () => import('../../locales/cities/id.json', { with: { type: 'json' } }),
    ru: () => import('../../locales/cities/ru.json', { with: { type: 'json' } }),
    zh: () => import('../../locales/cities/zh.json', { with: { type: 'json' } }),
  }),
)

nameCities('en', english)
const loaded = new Set<string>()

/** Has the names of cities ready in the language of a locale; on the server, to be awaited before they are said. */
export async function loadCityNames(locale: string): Promise<void> {
  const language = locale.split('-')[0]!
  if (loaded.has(language)) return
  const file = await files.get(language)?.()
  if (file) nameCities(language, file.default)
  loaded.add(language)
}
