import type { Content } from './content.ts'
import { tokenLine, tokensOf } from './search-words.ts'
import { isSecretLink, withoutPasscodes, withoutSecrets } from './secret-link.ts'
import type { Translations } from './translation.ts'

/**
 * The tokens of something that can be found, with spaces between them, by how much they count: what it is called; who
 * takes part; what it is about, where, in which languages; what is said of it.
 */
export type SearchDocument = { title: string; names: string; about: string; text: string }

export const documentParts = ['title', 'names', 'about', 'text'] as const

/** So much of a text is indexed, in characters: a long post whole, a book not. */
const longest = 70_000

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
  | 'links'
  | 'translations'
> & { organisations: { name: string }[]; people: { name: string; affiliation: string | null }[] }

/** Of its texts only what pages show of them: a passcode cannot be searched out letter by letter. */
export function documentOfEntry(told: Told): SearchDocument {
  const { place, translations } = told
  const doors = told.links.filter(isSecretLink).map(({ url }) => ({ url, visibility: 'near-start' as const }))
  const spoken = [...told.languages, ...told.interpretation, ...told.captions, ...told.signLanguages]
  const about = [
    tokenLine([...told.tags, place?.name ?? '', place?.address ?? ''].join(' / ')),
    ...(place?.country ? [namesOf('region', place.country)] : []),
    ...spoken.map(code => namesOf('language', code)),
  ]
  const named = [
    ...told.organisations.map(({ name }) => name),
    ...told.people.map(({ name, affiliation }) => (affiliation ? `${name} ${affiliation}` : name)),
  ]
  return {
    title: tokenLine(translations ? [told.title, ...said('title', translations)].join(' / ') : told.title),
    names: tokenLine(named.join(' / ')),
    about: about.filter(line => line !== '').join(' '),
    text: textOf(
      [
        told.summary,
        told.note,
        told.statusReason,
        ...(translations ? [...said('summary', translations), ...said('note', translations)] : []),
      ].map(text => text && withoutPasscodes(withoutSecrets(text, doors))),
    ),
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
    title: tokenLine(told.title),
    names: tokenLine(told.authors.join(' / ')),
    about: tokenLine(told.words.join(' / ')),
    text: textOf(told.text),
  }
}

/** The same as somebody said it in other languages. */
function said<Field extends string>(field: Field, translations: NonNullable<Translations<Field>>): string[] {
  return Object.values(translations).flatMap(words => words?.[field] ?? [])
}

function textOf(texts: (string | null)[]): string {
  const told = texts.filter(text => text !== null)
  return told.length ? tokenLine(told.join('\n').slice(0, longest)) : ''
}

/** A language or a country is looked for by its name in the languages of the pages and in its own. */
function namesOf(type: 'language' | 'region', code: string): string {
  const key = `${type} ${code}`
  let names = known.get(key)
  if (names === undefined) {
    const own = type === 'language' ? [code] : []
    const told = [code, ...[...locales, ...own].map(locale => nameOf(type, code, locale))]
    names = [...new Set(tokensOf(told.join(' / ')))].join(' ')
    if (known.size >= 2000) known.clear()
    known.set(key, names)
  }
  return names
}

const known = new Map<string, string>()
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
