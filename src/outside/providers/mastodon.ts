import type { ProviderClient } from '../../domain/provider.ts'
import type { ProviderDoor } from './door.ts'
import { idAt, NotSaid, type Provider, wordsAt } from './provider.ts'

/**
 * Any server that speaks as Mastodon does: docs.joinmastodon.org/client/authorized. Who says who somebody is is the
 * server, and nobody else: a name with the host of another server in it, or an address there, counts nothing.
 */
export const mastodon: Provider = {
  name: 'mastodon',
  servers: at => ({
    issuer: `${at}/`,
    authorize: `${at}/oauth/authorize`,
    token: `${at}/oauth/token`,
    api: at!,
  }),
  scope: 'read:accounts',
  secretBy: 'post',
  async who({ issuer, api, get }) {
    const told = await get(`${api}/api/v1/accounts/verify_credentials`)
    const { host } = new URL(issuer)
    const username = wordsAt(told, 'username')
    const handle = username && /^[\w.-]{1,100}$/.test(username) ? `@${username}` : null
    const page = URL.parse(wordsAt(told, 'url') ?? '')
    return {
      issuer,
      subject: idAt(told, 'id'),
      name: wordsAt(told, 'display_name') ?? (handle && `${handle}@${host}`),
      url: page?.host === host ? page.href : handle && `${api}/${handle}`,
      picture: wordsAt(told, 'avatar'),
      mail: null,
    }
  },
}

/**
 * The server somebody names: its address, its host, or what they are called there (`@ada@example.social`).
 *
 * @returns its origin; null where no host is named
 */
export function serverNamed(words: string): string | null {
  const told = words.trim().toLowerCase()
  const host =
    /^@?[^@\s/]+@([^@\s/]+)$/.exec(told)?.[1] ?? told.replace(/^https?:\/\//, '').replace(/[/?#].*$/s, '')
  if (!/^(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{1,63}(?::\d{1,5})?$/u.test(host) || host.length > 253)
    return null
  const isHere = host.startsWith('127.0.0.1')
  const url = URL.parse(`${isHere ? 'http' : 'https'}://${host}`)
  return url && url.pathname === '/' ? url.origin : null
}

/** Makes the site known to a server. @throws Failed, NotSaid */
export async function registerAt(
  door: ProviderDoor,
  origin: string,
  { redirectUri, baseUrl }: { redirectUri: string; baseUrl: string },
): Promise<ProviderClient> {
  const body = new URLSearchParams({
    client_name: `Daylong, ${new URL(baseUrl).host}`,
    redirect_uris: redirectUri,
    scopes: mastodon.scope!,
    website: baseUrl,
  })
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await door.ask(`${origin}/api/v1/apps`, { method: 'POST', headers, body })
  const told = answer.status === 200 ? await answer.json().catch(() => null) : null
  if (told === null) throw new NotSaid(`${origin} answered ${answer.status} where programs register`)
  return { id: idAt(told, 'client_id'), secret: idAt(told, 'client_secret'), at: origin }
}
