import { answerApart } from '../answer-apart.ts'
import type { LookAnswer, LookGiven } from './look-apart.ts'
import { printOf } from './page-print.ts'

/** The inside of a page that was looked at: whoever wrote it may have made it so that reading never ends. */
answerApart(async ({ bytes, contentType, url, wantsText }: LookGiven): Promise<LookAnswer> => {
  const print = printOf(bytes, contentType, url)
  if (!wantsText) return { print, text: null }
  const { statementText } = await import('./statement-text.ts')
  try {
    return { print, text: statementText(bytes, contentType, url) }
  } catch {
    return { print, text: null }
  }
})
