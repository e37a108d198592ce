/**
 * What one look says of a link:
 * - `fine` it leads where it should, also where a log-in or a payment is asked for there
 * - `moved` it leads on for ever to the same thing at `to`; `elsewhere` it leads on to something that may be another
 * - `gone`, `changed-hands`
 * - `certificate` no safe connection; `down` the server is broken or does not answer
 * - `unclear` nothing can be concluded: what was known stays
 */
export type VerdictKind =
  | 'fine'
  | 'moved'
  | 'elsewhere'
  | 'gone'
  | 'changed-hands'
  | 'certificate'
  | 'down'
  | 'unclear'

/** What made it so: names the sentence `link.why.…` of the catalogues. */
export const whys = [
  'answers',
  'log-in',
  'paywall',
  'moved',
  'elsewhere',
  'not-found',
  'taken-away',
  'no-host',
  'not-found-words',
  'for-anything',
  'to-front',
  'to-parent',
  'parked',
  'for-sale',
  'spam',
  'other-site',
  'certificate',
  'server-error',
  'slow',
  'unreachable',
  'broken',
  'loop',
  'refused',
  'robots',
  'busy',
  'odd',
] as const
export type Why = (typeof whys)[number]

/** `to`: where it leads now. `status`: what the server said, where that tells something. */
export type Verdict = {
  kind: VerdictKind
  why: Why
  to?: string
  status?: number
}
