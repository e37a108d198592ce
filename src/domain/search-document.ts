import type { Content } from './content.ts'
import { tokensOf } from './search-words.ts'
import type { Translations } from './translation.ts'

/**
 * The tokens of something that can be found, by how much they count: what it is called; who takes part; what it is
 * about, where, in which languages; what is said of it.
 */
export type SearchDocument = { title: string[]; names: string[]; about: string[]; text: string[] }

export const documentParts = ['title', 'names', 'about', 'text'] as const

/** So many tokens of a text are indexed: a long post whole, a book not. */
const mostTokens = 6000

type Told = Pick<
  Content,
  | 'title'
  | 'summary'
  | 'note'
  | 'place'
  | 'tags'
  | 'languages'
  | 'interpretation'
  | 'captions'
  | 'signLanguages'
  | 'statusReason'
  | 'translations'
> & { organisations: { name: string }[]; people: { name: string; affiliation: string | null }[] }

export function documentOfEntry(told: Told): SearchDocument {
  const { place } = told
  return {
    title: tokensOf([told.title, ...said('title', told.translations)].join(' / ')),
    names: tokensOf(
      [
        ...told.organisations.map(({ name }) => name),
        ...told.people.map(({ name, affiliation }) => (affiliation ? `${name} ${affiliation}` : name)),
      ].join(' / '),
    ),
    about: [
      ...tokensOf([...told.tags, place?.name ?? '', place?.address ?? ''].join(' / ')),
      ...(place?.country ? namesOf('region', place.country) : []),
      ...told.languages.flatMap(code => namesOf('language', code)),
      ...told.interpretation.flatMap(code => namesOf('language', code)),
      ...told.captions.flatMap(code => namesOf('language', code)),
      ...told.signLanguages.flatMap(code => namesOf('language', code)),
    ],
    text: textOf([
      told.summary,
      told.note,
      told.statusReason,
      ...said('summary', told.translations),
      ...said('note', told.translations),
    ]),
  }
}

/** An edition, a post or a page. */
export function documentOfText(told: {
  title: string
  authors: string[]
  words: string[]
  text: (string | null)[]
}): SearchDocument {
  return {
    title: tokensOf(told.title),
    names: tokensOf(told.authors.join(' / ')),
    about: tokensOf(told.words.join(' / ')),
    text: textOf(told.text),
  }
}

/** The same as somebody said it in other languages. */
function said<Field extends string>(field: Field, translations: Translations<Field> | null): string[] {
  return Object.values(translations ?? {}).flatMap(words => words?.[field] ?? [])
}

function textOf(texts: (string | null)[]): string[] {
  const told = texts.filter(text => text !== null)
  return told.length ? tokensOf(told.join('\n').slice(0, mostTokens * 12)).slice(0, mostTokens) : []
}

/** A language or a country is looked for by its name in the languages of the pages and in its own. */
function namesOf(type: 'language' | 'region', code: string): string[] {
  const key = `${type} ${code}`
  let names = known.get(key)
  if (!names) {
    const own = type === 'language' ? [code] : []
    names = tokensOf([code, ...[...locales, ...own].map(locale => nameOf(type, code, locale))].join(' / '))
    names = [...new Set(names)]
    if (known.size >= 2000) known.clear()
    known.set(key, names)
  }
  return names
}

const known = new Map<string, string[]>()
const locales = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'de', 'id', 'fil']
const displays = new Map<string, Intl.DisplayNames>()

/** Empty for what is no code, or has no name in that language. */
function nameOf(type: 'language' | 'region', code: string, locale: string): string {
  try {
    const key = `${type} ${locale}`
    let display = displays.get(key)
    if (!display) {
      display = new Intl.DisplayNames(locale, { type, fallback: 'none' })
      if (displays.size < 100) displays.set(key, display)
    }
    return display.of(code) ?? ''
  } catch {
    return ''
  }
}
