/**
 * Why something of a file could not be read, or was not stored: a closed set, each with a sentence in every language of
 * the pages (`unread.…`, by `web/ui/say-problem.ts`).
 */
export type ProblemCode =
  | 'answers-left-out'
  | 'broken-data'
  | 'column-unknown'
  /** It ends where it must not; what stands before was read. */
  | 'cut-off'
  | 'damaged'
  | 'empty'
  | 'end-before-start'
  | 'end-unclear'
  | 'entities-refused'
  | 'event-empty'
  | 'export-empty'
  | 'export-zipped'
  | 'fault'
  | 'feed-empty'
  | 'file-gone'
  | 'file-unreadable'
  | 'json-broken'
  | 'letters-unreadable'
  | 'line-unreadable'
  | 'locked'
  | 'mail-broken'
  | 'merged'
  | 'more-problems'
  | 'new-cancelled'
  /** What came is a gate before it: to sign in, to agree. */
  | 'no-access'
  | 'no-events'
  | 'no-text'
  | 'not-a-calendar'
  | 'not-a-feed'
  /** A folder, perhaps: told by the command line alone. */
  | 'not-a-file'
  | 'not-a-schedule'
  | 'not-a-table'
  | 'not-an-event'
  | 'not-an-export'
  | 'not-text'
  | 'nothing-found'
  | 'other-days'
  | 'people-left-out'
  | 'picture'
  | 'row-unreadable'
  | 'rows-left-out'
  | 'rule-empty'
  | 'rule-unreadable'
  | 'series-cut'
  | 'sheet-left-out'
  | 'start-missing'
  /** What has it is not stored; `time-odd` and `time-unreadable` are left out of what is. */
  | 'time-not-understood'
  | 'time-odd'
  | 'time-unreadable'
  | 'title-missing'
  | 'told-twice'
  | 'too-deep'
  | 'too-heavy'
  | 'too-large'
  | 'too-long'
  | 'too-many'
  | 'too-many-findings'
  | 'uid-repeated'
  | 'unknown-format'
  | 'xml-broken'
  | 'zone-unknown'

/**
 * Why an address could not be read: a closed set, so that a caller can decide what to do next.
 *
 * - `address-invalid` not an http(s) address; `address-refused` leads where Daylong does not go (private networks,
 *   other ports, credentials); `host-unknown` no such name; `unreachable` nobody answers; `slow` out of time
 * - `bad-certificate` no safe connection; `broken` an answer that is no HTTP; `redirect-loop` never arrives
 * - `log-in` 401, 403, 407; `not-found` 404; `gone` 410, 451; `busy` 429, 503; `site-error` any other 4xx and 5xx
 * - `too-large`; `wrong-type` a film, a font …; `robots` kept out by robots.txt; `wait` the site asked for a pause
 *   that is not over; `stopped` by the caller's signal
 */
export type FailureCode =
  | 'address-invalid'
  | 'address-refused'
  | 'host-unknown'
  | 'unreachable'
  | 'slow'
  | 'bad-certificate'
  | 'broken'
  | 'redirect-loop'
  | 'log-in'
  | 'not-found'
  | 'gone'
  | 'busy'
  | 'site-error'
  | 'too-large'
  | 'wrong-type'
  | 'robots'
  | 'wait'
  | 'stopped'

/** Why a picture is not kept; the refusals `picture-…`. */
export type PictureCode = `picture-${'large' | 'pixels' | 'avif' | 'kind' | 'heic' | 'broken' | 'slow'}`

/**
 * What is put into the sentence of a code: of column-unknown and not-a-table `columns`, of sheet-left-out `sheets`, of
 * too-large `megabytes`, `rows` or `pages`, of times and zones the `words` that stood there, of merged `other`, of
 * no-access the `address` that a page only leads on to.
 */
export type ProblemValues = Record<string, string | number>

/**
 * Why a file, or a part of it, could not be read: what, where, and what to do about it; `says` in English. A `note`
 * tells of no entry that is missing: it was read all the same, or was left out on purpose.
 */
export type Problem<Code = ProblemCode | FailureCode | PictureCode> = {
  code: Code
  says: string
  where?: string
  values?: ProblemValues
  note?: true
}
