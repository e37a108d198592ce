import { writeToSender } from '../../outlet/suggestion/write-to-sender.ts'
import type { WriteMail } from '../../services/suggestions/answer-suggestion.ts'
import { noticeWords } from '../notice-words.ts'
import { paths } from '../paths.ts'
import type { Parts } from '../show.ts'

/** Writes a mail to a sender, in their language. */
export async function letterFor(
  { config: { baseUrl } }: Pick<Parts, 'config'>,
  { language, title }: { language: string; title: string },
): Promise<WriteMail> {
  const words = await noticeWords(language)
  return ({ token, words: said }) =>
    writeToSender(said, { words, baseUrl, title, link: baseUrl + paths.suggestion(token) })
}
