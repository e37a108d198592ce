import { type Failure, failure } from './failure.ts'

/** What a status that is no success says to a curator. @param retryAfter seconds, where the site told */
export function failedStatus(status: number, host: string, retryAfter?: number): Failure {
  const more = { status, ...(retryAfter !== undefined && { retryAfter }) }
  if (status === 401 || status === 407)
    return failure(
      'log-in',
      `${host} wants a log-in (${status}). Open it in your browser and copy what it says.`,
      more,
    )
  if (status === 403)
    return failure(
      'log-in',
      `${host} does not let Daylong in (403): it wants a log-in or keeps programs out. Open it in your browser and copy what it says.`,
      more,
    )
  if (status === 404)
    return failure('not-found', 'There is no page at this address (404). Look for a slip in it.', more)
  if (status === 410 || status === 451)
    return failure('gone', `What was at this address was taken away (${status}).`, more)
  if (status === 429 || status === 503)
    return failure(
      'busy',
      `${host} has too much to do just now (${status}). Try again${inTime(retryAfter)}.`,
      more,
    )
  if (status >= 500)
    return failure('site-error', `${host} has a fault of its own (${status}). Try again later.`, more)
  return failure('site-error', `${host} refuses to give this address (${status}).`, more)
}

/** Many sites answer with success, but send whoever has no account to the page on which one logs in. */
export function logInPage(url: URL, redirects: string[]): Failure | null {
  const isLogIn = (path: string) =>
    /\/(?:log-?in|sign-?in|servicelogin|wp-login|sso|oauth2?|authwall|checkpoint)(?:[/.]|$)/i.test(path)
  if (redirects.length === 0 || !isLogIn(url.pathname) || isLogIn(new URL(redirects[0]!).pathname))
    return null
  return failure(
    'log-in',
    `This address leads to a log-in at ${url.host}. Open it in your browser and copy what it says.`,
  )
}

function inTime(seconds: number | undefined): string {
  if (seconds === undefined) return ' later'
  return seconds < 120 ? ` in ${seconds} seconds` : ` in ${Math.ceil(seconds / 60)} minutes`
}
