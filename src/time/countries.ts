import { getAllCountries } from 'countries-and-timezones'
import { distance } from 'fastest-levenshtein'
import alpha3 from 'i18n-iso-countries/codes.json' with { type: 'json' }
import longNames from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import nationalities from 'i18n-nationality/langs/en.json' with { type: 'json' }
import { otherCountryNames, otherDemonyms } from './country-names.ts'
import { fold } from './fold.ts'

/**
 * ISO 3166 alpha-2 code of a country by its name in English or one of the languages below, its long name at
 * the United Nations, its two-letter code in capitals (EST and PST are time zones first), or its people
 * ("Portuguese"); doubled letters are no hindrance ("Phillipines"). Null where it is none of these.
 */
export function countryOf(words: string): string | null {
  const trimmed = words.trim()
  if (trimmed.length > 100) return null
  if (/^[A-Z]{2}$/.test(trimmed)) {
    const code = byCode().get(trimmed)
    if (code) return code
  }
  const key = fold(trimmed).replace(/^the /, '')
  if (!key) return null
  return byKey(key) ?? byKey(rearranged(trimmed)) ?? inOtherLanguages().get(key) ?? null
}

/** The same for a field that is known to hold a country: three-letter codes too, and a slip of the pen is forgiven ("Columbia"). */
export function countryOfField(words: string): string | null {
  const exact = countryOf(words) ?? byCode().get(words.trim().toUpperCase())
  if (exact) return exact
  const key = fold(words).replace(/^the /, '')
  if (key.length < 5 || key.length > 60) return null
  let best: string | null = null
  let least = key.length < 8 ? 2 : 3
  for (const [name, code] of english()) {
    if (name[0] !== key[0] || Math.abs(name.length - key.length) >= least) continue
    const steps = distance(name, key)
    if (steps < least) {
      least = steps
      best = code
    } else if (steps === least && code !== best) {
      best = null
    }
  }
  return best
}

function byKey(key: string): string | undefined {
  return english().get(key) ?? demonyms().get(key) ?? byWords(key) ?? squeezed().get(squeeze(key))
}

/** "Congo, Democratic Republic of the", "Macedonia (FYROM)", "Czech Rep.": as lists write them. */
function rearranged(words: string): string {
  const [name = '', form = ''] = words.replace(/\(.*?\)/g, ' ').split(',', 2)
  const told = fold(`${form.replace(/\bthe\s*$/, '')} ${name}`)
  return told
    .replace(/^the /, '')
    .replace(/\brep\b/g, 'republic')
    .replace(/\bdem\b/g, 'democratic')
}

/** Names are also asked for in these: the six of the United Nations and those of large online communities. */
const languages =
  'ar zh es fr ru de pt it nl id tr ja ko pl uk sv da nb fi cs el hu ro hr ca vi th hi bn fa he sw'.split(' ')

let codes: Map<string, string> | undefined
function byCode(): Map<string, string> {
  codes ??= new Map([
    ...Object.keys(getAllCountries()).map((code): [string, string] => [code, code]),
    ...alpha3.map((row): [string, string] => [String(row[1]), String(row[0])]),
    ['UK', 'GB'],
    ['XK', 'XK'],
  ])
  return codes
}

let englishNames: Map<string, string> | undefined
function english(): Map<string, string> {
  if (englishNames) return englishNames
  const names = new Map<string, string>()
  for (const [code, name] of Object.entries(longNames.countries))
    for (const one of [name].flat()) names.set(fold(one).replace(/^the /, ''), code)
  for (const { id, name } of Object.values(getAllCountries())) names.set(fold(name), id)
  for (const [code, name] of namesIn('en')) names.set(fold(name), code)
  for (const [name, code] of otherCountryNames) names.set(name, code)
  englishNames = names
  return names
}

let squeezedNames: Map<string, string> | undefined
function squeezed(): Map<string, string> {
  squeezedNames ??= new Map(
    [...english()].filter(([name]) => name.length > 4).map(([name, code]) => [squeeze(name), code]),
  )
  return squeezedNames
}

function squeeze(name: string): string {
  return name.replace(/(.)\1+/gu, '$1')
}

let peoples: Map<string, string> | undefined
function demonyms(): Map<string, string> {
  peoples ??= new Map([
    ...Object.entries(nationalities.nationalities).map(([code, name]): [string, string] => [
      fold(name),
      code,
    ]),
    ...Object.entries(otherDemonyms),
  ])
  return peoples
}

/** "Tanzania, United Republic of", "Republic of Kenya", "Macau S.A.R": the name without its form of state. */
function byWords(key: string): string | undefined {
  const bare = key
    .replace(
      /^(?:(?:federal|democratic|islamic|socialist|united|plurinational|bolivarian|co operative|arab) )*(?:republic|kingdom|state|states|commonwealth|federation|sultanate|principality|grand duchy|union) of (?:the )?/,
      '',
    )
    .replace(
      / (?:(?:federal|democratic|islamic|socialist|united|plurinational|bolivarian|arab) )*(?:republic|kingdom|state|federation|sar|sar china|special administrative region)(?: of)?$/,
      '',
    )
  return bare === key ? undefined : (english().get(bare) ?? undefined)
}

let otherNames: Map<string, string> | undefined
function inOtherLanguages(): Map<string, string> {
  if (otherNames) return otherNames
  const names = new Map<string, string>()
  for (const language of languages)
    for (const [code, name] of namesIn(language)) {
      const key = fold(name)
      if (!names.has(key) && key !== capitalOfBrazil) names.set(key, code)
    }
  otherNames = names
  return names
}

/** In Finnish and elsewhere the country; to everybody else the city whose hour is meant. */
const capitalOfBrazil = 'brasilia'

function* namesIn(language: string): Iterable<[code: string, name: string]> {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  for (const code of [...Object.keys(getAllCountries()), 'XK']) {
    const name = display.of(code)
    if (name) yield [code, name]
  }
}
