import type { NoticeWords } from '../../outlet/notice/write-letter.ts'
import type { AskDns } from '../../outside/ask-dns.ts'

/** What it takes to take in mails. */
export type MailMeans = {
  /** To which they come: all that stands between it and its host after a `+` is its owner's. */
  address: string
  /** All addresses of ours, in small letters: what is from them is no suggestion. */
  own: string[]
  /** Of the site. */
  baseUrl: string
  dns: AskDns
  /** Whose word on where a mail came from is believed. */
  trustedHost: string | null
  /** Where a suggestion is followed, by its token. */
  linkTo: (token: string) => string
  /** Whether the site sends mails at all. */
  answers: boolean
  /** The words of a language of the pages. */
  words: (language: string) => Promise<NoticeWords>
}
