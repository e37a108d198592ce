import { same } from './merge-fields.ts'

/**
 * What is said in other languages than the one it was written in, by language (BCP 47) and field. Null: nothing is.
 * Languages stand in order, and a field that says nothing is not there: two are the same when their JSON is.
 */
export type Translations<Field extends string = string> = Record<
  string,
  Partial<Record<Field, string>>
> | null

/** What of each may be said in other languages. */
export const entryWords = ['title', 'summary', 'note'] as const
export const editionWords = ['title', 'text'] as const
export type EntryWord = (typeof entryWords)[number]
export type EditionWord = (typeof editionWords)[number]

/** What somebody says in one language, and what they saw there before they began. */
export type ToldTranslation<Field extends string> = {
  language: string
  fields: Record<Field, string | null>
  opened: Record<Field, string | null>
}

/**
 * What becomes of translations when somebody says one. `conflicts`: fields that somebody else has changed otherwise
 * meanwhile; nothing is to be stored then.
 */
export function putTranslation<Field extends string>(
  all: Translations<Field>,
  { language, fields, opened }: ToldTranslation<Field>,
): { translations: Translations<Field>; conflicts: Field[] } {
  const now: Partial<Record<Field, string>> = all?.[language] ?? {}
  const next = { ...now }
  const conflicts: Field[] = []
  for (const [field, told] of Object.entries(fields) as [Field, string | null][]) {
    const current = now[field] ?? null
    if (told === current || told === opened[field]) continue
    if (current !== opened[field]) conflicts.push(field)
    next[field] = told ?? undefined
  }
  return { translations: inOrder({ ...all, [language]: next }), conflicts }
}

/** Those of two that are one: where both say something, the first one's words stand. */
export function joinTranslations<Field extends string>(
  own: Translations<Field>,
  other: Translations<Field>,
): Translations<Field> {
  if (!own || !other || same(own, other)) return own ?? other
  const languages = [...new Set([...Object.keys(own), ...Object.keys(other)])]
  return inOrder(
    Object.fromEntries(languages.map(language => [language, { ...other[language], ...own[language] }])),
  )
}

/** Only some fields of each, as they are made of what stands there. */
export function mapTranslations<Field extends string>(
  all: Translations<Field>,
  make: (field: Field, text: string) => string | null,
): Translations<Field> {
  if (!all) return null
  const made = Object.entries(all).map(([language, fields]) => {
    const entries = Object.entries(fields) as [Field, string][]
    return [language, Object.fromEntries(entries.map(([field, text]) => [field, make(field, text)]))]
  })
  return inOrder(Object.fromEntries(made))
}

/** Whether these words are the tag of a language as it is to be written. */
export function isLanguageTag(words: string): boolean {
  try {
    return words.length <= 35 && Intl.getCanonicalLocales(words)[0] === words
  } catch {
    return false
  }
}

/**
 * Out of whatever came from elsewhere, what is a translation of these fields.
 *
 * @param most of a text, in characters; what is longer is left out
 */
export function soundTranslations<Field extends string>(
  told: unknown,
  fields: readonly Field[],
  most: number,
): Translations<Field> {
  if (told === null || typeof told !== 'object' || Array.isArray(told)) return null
  const sound: Record<string, Partial<Record<Field, string>>> = {}
  for (const [language, words] of Object.entries(told).slice(0, mostLanguages)) {
    if (!isLanguageTag(language) || words === null || typeof words !== 'object') continue
    const own: Partial<Record<Field, string>> = {}
    for (const field of fields) {
      const text: unknown = (words as Record<string, unknown>)[field]
      const clean = typeof text === 'string' ? text.toWellFormed().replaceAll('\0', '').trim() : ''
      if (clean !== '' && clean.length <= most) own[field] = clean
    }
    sound[language] = own
  }
  return inOrder(sound)
}

const mostLanguages = 100

function inOrder<Field extends string>(
  all: Record<string, Partial<Record<Field, string | null>>>,
): Translations<Field> {
  const kept = Object.entries(all).flatMap(([language, fields]) => {
    const told = Object.entries(fields).filter(([, text]) => text) as [Field, string][]
    told.sort(([a], [b]) => (a < b ? -1 : 1))
    return told.length ? [[language, Object.fromEntries(told)] as const] : []
  })
  if (kept.length === 0) return null
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) as Translations<Field>
}
