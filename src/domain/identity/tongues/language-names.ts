import { foldName } from '../../fold-name.ts'
import { romanised } from './romanise.ts'

/** The countries that a title names by one word, in whatever tongue. */
export function countriesNamed(words: readonly string[]): readonly string[] {
  countries ??= namesOf('region', regions)
  return namedBy(words, countries)
}

/** The languages that a title names, in whatever tongue: “(Nederlands)”, “en español”, “in English”. */
export function languagesNamed(words: readonly string[]): readonly string[] {
  spoken ??= namesOf('language', languages)
  return namedBy(words, spoken)
}

const languages = 'ar bn de el en es fa fi fr he hi id it ja ko nl pl pt ru sv sw tr uk ur vi zh'.split(' ')

/** ISO 3166-1; what has no name of its own in CLDR is none. */
const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const regions = letters.flatMap(one => letters.map(other => one + other))

function namedBy(words: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  let found = none
  for (const word of words) {
    const name = word.length > 3 ? names.get(word) : undefined
    if (name !== undefined) found = [...found, name]
  }
  return found
}

const none: readonly string[] = []

let countries: Map<string, string> | undefined
let spoken: Map<string, string> | undefined

function namesOf(type: 'language' | 'region', codes: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const locale of languages) {
    const said = new Intl.DisplayNames(locale, { type, fallback: 'none' })
    for (const code of codes) {
      const name = said.of(code)
      if (name !== undefined) names.set(romanised(foldName(name)), code)
    }
  }
  return names
}
