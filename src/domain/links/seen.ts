/** What one look at an address saw, as far as it got. Moments are epoch milliseconds. */
export type Seen =
  | {
      kind: 'answer'
      status: number
      /** Where the way ended, and the steps that led there; `status` of each tells whether it is for ever (301, 308). */
      url: string
      hops: { url: string; status: number }[]
      /** What stood there; null where it was not read, or is no page. */
      print: PagePrint | null
      /** The page is the one that the site gives for an address that nobody ever had; null: nobody asked. */
      isForAnything: boolean | null
      /** The site asked the program, not the page, to prove something (a challenge, a captcha). */
      isChallenged: boolean
    }
  | { kind: 'failure'; code: SeenFailure; status?: number; says: string; retryAfter?: number }

/** Why nothing was seen; the codes of `outside/failure.ts`, or `not-looked` where it was wiser not to. */
export type SeenFailure =
  | 'host-unknown'
  | 'unreachable'
  | 'slow'
  | 'bad-certificate'
  | 'broken'
  | 'redirect-loop'
  | 'busy'
  | 'server-error'
  | 'robots'
  | 'wait'
  | 'other'

/** What is kept of a page to tell later whether it is still the same: some of its words, none of its text. */
export type PagePrint = {
  title: string | null
  siteName: string | null
  /** The first part of its language tag, in small letters. */
  language: string | null
  /** Of its text, in characters; `digest` of the same. */
  length: number
  digest: string
  /** Those it has most often, the rarest letters first. */
  words: string[]
  marks: PageMark[]
}

/** What its words say of a page. */
export type PageMark = 'not-found' | 'parked' | 'for-sale' | 'spam' | 'paywall' | 'log-in'
