import { afterEach, describe, expect, test, vi } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { codeAt } from '../../../test/totp.ts'
import { fieldIn, type Visitor, visit } from '../../../test/visitor.ts'
import { listAudit } from '../../storage/audit.ts'
import { listPasskeys } from '../../storage/passkeys.ts'
import { listSignIns } from '../../storage/sign-ins.ts'

const ada = { email: 'ada@example.org', password: 'the fifty hours' }

// Passwords are hashed slowly on purpose.
vi.setConfig({ testTimeout: 120_000 })
afterEach(() => {
  vi.useRealTimers()
})

describe.each(stores)('an account on $name', ({ empty }) => {
  const open = async () => {
    const site = await openSite(new Date().toISOString(), await empty())
    const { headers, curator } = await signedIn(site, 'owner', ada)
    return { site, curator, own: visit(site, headers.cookie) }
  }

  test('where one is signed in is listed, and ended one by one or everywhere else', async () => {
    const { site, curator, own } = await open()
    const others = [visit(site), visit(site), visit(site)]
    for (const other of others) await other.post('/sign-in', ada)
    const list = () => listSignIns(site.store.db, curator.id, site.clock.now)
    expect((await own.get('/account')).page.match(/last seen/g)?.length).toBe(3)
    const [latest] = await list()
    expect((await own.post('/account/sign-ins', { id: latest!.id })).to).toBe('/account')
    expect((await own.get('/account')).page).toContain('Signed out on 1 device.')
    expect((await list()).length).toBe(3)
    await own.post('/account/sign-ins')
    expect((await list()).length).toBe(1)
    expect((await own.get('/account')).status).toBe(200)
    for (const other of others) expect((await other.get('/account')).status).toBe(303)
  })

  test('nobody ends the sign-in of another account', async () => {
    const { site, curator, own } = await open()
    const mallory = visit(site, (await signedIn(site, 'editor')).headers.cookie)
    const [signIn] = await listSignIns(site.store.db, curator.id, site.clock.now)
    await mallory.post('/account/sign-ins', { id: signIn!.id })
    expect((await own.get('/account')).status).toBe(200)
  })

  test('a password is changed by who knows it, and ends what was opened by the old one', async () => {
    const { site, own } = await open()
    const other = visit(site)
    await other.post('/sign-in', ada)
    const wrong = await own.post('/account/password', {
      current: 'not this one',
      next: 'a new one altogether',
    })
    expect([wrong.status, wrong.page.includes('This is not your password.')]).toEqual([422, true])
    expect((await other.get('/account')).status).toBe(200)
    const right = await own.post('/account/password', { current: ada.password, next: 'a new one altogether' })
    expect(right.status).toBe(303)
    expect([(await own.get('/account')).status, (await other.get('/account')).status]).toEqual([200, 303])
    expect((await visit(site).post('/sign-in', ada)).status).toBe(422)
  })

  test('codes are asked for once one was shown; password and link alone are not enough any more', async () => {
    const { site, own } = await open()
    const other = visit(site)
    await other.post('/sign-in', ada)
    const { uri } = await turnOn(site, own)
    expect((await own.get('/account')).page).toContain('Signing in with a password or a link takes a code.')
    expect((await other.get('/account')).status).toBe(303)

    const again = visit(site)
    const first = await again.post('/sign-in', { ...ada, back: '/account' })
    expect([first.status, first.to]).toEqual([303, '/sign-in/code?back=%2Faccount'])
    expect((await again.get('/account')).status).toBe(303)
    const wrong = await again.post('/sign-in/code', { code: '000000', back: '/account' })
    expect([wrong.status, wrong.page.includes('not the code of this moment')]).toEqual([422, true])
    const code = codeAt(uri, Date.now())
    const right = await again.post('/sign-in/code', {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      back: '/account',
    })
    expect([right.status, right.to]).toEqual([303, '/account'])
    expect((await again.get('/account')).status).toBe(200)

    const byLink = visit(site)
    await byLink.post('/sign-in/link', { email: ada.email })
    const mail = await site.store.db.selectFrom('mails').select('text').executeTakeFirstOrThrow()
    const link = new URL(/http\S+/.exec(mail.text ?? '')![0]).pathname
    expect((await byLink.post(link, { back: '/account' })).to).toBe('/sign-in/code?back=%2Faccount')
    expect((await byLink.get('/account')).status).toBe(303)
  })

  test('a recovery code lets in once', async () => {
    const { site, own } = await open()
    const { recovery } = await turnOn(site, own)
    const statuses = []
    for (const code of [recovery[3]!, recovery[3]!, recovery[4]!]) {
      const again = visit(site)
      await again.post('/sign-in', ada)
      statuses.push((await again.post('/sign-in/code', { code })).status)
    }
    expect(statuses).toEqual([303, 422, 303])
    const acts = (await listAudit(site.store.db, { limit: 4 })).map(({ act, details }) => [act, details])
    expect(acts[0]).toEqual(['sign-in', { means: 'recovery-code' }])
  })

  test('five wrong codes and the password has to be shown again; ten and the account rests', async () => {
    const { site, own } = await open()
    const { uri } = await turnOn(site, own)
    const tryCodes = async () => {
      const again = visit(site)
      await again.post('/sign-in', ada)
      const seen = []
      for (let n = 0; n < 6; n++) seen.push((await again.post('/sign-in/code', { code: '000000' })).page)
      return seen.map(page =>
        page.includes('of this moment') ? 'wrong' : page.includes('took too long') ? 'over' : 'locked',
      )
    }
    expect(await tryCodes()).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'over'])
    expect(await tryCodes()).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'locked'])
    const right = visit(site)
    await right.post('/sign-in', ada)
    expect((await right.post('/sign-in/code', { code: codeAt(uri, Date.now()) })).status).toBe(429)
  })

  test('a code alone opens nothing, nor a cookie of a challenge that is not ours', async () => {
    const { site, own } = await open()
    const { uri } = await turnOn(site, own)
    const code = codeAt(uri, Date.now())
    for (const cookie of ['', 'daylong.two_factor=2fa-abc.def']) {
      const stranger = visit(site, cookie)
      expect((await stranger.get('/sign-in/code')).status).toBe(303)
      expect((await stranger.post('/sign-in/code', { code })).status).toBe(422)
      expect((await stranger.get('/account')).status).toBe(303)
    }
  })

  test('turning codes on or off takes the password, and where they are on a sign-in that showed one', async () => {
    const { site, own } = await open()
    const wrong = await own.post('/account/codes', { password: 'not this one' })
    expect([wrong.status, wrong.page.includes('This is not your password.')]).toEqual([422, true])
    await turnOn(site, own)
    expect((await own.post('/account/codes/removed', { password: 'not this one' })).status).toBe(422)
    expect((await own.post('/account/codes/removed', { password: ada.password })).status).toBe(303)
    // An owner who has no second factor any more is asked whether they want one, and may say no.
    const bare = visit(site)
    const { to } = await bare.post('/sign-in', { ...ada, back: '/desk/people' })
    expect(to).toBe('/account/second-factor?back=%2Fdesk%2Fpeople')
    expect(/<a href="([^"]+)">Not now</.exec((await bare.get(to!)).page)?.[1]).toBe('/desk/people')
    expect((await bare.get('/desk/people')).status).toBe(200)
  })

  test('what is no passkey is not added, and nothing breaks of it', async () => {
    const { site, curator, own } = await open()
    for (const passkey of ['', '{}', '[]', 'null', '{"id":"x","response":{}}', '{"id":1,"response":null}']) {
      await own.post('/account/passkey/options')
      const seen = await own.post('/account/passkey', { passkey })
      expect([seen.status, seen.to]).toEqual([303, '/account'])
      expect((await own.get('/account')).page.includes('The passkey was not added.')).toBe(true)
      expect((await visit(site).post('/sign-in/passkey', { passkey })).status).toBe(422)
    }
    expect(await listPasskeys(site.store.db, curator.id)).toEqual([])
  })

  test('how one signs in, and where, is changed only soon after having done so', async () => {
    const { site, own } = await open()
    site.clock.now += 61 * 60_000
    for (const path of [
      '/account/codes',
      '/account/passkey/options',
      '/account/passkey/removed',
      '/account/sign-ins',
    ])
      expect((await own.post(path, { password: ada.password })).to).toBe('/sign-in?again=1&back=%2Faccount')
    expect((await own.get('/sign-in?again=1&back=%2Faccount')).page).toContain(
      'show once more that it is you',
    )
  })
})

/** Turns codes on as somebody with an app does. */
async function turnOn(site: TestSite, own: Visitor): Promise<{ uri: string; recovery: string[] }> {
  const begun = await own.post('/account/codes', { password: ada.password })
  const uri = fieldIn(begun.page, 'uri')!
  const recovery = fieldIn(begun.page, 'recovery')!.split(' ')
  const wrong = await own.post('/account/codes/confirmed', {
    code: '000000',
    uri,
    recovery: recovery.join(' '),
  })
  expect([wrong.status, fieldIn(wrong.page, 'uri')]).toEqual([422, uri])
  const told = { code: codeAt(uri, Date.now()), uri, recovery: recovery.join(' ') }
  expect((await own.post('/account/codes/confirmed', told)).status).toBe(303)
  expect((await listAudit(site.store.db, { limit: 1 }))[0]!.act).toBe('codes-added')
  return { uri, recovery }
}
