import { ownPath } from '../paths.ts'

/** Where one came from, if it is a page of ours. */
export function backFrom(told: string | undefined, otherwise: string): string {
  return ownPath(told) ?? otherwise
}
