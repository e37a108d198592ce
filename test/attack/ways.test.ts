import { createSign, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { doorTo, json, type OAuthServer, openOAuth } from '../providing.ts'
import { openSite } from '../site.ts'
import { type Visitor, visit } from '../visitor.ts'

const client = { id: 'daylong', secret: 'a-secret' }

/** A server that lets everybody in at once, as Mallory. */
function lettingIn(paths: { authorize: string; token: string; who: string }): Promise<OAuthServer> {
  return openOAuth({
    authorize: paths.authorize,
    token: paths.token,
    client,
    secretBy: 'post',
    pkce: 'asked',
    says: ({ pathname }) =>
      pathname === paths.who ? json({ id: 666, login: 'mallory', name: 'Mallory' }) : undefined,
  })
}

const github = {
  authorize: '/login/oauth/authorize',
  token: '/login/oauth/access_token',
  who: '/api/v3/user',
}
const facebook = { authorize: '/v24.0/dialog/oauth', token: '/v24.0/oauth/access_token', who: '/v24.0/me' }

async function open() {
  const [one, other] = [await lettingIn(github), await lettingIn(facebook)]
  const told = ({ at }: OAuthServer) => `${client.id}:${client.secret} at ${at}`
  const settings = { SIGN_IN_GITHUB: told(one), SIGN_IN_FACEBOOK: told(other) }
  const site = await openSite('2020-12-18T12:00:00Z', undefined, undefined, settings, doorTo([one, other]))
  return { site, one, other }
}

/** Goes to a provider and comes back to our door. @returns path and query of the door */
async function backFrom(robin: Visitor, name: string): Promise<URL> {
  const { page } = await robin.post(`/you/with/${name}`)
  const [, href = ''] = /<a class="act strong" href="([^"]*)"/.exec(page) ?? []
  const { headers } = await fetch(href.replaceAll('&amp;', '&'), { redirect: 'manual' })
  return new URL(headers.get('location')!)
}

const pathOf = ({ pathname, search }: URL) => pathname + search

test('what comes back from a provider counts in the browser that went there alone, once, and with its own secrets', async () => {
  const { site, one } = await open()
  const victim = visit(site)
  const mallory = visit(site)
  const back = await backFrom(mallory, 'github')
  const refused = async (who: Visitor, path: string) => {
    const { status, cookies } = await who.get(path)
    return [status, cookies.filter(each => each.startsWith('daylong-visitor'))]
  }
  // A link that signs whoever opens it in as somebody else.
  expect(await refused(victim, pathOf(back))).toEqual([422, []])
  const gone = await backFrom(victim, 'github')
  expect(await refused(victim, pathOf(back))).toEqual([422, []])
  const forged = new URL(gone)
  forged.searchParams.set('state', `${gone.searchParams.get('state')!.slice(0, -1)}-`)
  expect(await refused(victim, pathOf(forged))).toEqual([422, []])
  // Somebody else's code in one's own way: the secret of the way does not fit it.
  const swapped = new URL(gone)
  swapped.searchParams.set('code', back.searchParams.get('code')!)
  expect(await refused(victim, pathOf(swapped))).toEqual([502, []])
  expect(one.lastToken.fields.code).toBe(back.searchParams.get('code'))
  expect(await refused(victim, pathOf(gone))).toEqual([422, []])
  const once = await backFrom(victim, 'github')
  const came = await victim.get(pathOf(once))
  expect([came.status, came.to]).toEqual([303, '/you'])
  expect(await refused(victim, pathOf(once))).toEqual([422, []])
  await site.close()
})

test('a provider cannot pass off what it gives as that of another', async () => {
  const { site, one, other } = await open()
  const robin = visit(site)
  const back = await backFrom(robin, 'facebook')
  const mixed = `/you/back/github${back.search}`
  expect((await robin.get(mixed)).status).toBe(422)
  expect([one, other].map(({ asked }) => asked.filter(each => each.startsWith('POST')))).toEqual([[], []])
  await site.close()
})

test('nobody is signed in by opening an address: it takes a form of ours', async () => {
  const { site } = await open()
  const robin = visit(site)
  expect((await robin.get('/you/with/github')).status).toBe(404)
  const stranger = await site.app.request('http://localhost:1812/you/with/github', {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { origin: 'https://evil.example' },
  })
  expect([stranger.status, stranger.headers.getSetCookie()]).toEqual([403, []])
  await site.close()
})

/** An OpenID provider that tells of itself and of who somebody is whatever the test says. */
async function openLiar() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'a', alg: 'RS256', use: 'sig' }
  const lies: { metadata?: object; claims?: object; isForged?: boolean } = {}
  const server = await openOAuth({
    authorize: '/auth',
    token: '/token',
    client,
    secretBy: 'post',
    pkce: 'asked',
    says: () => undefined,
    open: ({ pathname }) => {
      const at = server.at
      if (pathname === '/jwks') return json({ keys: [jwk] })
      if (pathname !== '/.well-known/openid-configuration') return undefined
      const ends = {
        authorization_endpoint: `${at}/auth`,
        token_endpoint: `${at}/token`,
        jwks_uri: `${at}/jwks`,
      }
      return json({ issuer: at, ...ends, response_types_supported: ['code'], ...lies.metadata })
    },
    tokenAnswer: access_token => {
      const asked = server.asked.findLast(each => each.startsWith('GET /auth?')) ?? ''
      const nonce = new URL(asked.slice('GET '.length), server.at).searchParams.get('nonce')
      const iat = Math.floor(Date.now() / 1000)
      const claims = { iss: server.at, aud: client.id, sub: '7', nonce, iat, exp: iat + 60, ...lies.claims }
      const words = [{ alg: 'RS256', kid: 'a' }, claims]
        .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      const { privateKey } = lies.isForged ? other : keys
      const signature = createSign('RSA-SHA256').update(words).sign(privateKey, 'base64url')
      return json({ access_token, token_type: 'bearer', id_token: `${words}.${signature}` })
    },
  })
  const setting = `${client.id}:${client.secret} at ${server.at}`
  const site = await openSite(
    new Date().toISOString(),
    undefined,
    undefined,
    { SIGN_IN_ORCID: setting },
    doorTo([server]),
  )
  return { site, server, lies }
}

test('who is told by an OpenID provider counts where it was told by it, to us, on this way, and signed', async () => {
  const { site, server, lies } = await openLiar()
  const come = async () => {
    const robin = visit(site)
    const { status, cookies } = await robin.get(pathOf(await backFrom(robin, 'orcid')))
    return [status, cookies.some(each => each.startsWith('daylong-visitor='))]
  }
  expect(await come()).toEqual([303, true])
  for (const claims of [
    { aud: 'somebody-else' },
    { iss: 'https://orcid.org' },
    { nonce: 'of-another-way' },
    { nonce: undefined },
    { exp: Math.floor(Date.now() / 1000) - 3600 },
    { sub: undefined },
  ]) {
    lies.claims = claims
    expect([claims, await come()]).toEqual([claims, [502, false]])
  }
  lies.claims = {}
  lies.isForged = true
  expect(await come()).toEqual([502, false])
  lies.isForged = false
  lies.metadata = { issuer: 'https://orcid.org' }
  const asked = server.asked.length
  const refused = await visit(site).post('/you/with/orcid')
  expect([refused.status, refused.page.includes(`${server.at}/auth`)]).toEqual([502, false])
  expect(server.asked.slice(asked)).toEqual(['GET /.well-known/openid-configuration'])
  await site.close()
})
