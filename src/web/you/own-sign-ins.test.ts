import { beforeEach, describe, expect, test } from 'vitest'
import { bringBack, openWith, told, who } from '../../../test/coming-in.ts'
import { aComment } from '../../../test/comments.ts'
import { anEdition } from '../../../test/entries.ts'
import { json, openOAuth } from '../../../test/providing.ts'
import { signedIn } from '../../../test/signed-in.ts'
import type { TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { type Visitor, visit } from '../../../test/visitor.ts'

describe.each(stores)('where a visitor is signed in, in $name', ({ empty }) => {
  let site: TestSite
  let number = 1
  let devices: Visitor[]
  beforeEach(async () => {
    const github = await openOAuth({
      ...{ authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
      ...{ client: { id: 'daylong', secret: 'a-secret' }, secretBy: 'post', pkce: 'asked' },
      says: () => json({ id: number, login: 'octocat', name: `Octo ${number}` }),
    })
    site = await openWith({ SIGN_IN_GITHUB: told(github) }, [github], await empty())
    devices = await Promise.all([1, 2, 3].map(() => comeIn()))
  })
  const comeIn = async () => {
    const robin = visit(site)
    await robin.get(await bringBack(robin, 'github'))
    return robin
  }
  const idsIn = (page: string) =>
    [...page.matchAll(/action="\/you\/sign-ins"><input type="hidden" name="id" value="([^"]+)"/g)].map(
      ([, id]) => id!,
    )

  test('is listed, and ended one by one by who came in within the hour', async () => {
    const [first, second] = devices as [Visitor, Visitor, Visitor]
    const { page } = await first.get('/you')
    expect(page).toMatch(/Where you are signed in.*this device/s)
    const [one = '', other = ''] = idsIn(page)
    expect([one, other].every(id => /^[0-9a-f-]{36}$/.test(id))).toBe(true)
    expect((await first.post('/you/sign-ins', { id: one })).to).toBe('/you')
    expect(idsIn((await first.get('/you')).page)).toEqual([other])
    expect(
      (await Promise.all(devices.map(who))).filter(each => (each as { kind: string }).kind === 'guest'),
    ).toHaveLength(1)
    await first.post('/you/sign-ins', { id: other })
    expect(idsIn((await first.get('/you')).page)).toEqual([])
    expect(await who(second)).toEqual({ kind: 'guest' })
  })

  test('is left alone by a device that was left open, and by anybody else', async () => {
    const [first, second] = devices as [Visitor, Visitor, Visitor]
    const [id = ''] = idsIn((await second.get('/you')).page)
    number = 2
    const eve = await comeIn()
    number = 1
    await eve.post('/you/sign-ins', { id })
    site.clock.now += 3_600_000
    const refused = await second.post('/you/sign-ins', { id })
    expect([refused.status, refused.page.includes('formaction="/you/with/github"')]).toEqual([403, true])
    expect((await visit(site).post('/you/sign-ins', { id })).to).toBe('/you')
    expect(idsIn((await first.get('/you')).page)).toHaveLength(2)
    await second.get(await bringBack(second, 'github'))
    await second.post('/you/sign-ins', { id })
    expect(idsIn((await second.get('/you')).page)).toHaveLength(1)
  })

  test('is ended everywhere by an owner, and by no moderator', async () => {
    const on = { editionId: (await anEdition(site.store)).id }
    const of = await aComment(site.store.db, { on, mailKey: null })
    const { id } = await site.store.db.selectFrom('visitors').select('id').executeTakeFirstOrThrow()
    await site.store.db.updateTable('comments').set({ visitor_id: id }).execute()
    const [owner, moderator] = [await signedIn(site, 'owner'), await signedIn(site, 'moderator')]
    const end = ({ headers }: { headers: Record<string, string> }) =>
      site.app.request('/desk/blocks/sign-ins', {
        method: 'POST',
        headers,
        body: new URLSearchParams({ of }),
      })
    const page = async ({ headers }: { headers: Record<string, string> }) =>
      (await site.app.request(`/desk/blocks?of=${of}`, { headers })).text()
    expect([
      (await page(moderator)).includes('/desk/blocks/sign-ins'),
      (await end(moderator)).status,
    ]).toEqual([false, 403])
    expect(await who(devices[0]!)).toMatchObject({ kind: 'visitor' })
    expect([(await page(owner)).includes('/desk/blocks/sign-ins'), (await end(owner)).status]).toEqual([
      true,
      303,
    ])
    expect(await Promise.all(devices.map(who))).toEqual([1, 2, 3].map(() => ({ kind: 'guest' })))
    const audit = await site.store.db
      .selectFrom('audit')
      .where('act', '=', 'sign-ins-ended')
      .select('details')
      .execute()
    expect(audit.map(({ details }) => JSON.parse(String(details)))).toEqual([{ ended: 3 }])
  })
})
