import type { NoticeWords } from '../../outlet/notice/write-letter.ts'
import type { MailRun } from '../../outside/mail.ts'
import type { SendPush } from '../../outside/send-push.ts'

/** What it takes to tell readers. */
export type Means = {
  /** The words of a language of the pages. */
  words: (language: string) => Promise<NoticeWords>
  /** One connection to the mail server; null where there is none. */
  openMailRun: (() => Promise<MailRun>) | null
  push: SendPush
  baseUrl: string
}
