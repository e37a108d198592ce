import { IntlMessageFormat } from 'intl-messageformat'
import { LRUCache } from 'lru-cache'
import english from '../../locales/en.json' with { type: 'json' }
import { loadCityNames } from '../time/load-city-names.ts'

/** A message of the catalogues in `locales/`. */
export type Key = keyof typeof english
export type Values = Record<string, string | number>
/** Says a message in the language of a page. */
export type Say = (key: Key, values?: Values) => string
/** What a language has been given words for; what is missing is said in English. */
type Catalogue = Partial<Record<Key, string>>

/**
 * The languages of the pages, as they are offered: by their own names, in the order of their scripts. `tag` is what
 * documents say they are in, `locale` whose dates and numbers they have where the reader's country is not known. Each
 * catalogue is read when somebody first wants it.
 */
export const languages = {
  id: {
    name: 'Bahasa Indonesia',
    dir: 'ltr',
    tag: 'id',
    locale: 'id',
    read: () => import('../../locales/id.json', { with: { type: 'json' } }),
  },
  de: {
    name: 'Deutsch',
    dir: 'ltr',
    tag: 'de',
    locale: 'de',
    read: () => import('../../locales/de.json', { with: { type: 'json' } }),
  },
  en: { name: 'English', dir: 'ltr', tag: 'en', locale: 'en-GB', read: async () => ({ default: english }) },
  es: {
    name: 'Español',
    dir: 'ltr',
    tag: 'es',
    locale: 'es',
    read: () => import('../../locales/es.json', { with: { type: 'json' } }),
  },
  fil: {
    name: 'Filipino',
    dir: 'ltr',
    tag: 'fil',
    locale: 'fil',
    read: () => import('../../locales/fil.json', { with: { type: 'json' } }),
  },
  fr: {
    name: 'Français',
    dir: 'ltr',
    tag: 'fr',
    locale: 'fr',
    read: () => import('../../locales/fr.json', { with: { type: 'json' } }),
  },
  ru: {
    name: 'Русский',
    dir: 'ltr',
    tag: 'ru',
    locale: 'ru',
    read: () => import('../../locales/ru.json', { with: { type: 'json' } }),
  },
  ar: {
    name: 'العربية',
    dir: 'rtl',
    tag: 'ar',
    locale: 'ar',
    read: () => import('../../locales/ar.json', { with: { type: 'json' } }),
  },
  zh: {
    name: '简体中文',
    dir: 'ltr',
    tag: 'zh-Hans',
    locale: 'zh-CN',
    read: () => import('../../locales/zh.json', { with: { type: 'json' } }),
  },
} as const satisfies Record<
  string,
  {
    name: string
    dir: 'ltr' | 'rtl'
    tag: string
    locale: string
    read: () => Promise<{ default: Catalogue }>
  }
>
export type Language = keyof typeof languages
export const firstLanguage: Language = 'en'

function isLanguage(name: string): name is Language {
  return Object.hasOwn(languages, name)
}

/** The language of the pages that a BCP 47 tag asks for, whatever country or script it names: `fr-CA`, `tl`, `zh_TW`. */
export function languageOf(tag: string): Language | null {
  if (isLanguage(tag)) return tag
  try {
    const { language } = new Intl.Locale(tag.replaceAll('_', '-'))
    return isLanguage(language) ? language : null
  } catch {
    return null
  }
}

export function isKey(name: string): name is Key {
  return Object.hasOwn(english, name)
}

const catalogues = new Map<Language, Catalogue>([['en', english]])
const reads = new Map<Language, Promise<void>>()

/** Has the words of a language ready, and what cities are called in it; to be awaited before they are said. */
export function loadWords(language: Language): Promise<void> | undefined {
  if (catalogues.has(language)) return undefined
  let read = reads.get(language)
  if (!read) {
    read = Promise.all([languages[language].read(), loadCityNames(language)]).then(([{ default: words }]) => {
      catalogues.set(language, words)
    })
    // A catalogue that could not be read may be there at the next try.
    read.catch(() => reads.delete(language))
    reads.set(language, read)
  }
  return read
}

/** The words that a BCP 47 tag asks for, ready to be said; null where the pages come in no such language. */
export async function openWords(
  tag: string,
): Promise<{ say: Say; language: Language; locale: string } | null> {
  const language = languageOf(tag)
  if (language === null) return null
  await loadWords(language)
  const { locale } = languages[language]
  return { say: wordsOf(language, locale), language, locale }
}

const sayers = new LRUCache<string, Say>({ max: 50 })

/**
 * Says what a language has no words for in English; all of it where its words were not loaded.
 *
 * @param locale dates and numbers inside a message follow it; it is of the same language
 */
export function wordsOf(language: Language, locale: string): Say {
  const words = catalogues.get(language)
  if (!words) return wordsOf(firstLanguage, languages[firstLanguage].locale)
  let say = sayers.get(locale)
  if (!say) {
    say = sayer(words, locale)
    sayers.set(locale, say)
  }
  return say
}

function sayer(words: Catalogue, locale: string): Say {
  const formats = new Map<Key, IntlMessageFormat | string>()
  return (key, values) => {
    let format = formats.get(key)
    if (format === undefined) {
      const told = words[key]
      format =
        told === undefined ? formatOf(english[key], languages[firstLanguage].locale) : formatOf(told, locale)
      formats.set(key, format)
    }
    return typeof format === 'string' ? format : String(format.format(values))
  }
}

function formatOf(message: string, locale: string): IntlMessageFormat | string {
  return message.includes('{') ? new IntlMessageFormat(message, locale) : message
}
