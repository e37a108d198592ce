import { describe, expect, test } from 'vitest'
import { cookieOf } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { addPerson } from '../../services/people/add-person.ts'
import { offerClaim } from '../../services/sign-in/offer-claim.ts'
import { listAccounts } from '../../storage/accounts.ts'
import { listAudit } from '../../storage/audit.ts'
import { readSetting } from '../../storage/settings.ts'

const origin = 'http://localhost:1812'
const ada = { name: 'Ada Lovelace', email: 'Ada@example.org', password: 'the fifty hours of a day' }

describe.each(stores)('claiming a site on $name', ({ empty }) => {
  const open = async () => openSite(new Date().toISOString(), await empty())

  test('whoever opens the link first owns the site, is signed in and at the desk', async () => {
    const site = await open()
    const token = (await offerClaim(site.store))!
    expect((await ask(site, token)).status).toBe(200)
    const answer = await claim(site, token, ada)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
    expect(cookieOf(answer.headers.getSetCookie())).toMatch(/^daylong-sign-in=/)
    expect(await listAccounts(site.store.db)).toMatchObject([
      { name: 'Ada Lovelace', email: 'ada@example.org', grants: [{ seriesId: null, role: 'owner' }] },
    ])
    expect((await listAudit(site.store.db, { limit: 9 })).map(({ act }) => act)).toEqual(['sign-in', 'claim'])
    const body = new URLSearchParams({ email: ada.email, password: ada.password })
    const again = await site.app.request(`${origin}/sign-in`, { method: 'POST', body, headers: { origin } })
    expect(again.status).toBe(303)
  })

  test('the link opens nothing a second time, nor once another was made, nor with a letter changed', async () => {
    const site = await open()
    const first = (await offerClaim(site.store))!
    const second = (await offerClaim(site.store))!
    expect([(await ask(site, first)).status, (await claim(site, first, ada)).status]).toEqual([404, 404])
    expect((await claim(site, `${second}x`, ada)).status).toBe(404)
    expect((await claim(site, second, ada)).status).toBe(303)
    const mallory = { ...ada, email: 'mallory@example.org' }
    expect([(await ask(site, second)).status, (await claim(site, second, mallory)).status]).toEqual([
      404, 404,
    ])
    expect((await listAccounts(site.store.db)).length).toBe(1)
    expect(await offerClaim(site.store)).toBeNull()
  })

  test('of two who claim at the same moment one owns the site', async () => {
    const site = await open()
    const token = (await offerClaim(site.store))!
    const others = ['a', 'b', 'c'].map(who => claim(site, token, { ...ada, email: `${who}@example.org` }))
    expect((await Promise.all(others)).map(({ status }) => status).sort()).toEqual([303, 404, 404])
    expect((await listAccounts(site.store.db)).length).toBe(1)
  })

  test('the link opens nothing once the host has named an owner', async () => {
    const site = await open()
    const token = (await offerClaim(site.store))!
    const host = { store: site.store, baseUrl: origin }
    await addPerson(host, {
      email: 'bo@example.org',
      name: null,
      role: 'owner',
      series: null,
      at: site.clock.now,
    })
    expect([(await ask(site, token)).status, (await claim(site, token, ada)).status]).toEqual([404, 404])
  })

  test('what will not do is said beside its field, and nothing typed is lost but the password', async () => {
    const site = await open()
    const token = (await offerClaim(site.store))!
    const answer = await claim(site, token, { name: ' ', email: 'ada at example', password: 'short' })
    const page = await answer.text()
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []])
    for (const says of ['Please say what you are called.', 'This is not a mail address.', 'Too short: 10'])
      expect(page).toContain(says)
    expect(page).toContain('value="ada at example"')
    expect(page).not.toContain('value="short"')
    expect((await claim(site, token, ada)).status).toBe(303)
  })

  test('the store holds neither the token nor the password, and the secret is no page', async () => {
    const site = await open()
    const token = (await offerClaim(site.store))!
    expect(await readSetting(site.store.db, 'claim')).not.toContain(token)
    await claim(site, token, ada)
    const { password } = await site.store.db
      .selectFrom('credentials')
      .select('password')
      .executeTakeFirstOrThrow()
    expect(password).not.toContain(ada.password)
  })
})

function ask(site: TestSite, token: string) {
  return site.app.request(`${origin}/claim/${token}`)
}

function claim(site: TestSite, token: string, fields: Record<string, string>) {
  return site.app.request(`${origin}/claim/${token}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin },
  })
}
