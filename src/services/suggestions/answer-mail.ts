import { writeAnswer } from '../../outlet/mail-in/write-answer.ts'
import { countMailAnswers, markMailAnswered } from '../../storage/incoming-mails.ts'
import { queueMail } from '../../storage/mails.ts'
import type { Db } from '../../storage/tables.ts'
import type { MailMeans } from './mail-means.ts'
import { suggestionToken } from './suggestion-token.ts'

/** However many one mailbox sends: so many answers by machine within a day. */
const mostADay = 3
const day = 86_400_000

/**
 * Tells who sent a mail that it came, and where they can follow it: once for each, in the transaction that settles it. Only
 * for a sender who is proven, or somebody else would get it.
 */
export async function answerMail(
  db: Db,
  told: {
    id: string
    to: string
    mailKey: string
    subject: string
    suggestion: string
    language: string
    means: MailMeans
  },
  at: number,
): Promise<void> {
  const { id, to, mailKey, subject, suggestion, language, means } = told
  if ((await countMailAnswers(db, mailKey, at - day)) >= mostADay) return
  if (!(await markMailAnswered(db, id, at))) return
  const url = means.linkTo(await suggestionToken(db, suggestion))
  const letter = writeAnswer(await means.words(language), { subject, host: new URL(means.baseUrl).host, url })
  await queueMail(db, { to, ...letter, purpose: 'answer', at })
}
