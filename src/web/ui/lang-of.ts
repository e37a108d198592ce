import { languageOf, languages } from '../words.ts'
import type { Showing } from './showing.ts'

type Shown = Pick<Showing, 'language'> & Partial<Pick<Showing, 'textLanguage'>>

/**
 * The language to read words aloud in, where it is not that of the page (WCAG 3.1.2): the one that somebody told, else
 * that of the edition, as far as it is written in these letters, else one that is.
 *
 * @param told BCP 47; null or nothing: nobody has told for these words
 */
export function langOf(
  words: string,
  { language, textLanguage }: Shown,
  told?: string | null,
): string | undefined {
  if (told) return isOf(told, language) ? undefined : told
  const letters = lettersOf(words)
  if (letters === null) return undefined
  if (textLanguage && scriptOf(textLanguage) === letters)
    return isOf(textLanguage, language) ? undefined : textLanguage
  return letters === scriptOf(languages[language].tag) ? undefined : usual[letters]
}

/** Whether a tag names the language of the page. */
export function isOf(tag: string, language: Shown['language']): boolean {
  return tag === language || languageOf(tag) === language
}

/** The one script that words are written in, of those that are told apart; null where that is several, or none. */
function lettersOf(words: string): Letters | null {
  const found = (Object.keys(scripts) as Letters[]).filter(letters => scripts[letters].test(words))
  return found.length === 1 ? found[0]! : null
}

type Letters = keyof typeof scripts
const scripts = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Hans: /\p{Script=Han}/u,
}
const usual: Record<Letters, string> = { Latn: 'en', Arab: 'ar', Cyrl: 'ru', Hans: 'zh' }

const known = new Map<string, string>()

function scriptOf(tag: string): string {
  let script = known.get(tag)
  if (script === undefined) {
    script = new Intl.Locale(tag).maximize().script ?? ''
    if (script === 'Hant') script = 'Hans'
    if (known.size < 200) known.set(tag, script)
  }
  return script
}
