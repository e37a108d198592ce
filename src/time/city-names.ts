/**
 * What the cities that zones are named after are called, by language: only those that are called otherwise than in
 * tzdb, by the names that they have there. They are given by whoever has them – the server with the words of a
 * language, the browser where a reader needs one – since those of a language are too many to be there for nothing.
 */
const named = new Map<string, Record<string, string>>()

export type CityNames = Readonly<Record<string, string>>

/** Adds names of a language, which is that of a locale (BCP 47). */
export function nameCities(locale: string, names: CityNames): void {
  const language = languageOf(locale)
  named.set(language, { ...named.get(language), ...names })
}

/** `Manila` → `مانيلا`; null where nobody gave it another name. */
export function cityIn(locale: string, city: string): string | null {
  return named.get(languageOf(locale))?.[city] ?? null
}

function languageOf(locale: string): string {
  return locale.split('-')[0]!
}
