import { anyOf } from './word-pattern.ts'

const names: [string, RegExp][] = [
  [
    'en',
    anyOf({
      all: 'english|englisch|anglais|inglés|inglês|inglese|английск\\S*|inggris',
      ar: 'الإنجليزية',
      zh: '英语',
    }),
  ],
  [
    'fr',
    anyOf({
      all: 'french|französisch|français|francés|francês|francese|французск\\S*',
      ar: 'الفرنسية',
      zh: '法语',
    }),
  ],
  [
    'es',
    anyOf({
      all: 'spanish|spanisch|espagnol|español|castellano|espanhol|spagnolo|испанск\\S*',
      ar: 'الإسبانية',
      zh: '西班牙语',
    }),
  ],
  [
    'pt',
    anyOf({ all: 'portuguese|portugiesisch|portugais|portugués|português|portoghese', ar: 'البرتغالية' }),
  ],
  ['de', anyOf({ all: 'german|deutsch|allemand|alemán|alemão|tedesco|немецк\\S*', ar: 'الألمانية' })],
  ['ar', anyOf({ all: 'arabic|arabisch|arabe|árabe|arabo|арабск\\S*', ar: 'العربية', zh: '阿拉伯语' })],
  ['ru', anyOf({ all: 'russian|russisch|russe|ruso|russo|русск\\S*', ar: 'الروسية', zh: '俄语' })],
  [
    'zh',
    anyOf({ all: 'chinese|mandarin|chinesisch|chinois|chino|chinês|китайск\\S*', ar: 'الصينية', zh: '中文' }),
  ],
  ['id', anyOf({ all: 'bahasa indonesia|indonesian' })],
  ['it', anyOf({ all: 'italian|italienisch|italien|italiano' })],
]

/** "in Spanish", "en español", "auf Deutsch": said of a talk, not of people or countries. */
const saying =
  /(?<!\p{L})(?:in|held in|auf|en|em|in lingua|language:|languages:|sprache:|langue\s?:|idioma:|на|باللغة|ب)\s*(?:(?:both|the|la|el)\s)?((?:\p{L}+)(?:\s?(?:,|and|und|et|y|e|&|\/|with)\s?\p{L}+){0,5})/giu

/** Whether a word or two name a language and nothing else: "Englisch", "in English", "Bahasa Inggris". */
export function namesLanguage(words: string): boolean {
  const [, last] = /^(?:\p{L}+\s)?(\p{L}+)$/u.exec(words.trim()) ?? []
  return last !== undefined && names.some(([, pattern]) => pattern.test(last))
}

/** The languages words say an event is held in, as ISO 639-1 codes. */
export function languagesSaid(words: string): string[] {
  const found = new Set<string>()
  for (const match of words.slice(0, 4000).matchAll(saying)) {
    for (const [code, pattern] of names) if (pattern.test(match[1]!)) found.add(code)
  }
  return [...found]
}
