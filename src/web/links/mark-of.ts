import { hash } from 'node:crypto'

/** What stands for an address in a form: addresses are long, and forms are not. */
export function markOf(url: string): string {
  return hash('sha256', url, 'base64url').slice(0, 16)
}
