import { describe, expect, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite } from '../../../test/site.ts'
import { closing, stores } from '../../../test/stores.ts'
import { codeAt } from '../../../test/totp.ts'
import { fieldIn, visit } from '../../../test/visitor.ts'
import { openStore } from '../../storage/store.ts'
import { isOwnMachine } from './second-factor.ts'

const password = 'the fifty hours'
const origin = 'https://day.example'

async function open(empty?: () => ReturnType<typeof openStore>) {
  const store = empty ? await empty() : closing(await openStore({ sqlite: ':memory:' }))
  return openSite(new Date().toISOString(), store, undefined, { BASE_URL: origin })
}

describe.each(stores)('on a site that others can reach, on $name', ({ empty }) => {
  test('owners add a second factor before they do anything else, and go on from there', async () => {
    const site = await open(empty)
    await signedIn(site, 'owner', { email: 'ada@example.org', password })
    const ada = visit(site, '', origin)
    const entered = await ada.post('/sign-in', { email: 'ada@example.org', password, back: '/desk/people' })
    expect(entered.cookies[0]).toMatch(
      /^__Host-daylong-sign-in=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect((await ada.get('/desk/people')).to).toBe('/account/second-factor?back=%2Fdesk%2Fpeople')
    const refused = await ada.post('/desk/people/invitations', { email: 'bo@example.org', role: 'owner' })
    expect([refused.status, refused.page.includes('show a second factor first')]).toEqual([403, true])

    const begun = await ada.post('/account/codes', { password, back: '/desk/people' })
    const uri = fieldIn(begun.page, 'uri')!
    const done = await ada.post('/account/codes/confirmed', {
      code: codeAt(uri, Date.now()),
      uri,
      recovery: '',
      back: fieldIn(begun.page, 'back')!,
    })
    expect([done.status, done.to]).toEqual([303, '/desk/people'])
    expect((await ada.get('/desk/people')).status).toBe(200)
  })
})

test('who found out the password of an owner cannot put a second factor of their own beside the one there is', async () => {
  const site = await open()
  const { curator } = await signedIn(site, 'owner', { email: 'ada@example.org', password })
  const columns = { public_key: '', credential: 'x', counter: 0, device_type: 'x', is_backed_up: 0 }
  await site.store.db
    .insertInto('passkeys')
    .values({ id: 'p', account_id: curator.id, ...columns })
    .execute()
  const mallory = visit(site, '', origin)
  await mallory.post('/sign-in', { email: 'ada@example.org', password })
  expect((await mallory.get('/account/second-factor')).page).toContain('Please show the other one as well.')
  expect((await mallory.post('/account/codes', { password })).to).toBe(
    '/account/second-factor?back=%2Faccount',
  )
  expect((await mallory.post('/account/passkey/options')).status).toBe(403)
  expect((await mallory.post('/account/passkey', { passkey: '{}' })).status).toBe(403)
  expect((await mallory.post('/account/passkey/removed', { id: 'p' })).to).toBe(
    '/account/second-factor?back=%2Faccount',
  )
  expect((await mallory.get('/desk/people')).status).toBe(303)
})

test('editors and contributors are asked for none', async () => {
  const site = await open()
  const { headers } = await signedIn(site, 'editor', { isStrong: false })
  expect((await visit(site, headers.cookie, origin).get('/desk/people')).status).toBe(200)
})

test.each([
  ['http://localhost:1812', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:8080', true],
  ['http://daylong.localhost', true],
  ['https://day.example', false],
  ['http://192.168.1.5:1812', false],
  ['https://localhost.evil.example', false],
  ['https://127.evil.example', false],
])('%s is one’s own machine: %s', (baseUrl, isOwn) => {
  expect(isOwnMachine(baseUrl)).toBe(isOwn)
})
