import type { ScriptWords } from '../ui/script-words.ts'

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
  const words = document.querySelector('script#words')
  const root = document.documentElement
  const { zone, locale, chosen } = root.dataset
  if (!words || !zone || !locale) return null
  const own = chosen === undefined ? ownZone() : null
  return {
    words: JSON.parse(words.textContent!) as ScriptWords,
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
