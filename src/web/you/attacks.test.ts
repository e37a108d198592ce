import { expect, test } from 'vitest'
import { bringBack, client, openWith, told, visitors, who } from '../../../test/coming-in.ts'
import { json, openOAuth, type Quirks } from '../../../test/providing.ts'
import { type Visitor, visit } from '../../../test/visitor.ts'

test('a state counts once, in the browser it was given to, and for as long as an hour', async () => {
  const { site } = await open()
  const [robin, eve] = [visit(site), visit(site)]
  await bringBack(eve, 'github')
  const stolen = await bringBack(robin, 'github')
  const refused = await eve.get(stolen)
  expect([refused.status, refused.page.includes('began in another browser'), refused.cookies]).toEqual([
    422,
    true,
    [],
  ])
  expect((await visit(site).get(stolen)).status).toBe(422)
  expect((await robin.get(stolen)).to).toBe('/you')
  expect((await robin.get(stolen)).status).toBe(422)
  const old = await bringBack(robin, 'github')
  site.clock.now += 3_600_000
  expect((await robin.get(old)).status).toBe(422)
  for (const query of ['', '?code=x', '?state=&code=x', '?state=made-up&code=x', '?error=access_denied'])
    expect([query, (await robin.get(`/you/back/github${query}`)).status]).toEqual([query, 422])
})

test('a code that was given to somebody else is not taken', async () => {
  const { site } = await open()
  const [robin, eve] = [visit(site), visit(site)]
  const [own, victims] = [
    new URL(await bringBack(eve, 'github'), 'http://x'),
    await bringBack(robin, 'github'),
  ]
  own.searchParams.set('code', new URL(victims, 'http://x').searchParams.get('code')!)
  // Its proof (PKCE) is another one's.
  expect((await eve.get(own.pathname + own.search)).status).toBe(502)
  expect(await who(eve)).toEqual({ kind: 'guest' })
})

test('what one provider gave is not taken for what another gave', async () => {
  const [github, x] = [await openOAuth(quirks('github')), await openOAuth(quirks('x'))]
  const site = await openWith({ SIGN_IN_GITHUB: told(github), SIGN_IN_X: told(x) }, [github, x])
  const robin = visit(site)
  const back = await bringBack(robin, 'github')
  expect((await robin.get(back.replace('/github', '/x'))).status).toBe(422)
  const other = await bringBack(robin, 'github')
  expect((await robin.get(`${other}&iss=${encodeURIComponent(x.at)}`)).status).toBe(502)
  expect(await visitors(site)).toEqual([])
})

test('a server of Mastodon has a way back of its own: none can pass off as another', async () => {
  const server = (id: string) =>
    openOAuth({
      ...quirks('mastodon'),
      open: ({ pathname }) =>
        pathname === '/api/v1/apps'
          ? json({ client_id: client.id, client_secret: client.secret })
          : undefined,
      says: () =>
        json({ id, username: 'ada', display_name: `Ada ${id}`, url: 'https://elsewhere.example/@ada' }),
    })
  const [one, two] = [await server('1'), await server('1')]
  const site = await openWith({ SIGN_IN_MASTODON: 'allow' }, [one, two])
  const robin = visit(site)
  const hosts = [one, two].map(({ port }) => `127.0.0.1:${port}`)
  const back = await bringBack(robin, 'mastodon', { server: hosts[0]! })
  expect((await robin.get(back.replace(hosts[0]!, hosts[1]!))).status).toBe(422)
  expect((await robin.get('/you/back/mastodon?state=x')).status).toBe(404)
  expect((await robin.get(back)).to).toBe('/you')
  // The same number at another server is somebody else.
  await robin.get(await bringBack(robin, 'mastodon', { server: hosts[1]! }))
  expect((await visitors(site)).map(({ issuer, subject }) => [issuer, subject])).toEqual([
    [`${one.at}/`, '1'],
    [`${two.at}/`, '1'],
  ])
})

test('the same mail address at two providers makes two; a handle that somebody else took is somebody else', async () => {
  let me: Record<string, unknown> = {
    ID: 1,
    display_name: 'Ada',
    email: 'ada@example.org',
    email_verified: true,
  }
  const wordpress = await openOAuth({ ...quirks('wordpress'), says: () => json(me) })
  const facebook = await openOAuth({
    ...quirks('facebook'),
    says: () => json({ id: '1', name: 'Ada', email: 'ada@example.org' }),
  })
  const site = await openWith({ SIGN_IN_WORDPRESS: told(wordpress), SIGN_IN_FACEBOOK: told(facebook) }, [
    wordpress,
    facebook,
  ])
  const robin = visit(site)
  for (const name of ['wordpress', 'facebook']) await robin.get(await bringBack(robin, name))
  me = { ...me, ID: 2 }
  await robin.get(await bringBack(robin, 'wordpress'))
  const all = await visitors(site)
  expect(all.map(({ provider, subject, mail }) => [provider, subject, mail])).toEqual([
    ['wordpress', '1', 'ada@example.org'],
    ['facebook', '1', 'ada@example.org'],
    ['wordpress', '2', 'ada@example.org'],
  ])
  expect(new Set(all.map(({ mail_key }) => mail_key)).size).toBe(1)
  expect(await site.store.db.selectFrom('accounts').selectAll().execute()).toEqual([])
})

test('the way back leads to our own paths alone', async () => {
  const { site } = await open()
  const robin = visit(site)
  for (const back of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2f/evil.example/..//evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/\t/evil.example',
    '\n//evil.example',
    '@evil.example',
  ]) {
    const { to } = await robin.get(await bringBack(robin, 'github', { back }))
    const led = new URL(to!, 'http://localhost:1812')
    expect([back, led.origin]).toEqual([back, 'http://localhost:1812'])
    expect((await robin.post('/you/out', { back })).to).toMatch(/^\/(?![/\\])/)
  }
  expect((await robin.get(await bringBack(robin, 'github', { back: '/undrr/2020?x=1' }))).to).toBe(
    '/undrr/2020?x=1',
  )
})

test('signing in gives a new cookie, and what was there before opens nothing', async () => {
  const { site } = await open()
  const robin = visit(site)
  await robin.get(await bringBack(robin, 'github'))
  const before = tokenOf(robin)
  await robin.get(await bringBack(robin, 'github'))
  expect(tokenOf(robin)).not.toBe(before)
  expect(await who(visit(site, `daylong-visitor=${before}`))).toEqual({ kind: 'guest' })
  expect(await who(robin)).toMatchObject({ kind: 'visitor' })
})

test('logging out ends it on the server, on one device or on all; another site cannot do it', async () => {
  const { site } = await open()
  const devices = [visit(site), visit(site), visit(site)]
  for (const device of devices) await device.get(await bringBack(device, 'github'))
  const [first, second, third] = devices as [Visitor, Visitor, Visitor]
  const copied = first.cookie()
  const forged = await site.app.request('http://localhost:1812/you/out', {
    method: 'POST',
    headers: {
      origin: 'https://evil.example',
      cookie: copied,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: '',
  })
  expect(forged.status).toBe(403)
  await first.post('/you/out')
  expect([await who(first), await who(visit(site, copied))]).toEqual([{ kind: 'guest' }, { kind: 'guest' }])
  expect(await who(second)).toMatchObject({ kind: 'visitor' })
  await second.post('/you/out', { everywhere: 'yes' })
  expect(await who(third)).toEqual({ kind: 'guest' })
})

test('who thinks better of it is back where they were, with what they had typed', async () => {
  const { site, github } = await open()
  github.denies = { error: 'access_denied' }
  const robin = visit(site)
  const back = await robin.get(
    await bringBack(robin, 'github', {
      back: '/comments/new?on=edition',
      text: 'What I typed',
      name: 'Robin',
    }),
  )
  expect(back.to).toMatch(/^\/comments\/new\?on=edition&draft=[\w-]{36}$/)
  expect(await site.store.db.selectFrom('visitor_drafts').select('fields').execute()).toEqual([
    { fields: '{"text":"What I typed","name":"Robin"}' },
  ])
})

test('a provider that says too much, nothing, or something else is told of in plain words', async () => {
  const { site, github } = await open()
  const robin = visit(site)
  const page = (words: string) => ({ body: words, type: 'text/html' })
  const big = `{"id":1,"name":"${'x'.repeat(10_000_000)}"}`
  for (const answer of [
    { body: big, type: 'application/json' },
    page('<script>alert(1)</script>'),
    page('{"id":1}'),
    json({ id: null }),
    json({ id: { toString: 1 } }),
    json([]),
    json({ id: 1 }, 500),
    { body: '{"id":1', type: 'application/json' },
  ]) {
    github.says = () => answer
    const came = await robin.get(await bringBack(robin, 'github', { text: 'kept' }))
    expect([came.status, /GitHub (?:did not say who you are|does not answer)/.test(came.page)]).toEqual([
      502,
      true,
    ])
    expect(came.page).toContain('What you typed is still there.')
    expect(came.page).not.toContain('alert(1)')
  }
  expect(await visitors(site)).toEqual([])
})

test('a name can neither run, nor turn the line it stands in, nor tower above it', async () => {
  const { site, github } = await open()
  const robin = visit(site)
  const names: [string, string][] = [
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['Ada\u202Egpj.exe\u2066\u200B', 'Adagpj.exe'],
    [`Z${'\u0334'.repeat(60)}algo\nnext`, `Z${'\u0334'.repeat(4)}algo next`],
    ['\u200F\u202E ', 'octocat'],
    ['  ', 'octocat'],
  ]
  for (const [name, shown] of names) {
    github.says = () => json({ id: name.length, name, login: 'octocat', html_url: 'javascript:alert(1)' })
    await robin.get(await bringBack(robin, 'github'))
    const { name: kept } = (await who(robin)) as { name: string }
    expect([name, kept]).toEqual([name, shown === 'octocat' && name.trim() ? kept : shown])
    expect((await robin.get('/you')).page).not.toMatch(/<img src=x|javascript:|\u202E/)
  }
})

async function open() {
  const github = quirks('github')
  const server = await openOAuth(() => github)
  const site = await openWith({ SIGN_IN_GITHUB: told(server) }, [server])
  return { site, github }
}

function quirks(name: 'github' | 'x' | 'mastodon' | 'wordpress' | 'facebook'): Quirks {
  const [authorize, token] = {
    github: ['/login/oauth/authorize', '/login/oauth/access_token'],
    x: ['/i/oauth2/authorize', '/2/oauth2/token'],
    mastodon: ['/oauth/authorize', '/oauth/token'],
    wordpress: ['/oauth2/authorize', '/oauth2/token'],
    facebook: ['/v24.0/dialog/oauth', '/v24.0/oauth/access_token'],
  }[name] as [string, string]
  const secretBy = name === 'x' ? 'basic' : 'post'
  const says = () => json({ id: 583231, login: 'octocat', name: 'Octo' })
  return { authorize, token, client, secretBy, pkce: 'asked', says }
}

function tokenOf(robin: Visitor): string {
  return /daylong-visitor=([\w-]+)/.exec(robin.cookie())![1]!
}
