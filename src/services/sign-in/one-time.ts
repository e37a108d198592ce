import { createHash, randomBytes } from 'node:crypto'

/** What stands in a link that opens something once: 256 bits nobody guesses. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it: a copy of the store opens nothing. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
