import { afterEach, describe, expect, test, vi } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visit } from '../../../test/visitor.ts'
import { listAudit } from '../../storage/audit.ts'

// Passwords are hashed slowly on purpose.
vi.setConfig({ testTimeout: 120_000 })
afterEach(() => {
  vi.useRealTimers()
})

describe.each(stores)('links by mail on $name', ({ empty }) => {
  const open = async () => {
    const site = await openSite(new Date().toISOString(), await empty())
    const { headers } = await signedIn(site, 'editor', {
      email: 'ada@example.org',
      password: 'the fifty hours',
    })
    return { site, former: headers.cookie }
  }

  test('a link signs in once, and only by its button: programs that open links of mails use nothing up', async () => {
    const { site } = await open()
    const robin = visit(site)
    const asked = await robin.post('/sign-in/link', { email: ' Ada@Example.org', back: '/desk/x' })
    expect([asked.status, asked.cookies]).toEqual([200, []])
    const [mail] = await mails(site)
    expect(mail).toMatchObject({
      to: 'ada@example.org',
      purpose: 'sign-in',
      subject: 'Your link to sign in to localhost:1812',
    })
    const link = linkIn(mail!.text)
    for (const _ of [1, 2]) expect((await robin.get(link)).page).toContain('Go on as ada@example.org.')
    const used = await robin.post(link.split('?')[0]!, { back: '/desk/x' })
    expect([used.status, used.to]).toEqual([303, '/desk/x'])
    expect((await robin.get('/account')).status).toBe(200)
    expect([(await visit(site).get(link)).status, (await visit(site).post(link)).status]).toEqual([404, 404])
    expect((await listAudit(site.store.db, { limit: 2 })).map(({ act }) => act)).toEqual([
      'sign-in',
      'link-sent',
    ])
  })

  test('an address without an account gets the same answer, and no mail', async () => {
    const { site } = await open()
    const pages = []
    for (const email of ['ada@example.org', 'bob@example.org'])
      for (const path of ['/sign-in/link', '/sign-in/forgotten']) {
        const { status, page } = await visit(site).post(path, { email })
        expect(status).toBe(200)
        pages.push(page.replaceAll(email, 'ADDRESS'))
      }
    expect(new Set(pages).size).toBe(1)
    expect((await mails(site)).map(({ to }) => to)).toEqual(['ada@example.org', 'ada@example.org'])
  })

  test('a link is too old after twenty minutes', async () => {
    const { site } = await open()
    await visit(site).post('/sign-in/link', { email: 'ada@example.org' })
    const link = linkIn((await mails(site))[0]!.text)
    pass(site, 20 * 60_000 + 1000)
    expect([(await visit(site).get(link)).status, (await visit(site).post(link)).status]).toEqual([404, 404])
  })

  test('a link to choose a new password does not sign in, nor the other way round', async () => {
    const { site } = await open()
    await visit(site).post('/sign-in/link', { email: 'ada@example.org' })
    await visit(site).post('/sign-in/forgotten', { email: 'ada@example.org' })
    const [signIn, password] = (await mails(site)).map(({ text }) => linkIn(text).split('?')[0]!)
    const swapped = [signIn!.replace('link', 'forgotten'), password!.replace('forgotten', 'link')]
    for (const path of [...swapped, signIn!.replace('link', 'host')])
      expect((await visit(site).post(path, { password: 'another one entirely' })).status).toBe(404)
  })

  test('a new password by mail ends every sign-in, and the old one opens nothing', async () => {
    const { site, former } = await open()
    await visit(site).post('/sign-in/forgotten', { email: 'ada@example.org' })
    const link = linkIn((await mails(site))[0]!.text)
    const robin = visit(site)
    expect((await robin.get(link)).page).toContain('Choose a new password')
    const short = await robin.post(link, { password: 'short' })
    expect([short.status, short.page.includes('Too short')]).toEqual([422, true])
    const changed = await robin.post(link, { password: 'another one entirely' })
    expect([changed.status, changed.cookies]).toEqual([200, []])
    expect((await visit(site, former).get('/account')).status).toBe(303)
    const tries = []
    for (const password of ['the fifty hours', 'another one entirely'])
      tries.push((await visit(site).post('/sign-in', { email: 'ada@example.org', password })).status)
    expect(tries).toEqual([422, 303])
    expect((await robin.post(link, { password: 'a third one for sure' })).status).toBe(404)
  })

  test('the store holds no token of a link', async () => {
    const { site } = await open()
    await visit(site).post('/sign-in/link', { email: 'ada@example.org' })
    const token = linkIn((await mails(site))[0]!.text)
      .split('?')[0]!
      .split('/')
      .at(-1)!
    const rows = await site.store.db.selectFrom('verifications').selectAll().execute()
    expect(rows.length).toBe(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

function mails(site: TestSite) {
  return site.store.db.selectFrom('mails').selectAll().orderBy('id').execute()
}

function linkIn(text: string | null): string {
  const { pathname, search } = new URL(/http\S+/.exec(text ?? '')![0])
  return pathname + search
}

/** Time passes, for the site and for better-auth, which has its own clock. */
function pass(site: TestSite, milliseconds: number): void {
  site.clock.now += milliseconds
  vi.useFakeTimers({ toFake: ['Date'], now: site.clock.now })
}
