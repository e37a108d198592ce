import { clean } from '../../../domain/content.ts'
import { tagKey } from '../../../domain/slug.ts'
import { countryOf } from '../../../time/countries.ts'
import { fold } from '../../../time/fold.ts'
import { languages } from '../../words.ts'
import type { FormContext } from './form-state.ts'

/** Sign languages by their tags; `Intl` names few of them, so the catalogues do. */
export const signLanguages = [
  'ils',
  'ase',
  'bfi',
  'asf',
  'fsl',
  'gsg',
  'dse',
  'ise',
  'ssp',
  'mfs',
  'bzs',
  'psr',
  'jsl',
  'kvk',
  'csl',
  'ins',
  'rsl',
  'swl',
] as const

/** Spoken languages by tag and name, as the locale calls them, sorted. */
export function languagesNamed(locale: string): [tag: string, name: string][] {
  const known = named.get(locale)
  if (known) return known
  const display = languageDisplay(locale)
  const all = spokenTags()
    .map((tag): [string, string] => [tag, display.of(tag) ?? tag])
    .sort(([, a], [, b]) => a.localeCompare(b, locale))
  named.set(locale, all)
  return all
}

/** The name of a language, or its tag where no name leads back to it. */
export function nameOfLanguage(tag: string, { locale, say }: Pick<FormContext, 'locale' | 'say'>): string {
  const sign = signLanguages.find(known => known === tag)
  if (sign) return say(`signed.${sign}`)
  const name = isTag(tag) ? languageDisplay(locale).of(tag) : undefined
  return name && !name.includes(',') && tagOf(name, { locale, say }) === tag ? name : tag
}

/** The tag of a language by its name in the language of the page, in English or in itself, or by the tag. */
export function tagOf(words: string, { locale, say }: Pick<FormContext, 'locale' | 'say'>): string | null {
  const key = fold(words)
  const sign = signLanguages.find(tag => fold(say(`signed.${tag}`)) === key)
  const tag = sign ?? tagsByName(locale).get(key)
  if (tag) return tag
  return isTag(words) && languageDisplay('en').of(words) ? Intl.getCanonicalLocales(words)[0]! : null
}

/** The name of a country whose code is told, where the name leads back to it. */
export function nameOfCountry(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  const name = countryDisplay(locale).of(country)
  return name && codeOfCountry(name, locale) === country ? name : country
}

/** The code of a country by its name; null for words that name none. */
export function codeOfCountry(words: string, locale: string): string | null {
  let names = countryNames.get(locale)
  if (!names) {
    const codes = countriesNamed(locale)
    names = new Map(codes.map(([code, name]) => [fold(name), code]))
    countryNames.set(locale, names)
  }
  return names.get(fold(words)) ?? countryOf(words)
}

/** Countries by code and name, as the locale calls them, sorted. */
export function countriesNamed(locale: string): [code: string, name: string][] {
  const display = countryDisplay(locale)
  return letterPairs
    .map(pair => pair.toUpperCase())
    .filter(code => countryOf(code) === code)
    .map((code): [string, string] => [code, display.of(code) ?? code])
    .sort(([, a], [, b]) => a.localeCompare(b, locale))
}

/**
 * Members of a list that stands in one field, between commas of any script or on lines. A member of `known` that
 * has a comma of its own stays whole.
 */
export function splitList(text: string, known: readonly string[] = []): string[] {
  const whole = known.filter(word => separators.test(word)).sort((a, b) => b.length - a.length)
  const members: string[] = []
  let rest = text
  while (rest !== '') {
    rest = rest.replace(/^[,،、，\n\s]+/u, '')
    const own = whole.find(
      word => rest.startsWith(word) && /^\s*(?:$|[,،、，\n])/u.test(rest.slice(word.length)),
    )
    const member = own ?? rest.split(separators, 1)[0]!
    rest = rest.slice(member.length)
    const told = clean(member)
    if (told !== '') members.push(told)
  }
  return members
}

/** Tags that are told twice are one. */
export function tagsIn(text: string, known: readonly string[]): string[] {
  const members = splitList(text, known)
  return members.filter((tag, at) => members.findIndex(other => tagKey(other) === tagKey(tag)) === at)
}

const separators = /[,،、，\n]/u
const named = new Map<string, [string, string][]>()
const names = new Map<string, Map<string, string>>()
const countryNames = new Map<string, Map<string, string>>()
const displays = new Map<string, Intl.DisplayNames>()

function isTag(words: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(words) && isCanonical(words)
}

function isCanonical(words: string): boolean {
  try {
    return Intl.getCanonicalLocales(words).length === 1
  } catch {
    return false
  }
}

function languageDisplay(locale: string): Intl.DisplayNames {
  return display(locale, 'language')
}

function countryDisplay(locale: string): Intl.DisplayNames {
  return display(locale, 'region')
}

function display(locale: string, type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${type} ${locale}`
  let known = displays.get(key)
  if (!known) {
    if (displays.size >= 100) displays.clear()
    known = new Intl.DisplayNames([locale, 'en'], { type, fallback: 'none' })
    displays.set(key, known)
  }
  return known
}

function tagsByName(locale: string): Map<string, string> {
  let known = names.get(locale)
  if (known) return known
  known = new Map()
  for (const tag of spokenTags()) {
    const own = isTag(tag) ? languageDisplay(tag).of(tag) : undefined
    if (own) known.set(fold(own), tag)
  }
  for (const each of [...Object.keys(languages), locale])
    for (const tag of spokenTags()) {
      const name = languageDisplay(each).of(tag)
      if (name) known.set(fold(name), tag)
    }
  names.set(locale, known)
  return known
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const letterPairs = letters.flatMap(first => letters.map(second => first + second))

/** Two letters and a name, and a few of three letters that events are held in. Old tags lead to newer ones. */
let spoken: string[] | undefined
function spokenTags(): string[] {
  spoken ??= [...letterPairs, ...'fil ckb yue rhg haw kmr nan wuu zgh'.split(' ')].filter(
    tag => Intl.getCanonicalLocales(tag)[0] === tag && languageDisplay('en').of(tag),
  )
  return spoken
}
