import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  backOf,
  bringBack,
  client,
  kept,
  openWith as open,
  throughOpenId,
  told,
  visitors,
  who,
} from '../../../test/coming-in.ts'
import { json, type OAuthServer, openOAuth, openOpenId } from '../../../test/providing.ts'
import { visit } from '../../../test/visitor.ts'

test('whom nobody configured is neither offered nor there', async () => {
  const site = await open()
  const robin = visit(site)
  expect((await robin.get('/you')).page).not.toContain('Sign in with')
  for (const name of [
    'wordpress',
    'google',
    'facebook',
    'x',
    'mastodon',
    'github',
    'orcid',
    'mail',
    'nobody',
  ]) {
    expect([name, (await robin.post(`/you/with/${name}`)).status]).toEqual([name, 404])
    expect([name, (await robin.get(`/you/back/${name}?state=x&code=y`)).status]).toEqual([name, 404])
  }
})

test('ORCID, by OpenID Connect: name and iD are taken, the way is used once', async () => {
  const server = await openOpenId({ ...client, redirectUri: backOf('orcid') }, () => ({
    given_name: 'Josiah',
    family_name: 'Carberry',
  }))
  const site = await open({ SIGN_IN_ORCID: told(server) }, [server])
  const robin = visit(site)
  expect((await robin.get('/you')).page).toContain('formaction="/you/with/orcid"')
  const { go, back } = await throughOpenId(robin, 'orcid', server, '0000-0002-1825-0097')
  expect(go.searchParams.get('code_challenge_method')).toBe('S256')
  expect(go.searchParams.get('redirect_uri')).toBe(backOf('orcid'))
  const came = await robin.get(back)
  expect([came.status, came.to]).toEqual([303, '/you'])
  expect(came.cookies.join()).toMatch(
    /^daylong-visitor=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(await who(robin)).toEqual({ kind: 'visitor', name: 'Josiah Carberry' })
  expect(await visitors(site)).toMatchObject([
    {
      provider: 'orcid',
      issuer: server.at,
      subject: '0000-0002-1825-0097',
      name: 'Josiah Carberry',
      url: `${server.at}/0000-0002-1825-0097`,
      mail: null,
    },
  ])
  const again = await robin.get(back)
  expect([again.status, again.cookies]).toEqual([422, []])
  expect(await kept(site)).not.toMatch(/access_token|id_token|eyJ/)
})

test('Google: a mail address counts only where it is said to be verified', async () => {
  let isVerified = false
  const server = await openOpenId({ ...client, redirectUri: backOf('google') }, () => ({
    name: 'Grace',
    email: 'grace@example.org',
    email_verified: isVerified,
  }))
  const site = await open({ SIGN_IN_GOOGLE: told(server) }, [server])
  const robin = visit(site)
  for (const mail of [null, 'grace@example.org']) {
    isVerified = mail !== null
    await robin.get((await throughOpenId(robin, 'google', server, '1093')).back)
    expect(await visitors(site)).toMatchObject([{ name: 'Grace', subject: '1093', mail }])
  }
})

test('WordPress.com: its token names a blog, which says nothing of who somebody is', async () => {
  const me = {
    ID: 4711,
    display_name: 'Ada <b>Lovelace</b>',
    username: 'ada',
    email: 'ada@example.org',
    email_verified: true,
    profile_URL: 'https://en.gravatar.com/ada',
    avatar_URL: null,
  }
  const server = await openOAuth({
    authorize: '/oauth2/authorize',
    token: '/oauth2/token',
    client,
    secretBy: 'post',
    pkce: 'ignored',
    tokenAnswer: token =>
      json({
        access_token: token,
        token_type: 'bearer',
        blog_id: '12',
        blog_url: 'https://ada.example',
        scope: '',
      }),
    says: ({ pathname }) => (pathname === '/rest/v1.1/me' ? json(me) : undefined),
  })
  const { site, robin, came } = await through('wordpress', 'SIGN_IN_WORDPRESS', server)
  expect(came.to).toBe('/you')
  expect(await visitors(site)).toMatchObject([
    {
      subject: '4711',
      name: 'Ada <b>Lovelace</b>',
      url: 'https://en.gravatar.com/ada',
      mail: 'ada@example.org',
    },
  ])
  expect((await robin.get('/you')).page).toContain('Ada &lt;b&gt;Lovelace&lt;/b&gt;')
})

test('X: the site shows its secret by Basic, PKCE is asked for, and no mail is told', async () => {
  const server = await openOAuth({
    authorize: '/i/oauth2/authorize',
    token: '/2/oauth2/token',
    client: { id: 'Y2xpZW50', secret: 'se+cret/=' },
    secretBy: 'basic',
    pkce: 'asked',
    says: ({ pathname, search }) =>
      pathname === '/2/users/me' && search.includes('profile_image_url')
        ? json({ data: { id: '2244994945', name: 'X Dev', username: 'XDevelopers' } })
        : undefined,
  })
  const { site } = await through('x', 'SIGN_IN_X', server, `Y2xpZW50:se+cret/= at ${server.at}`)
  expect(await visitors(site)).toMatchObject([
    { subject: '2244994945', name: 'X Dev', url: 'https://x.com/XDevelopers', mail: null, mail_key: null },
  ])
  expect(server.asked[0]).toContain('scope=users.read+tweet.read')
})

test('Facebook: the token is proved to be ours, and no mail is missed', async () => {
  const server = await openOAuth({
    authorize: '/v24.0/dialog/oauth',
    token: '/v24.0/oauth/access_token',
    client,
    secretBy: 'post',
    pkce: 'ignored',
    says: ({ pathname, searchParams }, { headers }) => {
      const token = headers.authorization!.slice('Bearer '.length)
      const proof = createHmac('sha256', client.secret).update(token).digest('hex')
      if (pathname !== '/v24.0/me' || searchParams.get('appsecret_proof') !== proof)
        return json({ error: {} }, 400)
      return json({ id: '10223', name: 'Mary', picture: { data: { url: 'x', is_silhouette: true } } })
    },
  })
  const { site } = await through('facebook', 'SIGN_IN_FACEBOOK', server)
  expect(await visitors(site)).toMatchObject([{ subject: '10223', name: 'Mary', mail: null, url: null }])
})

test('GitHub: answers as a form are read, and errors with status 200 are errors; a handle may change', async () => {
  let login = 'octocat'
  let isStale = false
  const form = (fields: Record<string, string>) => ({
    body: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded; charset=utf-8',
  })
  const server = await openOAuth({
    authorize: '/login/oauth/authorize',
    token: '/login/oauth/access_token',
    client,
    secretBy: 'post',
    pkce: 'asked',
    tokenAnswer: token =>
      isStale
        ? form({
            error: 'bad_verification_code',
            error_description: 'The code passed is incorrect or expired.',
          })
        : form({ access_token: token, scope: '', token_type: 'bearer' }),
    says: ({ pathname }) =>
      pathname === '/api/v3/user'
        ? json({
            id: 583231,
            login,
            name: null,
            html_url: `https://github.com/${login}`,
            email: 'a@b.example',
          })
        : undefined,
  })
  const { site, robin } = await through('github', 'SIGN_IN_GITHUB', server)
  expect(await visitors(site)).toMatchObject([{ subject: '583231', name: 'octocat', mail: null }])
  login = 'monalisa'
  await robin.get(await bringBack(robin, 'github'))
  expect(await visitors(site)).toMatchObject([
    { subject: '583231', name: 'monalisa', url: 'https://github.com/monalisa' },
  ])
  isStale = true
  const failed = await robin.get(await bringBack(robin, 'github'))
  expect([failed.status, failed.page.includes('GitHub did not say who you are')]).toEqual([502, true])
})

test('Mastodon: any server, which is asked to know the site once; what it says of another host counts nothing', async () => {
  const registered: string[] = []
  let told: Record<string, unknown> = {}
  const server = await openOAuth({
    authorize: '/oauth/authorize',
    token: '/oauth/token',
    client,
    secretBy: 'post',
    pkce: 'ignored',
    open: ({ pathname }, { method }, body) => {
      if (pathname !== '/api/v1/apps' || method !== 'POST') return undefined
      registered.push(body)
      return json({ id: '1', name: 'Daylong', client_id: client.id, client_secret: client.secret })
    },
    says: ({ pathname }) => (pathname === '/api/v1/accounts/verify_credentials' ? json(told) : undefined),
  })
  const site = await open({ SIGN_IN_MASTODON: 'allow' }, [server])
  const robin = visit(site)
  const host = `127.0.0.1:${server.port}`
  expect((await robin.post('/you/with/mastodon', { text: 'Hello' })).page).toContain('name="server"')
  told = { id: '7', username: 'ada', acct: 'ada', display_name: '', url: `${server.at}/@ada`, avatar: 'x' }
  await robin.get(await bringBack(robin, 'mastodon', { server: `@ada@${host}` }))
  expect(await who(robin)).toEqual({ kind: 'visitor', name: `@ada@${host}` })
  told = {
    ...told,
    acct: 'eve@mastodon.social',
    display_name: 'Eugen',
    url: 'https://mastodon.social/@Gargron',
  }
  await robin.get(await bringBack(robin, 'mastodon', { server: host }))
  expect(await visitors(site)).toMatchObject([
    { issuer: `${server.at}/`, subject: '7', name: 'Eugen', url: `${server.at}/@ada` },
  ])
  expect(registered).toHaveLength(1)
  expect(new URLSearchParams(registered[0]).get('redirect_uris')).toBe(`${backOf('mastodon')}/${host}`)
  expect(await kept(site)).not.toContain(client.secret)
  for (const server of ['localhost', '10.0.0.1', '169.254.169.254', 'printer', 'a b', 'https://'])
    expect([server, (await robin.post('/you/with/mastodon', { server, text: 'kept' })).status]).toEqual([
      server,
      422,
    ])
})

/** The same for somebody new at a new site. */
async function through(name: string, setting: string, server: OAuthServer, words = told(server)) {
  const site = await open({ [setting]: words }, [server])
  const robin = visit(site)
  const came = await robin.get(await bringBack(robin, name))
  return { site, robin, came }
}
