import { describe, expect, test } from 'vitest'
import { cookieOf, signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { listAudit } from '../../storage/audit.ts'
import { listSignIns } from '../../storage/sign-ins.ts'

const origin = 'http://localhost:1812'
const password = 'correct horse battery'

describe.each(stores)('signing in on $name', ({ empty }) => {
  const open = async () => openSite(new Date().toISOString(), await empty())

  test('mail address and password open the desk, by a cookie no script reads', async () => {
    const site = await open()
    const { curator } = await signedIn(site, 'editor', { email: 'Ada@Example.org', password })
    const answer = await send(site, '/sign-in', { email: 'ada@example.org ', password, back: '/desk/x?y=1' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/x?y=1'])
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^daylong-sign-in=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await listSignIns(site.store.db, curator.id, site.clock.now)).map(({ means }) => means)).toEqual([
      'password',
      'host-link',
    ])
    const [line] = await listAudit(site.store.db, { limit: 1 })
    expect(line).toMatchObject({
      who: { id: curator.id, name: curator.name },
      act: 'sign-in',
      details: { means: 'password' },
    })
  })

  test('a wrong password and an unknown address are refused alike, with the address as it was typed', async () => {
    const site = await open()
    await signedIn(site, 'owner', { email: 'ada@example.org', password })
    const pages = []
    for (const email of ['ada@example.org', 'nobody@example.org']) {
      const answer = await send(site, '/sign-in', { email, password: 'wrong', back: '/desk' })
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null])
      const page = await answer.text()
      expect(page).toContain(`value="${email}"`)
      pages.push(page.replaceAll(email, 'ADDRESS'))
    }
    expect(pages[0]).toBe(pages[1])
    const failed = (await listAudit(site.store.db, { limit: 9 })).filter(
      ({ act }) => act === 'sign-in-failed',
    )
    expect(failed.map(({ subject }) => subject)).toEqual(['nobody@example.org', 'ada@example.org'])
  })

  test('signing out ends what the cookie opened', async () => {
    const site = await open()
    const { headers } = await signedIn(site, 'owner', { password })
    expect(await isIn(site, headers.cookie)).toBe(true)
    const answer = await send(site, '/sign-out', {}, headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(cookieOf(answer.headers.getSetCookie())).toBe('')
    expect(await isIn(site, headers.cookie)).toBe(false)
  })

  test('whoever signs in gets a new token, and the one they came with opens nothing any more', async () => {
    const site = await open()
    const { headers } = await signedIn(site, 'owner', { email: 'ada@example.org', password })
    const again = await send(site, '/sign-in', { email: 'ada@example.org', password }, headers)
    const cookie = cookieOf(again.headers.getSetCookie())
    expect(cookie).not.toBe(headers.cookie)
    expect([await isIn(site, cookie), await isIn(site, headers.cookie)]).toEqual([true, false])
  })

  test('what the store holds of a sign-in does not open it', async () => {
    const site = await open()
    const { headers } = await signedIn(site, 'owner')
    const { token } = await site.store.db.selectFrom('sign_ins').select('token').executeTakeFirstOrThrow()
    expect(decodeURIComponent(headers.cookie)).not.toContain(token)
  })

  test('a sign-in that nobody used for thirty days has ended', async () => {
    const site = await open()
    const { headers } = await signedIn(site, 'owner')
    await site.store.db
      .updateTable('sign_ins')
      .set({ expires_at: Date.now() - 1 })
      .execute()
    expect(await isIn(site, headers.cookie)).toBe(false)
  })

  test('a sign-in ends after ninety days, however often it is used', async () => {
    const site = await open()
    const { headers, curator } = await signedIn(site, 'owner')
    const begun = async (days: number) => {
      const created_at = Date.now() - days * 86_400_000
      await site.store.db.updateTable('sign_ins').set({ created_at }).execute()
      return isIn(site, headers.cookie)
    }
    expect([await begun(89), await begun(91)]).toEqual([true, false])
    expect(await listSignIns(site.store.db, curator.id, site.clock.now)).toEqual([])
  })
})

function send(
  site: TestSite,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin },
) {
  return site.app.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** Whoever is signed in is not shown the page on which to do so. */
async function isIn(site: TestSite, cookie: string): Promise<boolean> {
  return (await site.app.request(`${origin}/sign-in`, { headers: { cookie } })).status === 303
}

test('a language that was asked for in the address stays when a form comes back', async () => {
  const site = await openSite(new Date().toISOString())
  const page = await (await site.app.request(`${origin}/sign-in?lang=ar`)).text()
  expect(/<form method="post" action="([^"]+)"/.exec(page)?.[1]).toBe('/sign-in?lang=ar')
  const back = await send(site, '/sign-in?lang=ar', { email: 'a@b.org', password: 'x' })
  expect([back.status, (await back.text()).includes('<html lang="ar" dir="rtl"')]).toEqual([422, true])
  await site.close()
})
