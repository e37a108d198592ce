import { type ProviderName, providerNames, providerTitles, type WayName } from '../../domain/provider.ts'
import type { Settings } from '../show.ts'
import type { Say } from '../words.ts'

/** By whom visitors may say who they are, in the order in which they are offered; by their mailbox where mails are sent. */
export function waysOf({ providers = {}, mail }: Settings): WayName[] {
  return [...providerNames.filter(name => providers[name]), ...(mail ? (['mail'] as const) : [])]
}

export function wayTitle(way: string, say: Say): string {
  return way === 'mail' ? say('you.way.mail') : (providerTitles[way as ProviderName] ?? way)
}
