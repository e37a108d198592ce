import { type ToSender, writeToSender } from '../../outlet/suggestion/write-to-sender.ts'
import type { WriteMail } from '../../services/suggestions/answer-suggestion.ts'
import { paths } from '../paths.ts'
import type { Parts } from '../show.ts'
import { type Language, languages, loadWords, wordsOf } from '../words.ts'

/** The words of the language that whoever suggested something is answered in. */
export async function inLanguageOf(language: string): Promise<ToSender['words']> {
  const known = (Object.hasOwn(languages, language) ? language : 'en') as Language
  await loadWords(known)
  const { locale, dir, tag } = languages[known]
  return { say: wordsOf(known, locale), language: tag, locale, dir }
}

/** Writes a mail to a sender, in their language. */
export async function letterFor(
  { config: { baseUrl } }: Pick<Parts, 'config'>,
  { language, title }: { language: string; title: string },
): Promise<WriteMail> {
  const words = await inLanguageOf(language)
  return ({ token, words: said }) =>
    writeToSender(said, { words, baseUrl, title, link: baseUrl + paths.suggestion(token) })
}
