import { afterEach, describe, expect, test, vi } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { addProgramme, openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { type Visitor, visit } from '../../../test/visitor.ts'
import type { Role } from '../../domain/curator.ts'
import { listAccounts } from '../../storage/accounts.ts'
import { listAudit } from '../../storage/audit.ts'
import { listGrants } from '../../storage/grants.ts'
import { listInvitations } from '../../storage/invitations.ts'
import { findSeries } from '../../storage/series.ts'

const day = { edition: '2021', date: '2021-03-06', zone: 'Europe/Berlin' }
const password = 'the fifty hours of a day'

// Passwords are hashed slowly on purpose.
vi.setConfig({ testTimeout: 120_000 })
afterEach(() => {
  vi.useRealTimers()
})

describe.each(stores)('people on $name', ({ empty }) => {
  const open = async () => {
    const site = await openSite(new Date().toISOString(), await empty())
    for (const series of ['data-day', 'migrants-day'])
      await addProgramme(site, { series, ...day }, [
        { kind: 'event', title: 'Maps', start: '2021-03-06T10:00:00+01:00' },
      ])
    const [data, migrants] = await Promise.all(
      ['data-day', 'migrants-day'].map(async slug => (await findSeries(site.store.db, slug))!.id),
    )
    const as = async (role: Role, series?: string) => {
      const { headers, curator } = await signedIn(site, role, { ...(series && { series }), password })
      return { ...visit(site, headers.cookie), curator }
    }
    return { site, data: data!, migrants: migrants!, as }
  }

  test('who is invited gives themselves a name and a password, has the role, and is signed in', async () => {
    const { site, data, as } = await open()
    const owner = await as('owner')
    const link = linkIn(await owner.post('/desk/people/invitations', to('Bo@Example.org', 'editor', data)))
    expect((await mails(site)).map(({ to, text }) => [to, text?.includes(link)])).toEqual([
      ['bo@example.org', true],
    ])
    const bo = visit(site)
    expect(/Your role would be: [^<]+/.exec((await bo.get(link)).page)?.[0]).toMatch(
      /^Your role would be: Editor of Data Day\.$/i,
    )
    const bad = await bo.post(link, { name: '', password: 'short' })
    expect([bad.status, bad.page.includes('Too short')]).toEqual([422, true])
    const accepted = await bo.post(link, { name: 'Bo', password, email: 'mallory@example.org' })
    expect([accepted.status, accepted.to]).toEqual([303, '/desk'])
    const [account] = (await listAccounts(site.store.db)).filter(({ name }) => name === 'Bo')
    expect(account).toMatchObject({ email: 'bo@example.org', grants: [{ role: 'editor', seriesId: data }] })
    expect((await bo.get('/account')).status).toBe(200)
    const again = await visit(site).post(link, { name: 'Mallory', password })
    expect([again.status, (await listInvitations(site.store.db)).length]).toEqual([404, 0])
    const acts = (await listAudit(site.store.db, { limit: 3 })).map(({ act, subject }) => [act, subject])
    expect(acts).toEqual([
      ['sign-in', null],
      ['invitation-accepted', 'bo@example.org'],
      ['invited', 'bo@example.org'],
    ])
  })

  test('who has an account signs in to accept, and nobody else can accept for them', async () => {
    const { site, data, as } = await open()
    const owner = await as('owner')
    const bo = await as('contributor', 'migrants-day')
    const link = linkIn(
      await owner.post('/desk/people/invitations', to(bo.curator.email, 'contributor', data)),
    )
    const mallory = await as('contributor', 'migrants-day')
    for (const stranger of [visit(site), mallory]) {
      const seen = await stranger.post(link, { name: 'Mallory', password })
      expect([seen.status, seen.page.includes('Sign in with it')]).toEqual([200, true])
    }
    expect((await bo.post(link)).to).toBe('/desk')
    const grants = await listGrants(site.store.db, bo.curator.id)
    expect(grants.map(({ role }) => role)).toEqual(['contributor', 'contributor'])
    expect(await listGrants(site.store.db, mallory.curator.id)).toHaveLength(1)
  })

  test('an invitation never takes away a greater role', async () => {
    const { site, data, as } = await open()
    const owner = await as('owner')
    const bo = await as('editor', 'data-day')
    const link = linkIn(
      await owner.post('/desk/people/invitations', to(bo.curator.email, 'contributor', data)),
    )
    await bo.post(link)
    expect(await listGrants(site.store.db, bo.curator.id)).toMatchObject([{ role: 'editor' }])
  })

  test('an invitation ends: after seven days, when it is withdrawn, when it is sent again', async () => {
    const { site, data, as } = await open()
    const owner = await as('owner')
    const links: string[] = []
    for (const email of ['a@example.org', 'b@example.org', 'c@example.org'])
      links.push(linkIn(await owner.post('/desk/people/invitations', to(email, 'editor', data))))
    const [c, b] = await listInvitations(site.store.db)
    await owner.post(`/desk/people/invitations/${b!.id}/withdrawn`)
    const renewed = linkIn(await owner.post(`/desk/people/invitations/${c!.id}/sent`))
    const statuses = async () =>
      Promise.all([...links, renewed].map(async link => (await visit(site).get(link)).status))
    expect(await statuses()).toEqual([200, 404, 404, 200])
    pass(site, 7 * 86_400_000 + 1)
    expect(await statuses()).toEqual([404, 404, 404, 404])
    expect((await visit(site).post(links[0]!, { name: 'A', password })).status).toBe(404)
  })

  test('an invitation is worth no more than the role of whoever sent it', async () => {
    const { site, data, as } = await open()
    const [owner, second] = [await as('owner'), await as('owner')]
    const link = linkIn(await second.post('/desk/people/invitations', to('bo@example.org', 'owner', '')))
    expect((await visit(site).get(link)).status).toBe(200)
    await owner.post(`/desk/people/${second.curator.id}/role`, { role: 'editor', series: '' })
    expect([(await visit(site).get(link)).status, data.length > 0]).toEqual([404, true])
    expect((await visit(site).post(link, { name: 'Bo', password })).status).toBe(404)
  })

  test('an editor invites contributors to what they edit, and gives nothing else', async () => {
    const { site, data, migrants, as } = await open()
    await as('owner')
    const editor = await as('editor', 'data-day')
    const other = await as('contributor', 'migrants-day')
    expect(
      linkIn(await editor.post('/desk/people/invitations', to('bo@example.org', 'contributor', data))),
    ).toMatch(/^\/invitation\//)
    const refused = [
      to('bo@example.org', 'editor', data),
      to('bo@example.org', 'contributor', migrants),
      to('bo@example.org', 'contributor', ''),
      to('bo@example.org', 'owner', ''),
      to('bo@example.org', 'owner', data),
    ]
    for (const fields of refused)
      expect((await editor.post('/desk/people/invitations', fields)).status).toBe(403)
    for (const role of ['owner', 'editor', 'contributor'])
      for (const series of ['', data, migrants]) {
        const self = await editor.post(`/desk/people/${editor.curator.id}/role`, { role, series })
        expect([role, series, self.status]).toEqual([role, series, 403])
        expect((await editor.post(`/desk/people/${other.curator.id}/role`, { role, series })).status).toBe(
          403,
        )
      }
    expect(await listGrants(site.store.db, editor.curator.id)).toMatchObject([
      { role: 'editor', seriesId: data },
    ])
    expect((await editor.get('/desk/people')).page).not.toContain(other.curator.email)
    expect((await editor.get(`/desk/people/${other.curator.id}`)).status).toBe(404)
    expect((await editor.get('/desk/audit')).status).toBe(403)
    expect((await editor.post(`/desk/people/${other.curator.id}/sign-ins`)).status).toBe(403)
  })

  test('an editor neither sends again nor withdraws what an owner offered', async () => {
    const { site, data, as } = await open()
    const [owner, editor] = [await as('owner'), await as('editor', 'data-day')]
    await owner.post('/desk/people/invitations', to('bo@example.org', 'editor', data))
    const [invitation] = await listInvitations(site.store.db)
    for (const act of ['sent', 'withdrawn'])
      expect((await editor.post(`/desk/people/invitations/${invitation!.id}/${act}`)).to).toBe('/desk/people')
    expect(await listInvitations(site.store.db)).toEqual([invitation])
  })

  test('contributors, and who has no role, do not see who is here', async () => {
    const { site, as } = await open()
    const contributor = await as('contributor', 'data-day')
    const nobody = visit(site, (await signedIn(site, null)).headers.cookie)
    for (const visitor of [contributor, nobody])
      expect([(await visitor.get('/desk/people')).status, (await visitor.get('/desk/audit')).status]).toEqual(
        [403, 403],
      )
    expect((await visit(site).get('/desk/people')).to).toBe('/sign-in?back=%2Fdesk%2Fpeople')
    expect(
      (await visit(site).post('/desk/people/invitations', to('bo@example.org', 'owner', ''))).status,
    ).toBe(403)
  })

  test('the last owner stays, even where two take the role from each other at once', async () => {
    const { site, as } = await open()
    const [one, two] = [await as('owner'), await as('owner')]
    const withdraw = (by: Visitor, id: string) => by.post(`/desk/people/${id}/role`, { role: '', series: '' })
    const both = await Promise.all([withdraw(one, two.curator.id), withdraw(two, one.curator.id)])
    const owners = async () =>
      (await listGrants(site.store.db))
        .filter(({ role }) => role === 'owner')
        .map(({ accountId }) => accountId)
    expect([(await owners()).length, both.map(({ status }) => status).includes(303)]).toEqual([1, true])
    const [left] = await owners()
    const last = left === one.curator.id ? one : two
    const refused = await withdraw(last, last.curator.id)
    expect([refused.status, refused.page.includes('without an owner')]).toEqual([422, true])
    expect(await owners()).toEqual([left])
  })

  test('an owner signs somebody out everywhere, and takes their role', async () => {
    const { site, data, as } = await open()
    const [owner, bo] = [await as('owner'), await as('editor', 'data-day')]
    await owner.post(`/desk/people/${bo.curator.id}/role`, { role: '', series: data })
    expect((await bo.get('/desk/people')).status).toBe(403)
    await owner.post(`/desk/people/${bo.curator.id}/sign-ins`)
    expect((await bo.get('/account')).status).toBe(303)
    expect((await listAudit(site.store.db, { limit: 2 })).map(({ act, subject }) => [act, subject])).toEqual([
      ['sign-ins-ended', bo.curator.name],
      ['role-withdrawn', bo.curator.name],
    ])
  })

  test('the audit list is told in words, in pages', async () => {
    const { site, as } = await open()
    const owner = await as('owner')
    for (let n = 0; n < 60; n++) await owner.post('/account/name', { name: `Ada ${n}` })
    const first = await owner.get('/desk/audit')
    expect(first.page.match(/is now called/g)?.length).toBe(50)
    const older = /href="(\/desk\/audit\?before=[^"]+)"/.exec(first.page)![1]!
    const second = await owner.get(older)
    expect([second.page.match(/is now called/g)?.length, second.page.includes('Ada 9')]).toEqual([10, true])
    expect(second.page).toContain('signed in (by a link of the host)')
    expect((await visit(site).get('/desk/audit')).status).toBe(303)
  })
})

function to(email: string, role: string, series: string): Record<string, string> {
  return { email, role, series }
}

function linkIn({ page }: { page: string }): string {
  return new URL(/<code dir="ltr">(http[^<]+)</.exec(page)![1]!).pathname
}

function mails(site: TestSite) {
  return site.store.db.selectFrom('mails').selectAll().orderBy('id').execute()
}

function pass(site: TestSite, milliseconds: number): void {
  site.clock.now += milliseconds
  vi.useFakeTimers({ toFake: ['Date'], now: site.clock.now })
}
