/** By what a device was signed in. */
export type Means =
  | 'password'
  | 'mail-link'
  | 'passkey'
  | 'code'
  | 'recovery-code'
  | 'claim'
  | 'invitation'
  | 'host-link'

/** Name of the cookie by which a device is known; on https the browser’s `__Host-` stands before it. */
export const signInCookie = 'daylong-sign-in'

/** The address a request came from, as the door knows it: no header of a stranger is believed. */
export const addressHeader = 'x-daylong-address'

/** How long after signing in the ways to do so may be changed without doing it again, in milliseconds. */
export const staysFresh = 3_600_000

/** How long a device stays signed in at most, however often it is seen, in milliseconds. */
export const longestSignIn = 90 * 86_400_000
