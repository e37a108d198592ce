import { IntlMessageFormat } from 'intl-messageformat'
import { LRUCache } from 'lru-cache'
import arabic from '../../locales/ar.json' with { type: 'json' }
import english from '../../locales/en.json' with { type: 'json' }

/** A message of the catalogues in `locales/`. */
export type Key = keyof typeof english
export type Values = Record<string, string | number>
/** Says a message in the language of a page. */
export type Say = (key: Key, values?: Values) => string

export const languages = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB', words: english as Record<Key, string> },
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar', words: arabic as Record<Key, string> },
} as const
export type Language = keyof typeof languages
export const firstLanguage: Language = 'en'

export function isLanguage(name: string): name is Language {
  return Object.hasOwn(languages, name)
}

export function isKey(name: string): name is Key {
  return Object.hasOwn(english, name)
}

const sayers = new LRUCache<string, Say>({ max: 50 })

/** @param locale dates and numbers inside a message follow it; it is of the same language */
export function wordsOf(language: Language, locale: string): Say {
  let say = sayers.get(locale)
  if (!say) {
    say = sayer(language, locale)
    sayers.set(locale, say)
  }
  return say
}

function sayer(language: Language, locale: string): Say {
  const { words } = languages[language]
  const formats = new Map<Key, IntlMessageFormat | string>()
  return (key, values) => {
    let format = formats.get(key)
    if (format === undefined) {
      const told = words[key]
      format = told.includes('{') ? new IntlMessageFormat(told, locale) : told
      formats.set(key, format)
    }
    return typeof format === 'string' ? format : String(format.format(values))
  }
}
