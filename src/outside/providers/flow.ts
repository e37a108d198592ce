import * as openid from 'openid-client'
import type { ProviderClient, ToldOfVisitor } from '../../domain/provider.ts'
import { Failed } from '../failure.ts'
import type { ProviderDoor } from './door.ts'
import { NotSaid, type Provider } from './provider.ts'

/** What is remembered of somebody who is on their way to a provider: told to nobody, used once. */
export type Secrets = { state: string; nonce: string; verifier: string }

type Site = { door: ProviderDoor; provider: Provider; client: ProviderClient }

/**
 * Why it was not said who somebody is: they thought better of it; the provider does not answer; it answers, but not that.
 * `why` is for the host.
 */
export type Unsaid = { ok: false; because: 'cancelled' | 'away' | 'not-said'; why: string }

export function newSecrets(): Secrets {
  const [state, nonce, verifier] = [
    openid.randomState(),
    openid.randomNonce(),
    openid.randomPKCECodeVerifier(),
  ]
  return { state, nonce, verifier }
}

/** Where somebody is led to say there who they are (RFC 6749, 4.1, with PKCE, RFC 7636). */
export async function leadThere(
  site: Site,
  { state, nonce, verifier }: Secrets,
  redirectUri: string,
): Promise<{ ok: true; url: string } | Unsaid> {
  try {
    const config = await configure(site)
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_type: 'code',
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(site.provider.scope !== null && { scope: site.provider.scope }),
      ...(isOpenId(site) && { nonce }),
    })
    if (!isSafe(url)) throw new NotSaid(`${url.origin} is no address to send anybody to`)
    return { ok: true, url: url.href }
  } catch (error) {
    return unsaid(error)
  }
}

/**
 * Who came back. Checked are the state, the issuer where it is told (RFC 9207), and of an OpenID provider signature,
 * audience, times and nonce. What the provider gave to ask it with is forgotten when this ends.
 *
 * @param address at which they came back, on our own host as the host of the site has it
 */
export async function askWho(
  site: Site,
  { state, nonce, verifier }: Secrets,
  address: URL,
): Promise<{ ok: true; told: ToldOfVisitor } | Unsaid> {
  try {
    const { door, provider, client } = site
    const config = await configure(site)
    const tokens = await openid.authorizationCodeGrant(config, address, {
      expectedState: state,
      pkceCodeVerifier: verifier,
      ...(isOpenId(site) && { expectedNonce: nonce, idTokenExpected: true }),
    })
    const servers = provider.servers(client.at)
    const told = await provider.who({
      issuer: config.serverMetadata().issuer,
      api: 'api' in servers ? servers.api : servers.discover,
      token: tokens.access_token,
      claims: tokens.claims() ?? null,
      secret: client.secret,
      get: async asked => {
        const headers = { accept: 'application/json', authorization: `Bearer ${tokens.access_token}` }
        const answer = await door.ask(asked, { method: 'GET', headers })
        const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(answer.headers.get('content-type') ?? '')
        const json = answer.status === 200 && isJson ? await answer.json().catch(() => null) : null
        if (typeof json === 'object' && json !== null) return json
        throw new NotSaid(`${new URL(asked).host} answered ${answer.status}, and not who it is`)
      },
    })
    return { ok: true, told }
  } catch (error) {
    return unsaid(error)
  }
}

async function configure({ door, provider, client }: Site): Promise<openid.Configuration> {
  const servers = provider.servers(client.at)
  const bySecret =
    provider.secretBy === 'basic'
      ? openid.ClientSecretBasic(client.secret)
      : openid.ClientSecretPost(client.secret)
  if ('discover' in servers)
    return openid.discovery(new URL(servers.discover), client.id, undefined, bySecret, {
      [openid.customFetch]: door.ask,
      // The library looks at signatures only where it is told to.
      execute: [
        openid.enableNonRepudiationChecks,
        // On this machine alone, which `door` lets nobody reach but tests.
        ...(servers.discover.startsWith('http:') ? [openid.allowInsecureRequests] : []),
      ],
    })
  const { issuer, authorize, token } = servers
  const config = new openid.Configuration(
    { issuer, authorization_endpoint: authorize, token_endpoint: token },
    client.id,
    undefined,
    bySecret,
  )
  config[openid.customFetch] = async (url, options) => {
    const answer = await door.ask(url, options)
    return url === token && provider.mend ? provider.mend(answer) : answer
  }
  if (token.startsWith('http:')) openid.allowInsecureRequests(config)
  return config
}

function isOpenId({ provider, client }: Site): boolean {
  return 'discover' in provider.servers(client.at)
}

function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || url.hostname === '127.0.0.1' || url.hostname === 'localhost'
}

/** What an error of the way means to who goes it; what is a fault of ours is thrown on. */
const cancelled = /^(?:access_denied|user_denied|login_required|consent_required|interaction_required)$/

export function unsaid(error: unknown): Unsaid {
  const cause = error instanceof Error ? error.cause : undefined
  if (error instanceof openid.AuthorizationResponseError && cancelled.test(error.error))
    return { ok: false, because: 'cancelled', why: error.error }
  const failed = error instanceof Failed ? error : cause instanceof Failed ? cause : null
  if (failed) return { ok: false, because: 'away', why: failed.failure.says }
  if (error instanceof Error && /^(?:OAUTH_|ERR_)/.test((error as { code?: string }).code ?? ''))
    return { ok: false, because: 'not-said', why: `${(error as { code?: string }).code}: ${error.message}` }
  if (error instanceof NotSaid) return { ok: false, because: 'not-said', why: error.message }
  throw error
}
