import type { ScriptWords } from '../ui/script-words.ts'
import { recallCities } from './own-city.ts'

/** What the page tells its scripts, and whose zone they show it in. */
export type PageState = {
  words: ScriptWords
  zone: string
  locale: string
  dir: 'ltr' | 'rtl'
  zoneChanged: boolean
}

/** Null on pages that show no times. */
export function readState(): PageState | null {
  const element = document.querySelector('script#words')
  const root = document.documentElement
  const { zone, locale, chosen } = root.dataset
  if (!element || !zone || !locale) return null
  const words = JSON.parse(element.textContent!) as ScriptWords
  const own = chosen === undefined ? ownZone() : null
  recallCities(locale, words.cities)
  return {
    words,
    zone: own ?? zone,
    locale,
    dir: root.dir === 'rtl' ? 'rtl' : 'ltr',
    zoneChanged: own !== null && own !== (root.dataset.shown ?? zone),
  }
}

/**
 * The zone of the reader's machine; null where the browser does not tell one. `Temporal` tells it at once; for `Intl` a
 * browser first loads all it knows of languages.
 */
export function ownZone(): string | null {
  return globalThis.Temporal?.Now.timeZoneId() ?? (Intl.DateTimeFormat().resolvedOptions().timeZone || null)
}
