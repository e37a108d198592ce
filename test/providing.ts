import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createProviderDoor, type ProviderDoor } from '../src/outside/providers/door.ts'

/** A server of this machine that says who somebody is, with the door by which the site asks it and nobody else. */
export type Providing = { at: string; port: number }

/** As the documentation of a provider says that it answers; `grants`: by the code that was handed out. */
export type OAuthServer = Providing & {
  /** What was asked of it, in order: method and path with query. */
  asked: string[]
  /** Headers and fields of what was sent to its token endpoint last. */
  lastToken: { authorization: string | undefined; fields: Record<string, string> }
}

/** What differs between servers of OAuth 2.0 that are not of OpenID. */
export type Quirks = {
  authorize: string
  token: string
  client: { id: string; secret: string }
  secretBy: 'basic' | 'post'
  /** Whether it asks for PKCE; those that do not mind what they are sent. */
  pkce: 'asked' | 'ignored'
  /** The answer of the token endpoint beside the token. */
  tokenAnswer?: (token: string) => Answered
  /** Addresses that say who somebody is, given the token; `undefined`: not found. */
  says: (path: URL, request: IncomingMessage) => Answered | undefined
  /** What is told of at all other paths, without a token. */
  open?: (path: URL, request: IncomingMessage, body: string) => Answered | undefined
  /** What comes back instead of a code. */
  denies?: { error: string }
}

type Answered = { body: string | Uint8Array; type?: string; status?: number; waits?: boolean }

export function json(value: unknown, status = 200): Answered {
  return { body: JSON.stringify(value), type: 'application/json; charset=utf-8', status }
}

/** Runs such a server; it signs everybody in at once, as whom `says` says. */
export async function openOAuth(quirks: Quirks | (() => Quirks)): Promise<OAuthServer> {
  const grants = new Map<string, { redirectUri: string; challenge: string | null; clientId: string }>()
  const tokens = new Set<string>()
  const server: OAuthServer = {
    at: '',
    port: 0,
    asked: [],
    lastToken: { authorization: undefined, fields: {} },
  }
  const http = createServer(async (request, response) => {
    const now = typeof quirks === 'function' ? quirks() : quirks
    const url = new URL(request.url ?? '/', server.at)
    server.asked.push(`${request.method} ${request.url}`)
    let body = ''
    for await (const piece of request) body += piece
    if (url.pathname === now.authorize) return authorize(url, now, response)
    if (url.pathname === now.token) return give(url, request, body, now, response)
    const open = now.open?.(url, request, body)
    if (open) return answer(response, open)
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token || !tokens.has(token)) return answer(response, json({ error: 'unauthorized' }, 401))
    return answer(response, now.says(url, request) ?? json({ error: 'not found' }, 404))
  })
  await listen(http, server)
  return server

  function authorize(url: URL, { client, denies, pkce }: Quirks, response: ServerResponse) {
    const asked = url.searchParams
    const redirectUri = asked.get('redirect_uri') ?? ''
    const isAsked = asked.get('response_type') === 'code' && asked.get('client_id') === client.id
    const challenge = asked.get('code_challenge')
    if (!isAsked || (pkce === 'asked' && (!challenge || asked.get('code_challenge_method') !== 'S256')))
      return answer(response, json({ error: 'invalid_request' }, 400))
    const back = new URL(redirectUri)
    back.searchParams.set('state', asked.get('state') ?? '')
    if (denies) back.searchParams.set('error', denies.error)
    else {
      const code = randomUUID()
      grants.set(code, { redirectUri, challenge, clientId: client.id })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  function give(_url: URL, request: IncomingMessage, body: string, now: Quirks, response: ServerResponse) {
    const fields = Object.fromEntries(new URLSearchParams(body))
    const { authorization } = request.headers
    server.lastToken = { authorization, fields }
    const basic = `Basic ${Buffer.from(`${encodeURIComponent(now.client.id)}:${encodeURIComponent(now.client.secret)}`).toString('base64')}`
    const isKnown =
      now.secretBy === 'basic'
        ? authorization === basic && fields.client_secret === undefined
        : fields.client_id === now.client.id && fields.client_secret === now.client.secret
    const grant = grants.get(fields.code ?? '')
    grants.delete(fields.code ?? '')
    const isProven =
      now.pkce === 'ignored' ||
      grant?.challenge ===
        createHash('sha256')
          .update(fields.code_verifier ?? '')
          .digest('base64url')
    if (!isKnown) return answer(response, json({ error: 'invalid_client' }, 401))
    if (!grant || grant.redirectUri !== fields.redirect_uri || !isProven)
      return answer(response, json({ error: 'invalid_grant' }, 400))
    const token = randomUUID()
    tokens.add(token)
    return answer(
      response,
      now.tokenAnswer?.(token) ?? json({ access_token: token, token_type: 'bearer', expires_in: 3600 }),
    )
  }
}

function answer(
  response: ServerResponse,
  { body, type = 'application/json', status = 200, waits }: Answered,
) {
  if (waits) return
  response.writeHead(status, { 'content-type': type }).end(body)
}

/**
 * A real server of OpenID Connect (`oidc-provider`), with its own pages on which anybody signs in as whom they name.
 *
 * @param client as whom the site is known there; `claims` of somebody by what they signed in as
 */
export async function openOpenId(
  client: { id: string; secret: string; redirectUri: string },
  claims: (subject: string) => Record<string, unknown>,
): Promise<Providing> {
  const { Provider } = await import('oidc-provider')
  const server: Providing = { at: '', port: 0 }
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  await listen(
    createServer((request, response) => handle(request, response)),
    server,
  )
  const provider = new Provider(server.at, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub', 'given_name', 'family_name'],
      profile: ['name', 'picture'],
      email: ['email', 'email_verified'],
    },
    // As Google and ORCID do: names stand in what is signed.
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, ...claims(subject) }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['of a test'] },
  })
  handle = provider.callback()
  return server
}

async function listen(http: ReturnType<typeof createServer>, server: Providing): Promise<void> {
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  server.port = (http.address() as AddressInfo).port
  server.at = `http://127.0.0.1:${server.port}`
  onTestFinished(() => {
    http.closeAllConnections()
    return new Promise<void>(resolve => http.close(() => resolve()))
  })
}

/** The door of a site that lets it ask these servers of this machine, and no other. */
export function doorTo(servers: Providing[], now: () => number = Date.now): ProviderDoor {
  return createProviderDoor({
    baseUrl: 'http://localhost:1812',
    now,
    exempt: (ip, port) => ip === '127.0.0.1' && servers.some(server => server.port === port),
  })
}
