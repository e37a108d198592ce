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

/** `says`: a plain sentence on what happened and what a curator can do; `retryAfter`: seconds. */
export type Failure = { ok: false; code: FailureCode; says: string; status?: number; retryAfter?: number }

/** Carries a failure through streams inside this room; `fetch` turns it back into a value. */
export class Failed extends Error {
  override name = 'Failed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.says)
    this.failure = failure
  }
}

export function failure(
  code: FailureCode,
  says: string,
  more: { status?: number; retryAfter?: number } = {},
): Failure {
  return { ok: false, code, says, ...more }
}
