import { isOwner } from '../../domain/curator.ts'
import type { Settings, Visitor } from '../show.ts'

/**
 * Whether somebody has to show a second factor before they go on: owners, who can do everything, on every site that
 * others can reach. On one’s own machine it is offered and not asked for.
 */
export function owesSecondFactor({ curator, signIn }: Visitor, { baseUrl }: Settings): boolean {
  return isOwner(curator) && !signIn.isStrong && !isOwnMachine(baseUrl)
}

export function isOwnMachine(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl)
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127(\.\d+){3}|\[::1\])$/.test(hostname)
  )
}
