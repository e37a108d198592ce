import { visitorBackPath } from '../../domain/address.ts'
import type { ProviderClient, ProviderName } from '../../domain/provider.ts'
import { registerAt } from '../../outside/providers/mastodon.ts'
import { findMastodonServer, putMastodonServer } from '../../storage/mastodon-servers.ts'
import { seal, unseal } from '../seal.ts'
import type { VisitorSite } from './site.ts'

/**
 * As whom the site is known to a provider. A server of Mastodon is asked once, and again where it is to send people back
 * to another address.
 *
 * @returns null where the provider is not configured
 * @throws Failed, NotSaid
 */
export async function clientOf(
  { store, baseUrl, providers, door }: VisitorSite,
  name: ProviderName,
  { server, redirectUri, at }: { server: string | null; redirectUri: string; at: number },
): Promise<ProviderClient | null> {
  if (name !== 'mastodon') return providers[name] ?? null
  if (!providers.mastodon || server === null) return null
  const purpose = `mastodon ${server}`
  const known = await findMastodonServer(store.db, server)
  const secret =
    known?.redirectUri === redirectUri ? await unseal(store.db, known.clientSecret, purpose) : null
  if (known && secret !== null) return { id: known.clientId, secret, at: server }
  const client = await registerAt(door, server, { redirectUri, baseUrl })
  const clientSecret = await seal(store.db, client.secret, purpose)
  await putMastodonServer(store.db, { origin: server, clientId: client.id, clientSecret, redirectUri, at })
  return client
}

/** Where a provider sends people back to: of Mastodon's servers each to its own, so that none can pass off as another. */
export function redirectUriOf(baseUrl: string, name: ProviderName, server: string | null): string {
  return baseUrl + visitorBackPath(name, server === null ? null : new URL(server).host)
}
