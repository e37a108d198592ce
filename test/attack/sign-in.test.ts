import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { offerClaim } from '../../src/services/sign-in/offer-claim.ts'
import { listAudit } from '../../src/storage/audit.ts'
import { listInvitations } from '../../src/storage/invitations.ts'
import { createTries } from '../../src/web/middleware/tries.ts'
import type { Visit } from '../../src/web/show.ts'
import { signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { visit } from '../visitor.ts'

let site: TestSite
const origin = 'http://localhost:1812'
const password = 'the fifty hours'

beforeAll(async () => {
  site = await openSite(new Date().toISOString())
})
afterAll(() => site.close())

describe('a form of another site', () => {
  const strangers = [
    {},
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  const forms = [
    '/sign-in',
    '/sign-in/link',
    '/sign-in/link/x',
    '/sign-in/host/x',
    '/sign-in/code',
    '/sign-in/passkey',
    '/sign-in/passkey/options',
    '/sign-in/forgotten',
    '/sign-in/forgotten/x',
    '/sign-out',
    '/claim/x',
    '/invitation/x',
    '/account/name',
    '/account/password',
    '/account/passkey',
    '/account/passkey/options',
    '/account/passkey/removed',
    '/account/codes',
    '/account/codes/confirmed',
    '/account/codes/removed',
    '/account/codes/recovery',
    '/account/sign-ins',
    '/desk/people/invitations',
    '/desk/people/invitations/x/sent',
    '/desk/people/invitations/x/withdrawn',
    '/desk/people/x/role',
    '/desk/people/x/sign-ins',
  ]

  test.each(forms)('%s does nothing', async path => {
    const { headers, curator } = await signedIn(site, 'owner')
    for (const stranger of strangers) {
      const answer = await site.app.request(`${origin}${path}`, {
        method: 'POST',
        body: new URLSearchParams({ name: 'Mallory', email: 'mallory@evil.example', role: 'owner' }),
        headers: { cookie: headers.cookie, ...(stranger as Record<string, string>) },
      })
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    }
    const acts = await listAudit(site.store.db, { limit: 1 })
    expect(acts).toMatchObject([{ who: { id: curator.id }, act: 'sign-in' }])
    expect(await listInvitations(site.store.db)).toEqual([])
  })
})

test('signing in never leads to another site, whatever stands in the address', async () => {
  await signedIn(site, 'editor', { email: 'back@example.org', password })
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ]
  for (const back of elsewhere) {
    const robin = visit(site)
    const { page } = await robin.get(`/sign-in?back=${encodeURIComponent(back)}`)
    expect(page.includes('value="/desk"')).toBe(true)
    const { to } = await robin.post('/sign-in', { email: 'back@example.org', password, back })
    expect(new URL(to!, `${origin}/sign-in`).origin).toBe(origin)
    const again = await robin.get(`/sign-in?back=${encodeURIComponent(back)}`)
    expect(new URL(again.to!, `${origin}/sign-in`).origin).toBe(origin)
  }
})

test('a cookie that somebody planted is not what signing in makes good', async () => {
  await signedIn(site, 'editor', { email: 'fixed@example.org', password })
  const planted = 'daylong-sign-in=planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'
  const victim = visit(site, planted)
  await victim.post('/sign-in', { email: 'fixed@example.org', password, back: '/account' })
  expect(victim.cookie()).not.toContain('planted')
  expect((await victim.get('/account')).status).toBe(200)
  expect((await visit(site, planted).get('/account')).status).toBe(303)
})

test('a cookie is worth nothing with a letter of its token or its signature changed', async () => {
  const { headers } = await signedIn(site, 'owner')
  const [name, value = ''] = headers.cookie.split('=', 2)
  const changed = [0, value.indexOf('.') + 1].map(
    index => `${value.slice(0, index)}${value[index] === 'a' ? 'b' : 'a'}${value.slice(index + 1)}`,
  )
  for (const each of [...changed, value.split('.')[0], ''])
    expect((await visit(site, `${name}=${each}`).get('/account')).status).toBe(303)
  expect((await visit(site, headers.cookie).get('/account')).status).toBe(200)
})

test('a page that is made for somebody who is signed in is kept nowhere', async () => {
  const { headers } = await signedIn(site, 'owner')
  for (const path of ['/', '/account', '/desk/people', '/desk/audit', '/sign-in', '/nowhere/at/all']) {
    const answer = await site.app.request(`${origin}${path}`, { headers })
    expect([path, answer.headers.get('cache-control') ?? 'no-store', answer.headers.get('etag')]).toEqual([
      path,
      'no-store',
      null,
    ])
  }
})

test('guessing a password ends after a few tries, for the right one too, and leaves few lines behind', async () => {
  const own = await openSite(new Date().toISOString())
  await signedIn(own, 'owner', { email: 'ada@example.org', password })
  const statuses = []
  for (let n = 0; n < 12; n++)
    statuses.push(
      (await visit(own).post('/sign-in', { email: 'ada@example.org', password: `guess ${n}` })).status,
    )
  expect(statuses).toEqual([...Array(8).fill(422), ...Array(4).fill(429)])
  const right = await visit(own).post('/sign-in', { email: ' ADA@example.org', password })
  expect([right.status, right.cookies]).toEqual([429, []])
  const failed = (await listAudit(own.store.db, { limit: 50 })).filter(({ act }) => act === 'sign-in-failed')
  expect(failed.length).toBe(8)
  await own.close()
})

test('who has many addresses is stopped at the account, and who tries many accounts at their address', async () => {
  const from = (address: string) =>
    ({ env: { incoming: { socket: { remoteAddress: address }, headers: {} } } }) as unknown as Visit
  const tries = createTries({ store: site.store, now: () => site.clock.now }, 'link')
  const waits = []
  for (let n = 0; n < 62; n++) waits.push(await tries.take(from(`203.0.113.${n}`), 'ada@example.org'))
  expect(waits.slice(0, 60).every(wait => wait === null)).toBe(true)
  expect(waits[60]).toBeGreaterThan(3000)
  const many = []
  for (let n = 0; n < 31; n++) many.push(await tries.take(from('198.51.100.7'), `${n}@example.org`))
  expect([many.slice(0, 30).every(wait => wait === null), many[30]! > 800]).toEqual([true, true])
})

test('many words in a field are no trouble', async () => {
  const long = 'x'.repeat(8000)
  expect((await visit(site).post('/sign-in', { email: long, password: long })).status).toBe(422)
  expect((await visit(site).post('/sign-in/link', { email: long })).status).toBe(422)
  expect((await visit(site).post('/sign-in/code', { code: long })).status).toBe(422)
  expect((await visit(site).post('/sign-in', { email: 'x'.repeat(20_000) })).status).toBe(413)
  const token = await offerClaim(site.store)
  if (token) expect((await visit(site).get(`/claim/${long}`)).status).toBe(404)
  expect((await visit(site).get(`/invitation/${long}`)).status).toBe(404)
})

test('no page and no log tells the secret, and none of better-auth’s own addresses is open', async () => {
  const { headers } = await signedIn(site, 'owner')
  const { value } = await site.store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'auth-secret')
    .executeTakeFirstOrThrow()
  for (const path of ['/account', '/desk/people', '/desk/audit', '/desk/jobs', '/desk/outbox', '/healthz'])
    expect((await (await site.app.request(`${origin}${path}`, { headers })).text()).includes(value)).toBe(
      false,
    )
  for (const path of ['/api/auth/get-session', '/api/auth/sign-up/email', '/api/auth/list-sessions'])
    for (const method of ['GET', 'POST'])
      expect((await site.app.request(`${origin}${path}`, { method, headers })).status).toBe(404)
})
