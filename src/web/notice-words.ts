import type { NoticeWords } from '../outlet/notice/write-letter.ts'
import { sayProblem } from './ui/say-problem.ts'
import { firstLanguage, languageOf, languages, loadWords, wordsOf } from './words.ts'

/** What notices are said in, in one of the languages of the pages; English where it is none of them. */
export async function noticeWords(tag: string): Promise<NoticeWords> {
  const language = languageOf(tag) ?? firstLanguage
  await loadWords(language)
  const { locale, dir, tag: own } = languages[language]
  const say = wordsOf(language, locale)
  return {
    say,
    language: own,
    locale,
    dir,
    sayProblem: (problem, site) => sayProblem(problem, { say, language }, { at: 'source', site }),
  }
}
