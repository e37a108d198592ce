import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { signedIn } from '../../../test/signed-in.ts'
import { openSite, type TestSite } from '../../../test/site.ts'
import { stores } from '../../../test/stores.ts'
import { visiting } from '../../../test/visiting.ts'
import type { Env, Parts } from '../show.ts'
import { knowVisitors } from './curator.ts'
import { knowParticipants, participantOf } from './participant.ts'

const day = 86_400_000

describe.each(stores)('who takes part, on $name', ({ empty }) => {
  const open = async () => {
    const site = await openSite('2020-12-18T12:00:00Z', await empty())
    return { site, who: askIn(site) }
  }

  test('a guest, who carries nothing, or what opens nothing', async () => {
    const { who } = await open()
    expect(await who()).toEqual({ kind: 'guest' })
    expect(await who('daylong-visitor=nonsense')).toEqual({ kind: 'guest' })
    expect(await who(`daylong-visitor=${'A'.repeat(43)}`)).toEqual({ kind: 'guest' })
  })

  test('a visitor, by the cookie of their device, until it was not seen for ninety days', async () => {
    const { site, who } = await open()
    const { visitor, headers } = await visiting(site, { url: 'https://vera.example' })
    const vera = {
      kind: 'visitor',
      id: visitor.id,
      name: visitor.name,
      url: 'https://vera.example',
      provider: 'orcid',
      picture: null,
    }
    for (const _ of [1, 2]) {
      site.clock.now += 89 * day
      expect(await who(headers.cookie)).toEqual(vera)
    }
    site.clock.now += 90 * day
    expect(await who(headers.cookie)).toEqual({ kind: 'guest' })
  })

  test('a sign-in ends after four hundred days, however often it is seen', async () => {
    const { site, who } = await open()
    const { headers } = await visiting(site)
    for (let days = 0; days < 400; days += 50) {
      expect(await who(headers.cookie)).toMatchObject({ kind: 'visitor' })
      site.clock.now += 50 * day
    }
    site.clock.now += 1
    expect(await who(headers.cookie)).toEqual({ kind: 'guest' })
  })

  test('a curator, who is signed in at the desk, before a visitor', async () => {
    const { site, who } = await open()
    const { headers } = await visiting(site)
    const { curator, headers: desk } = await signedIn(site, 'contributor', { name: 'Ada' })
    const ada = { kind: 'curator', id: curator.id, name: 'Ada' }
    expect(await who(`${headers.cookie}; ${desk.cookie}`)).toEqual(ada)
  })

  test('what is stored opens nothing', async () => {
    const { site, who } = await open()
    await visiting(site)
    const { token } = await site.store.db
      .selectFrom('visitor_sign_ins')
      .select('token')
      .executeTakeFirstOrThrow()
    expect(await who(`daylong-visitor=${token}`)).toEqual({ kind: 'guest' })
  })
})

/** Asks as a page of the site would. */
function askIn(site: TestSite): (cookie?: string) => Promise<unknown> {
  const parts = {
    store: site.store,
    config: { baseUrl: site.baseUrl },
    now: () => site.clock.now,
    auth: async () =>
      (await import('../../services/sign-in/with-auth.ts')).openAuth({
        store: site.store,
        baseUrl: site.baseUrl,
      }),
  } as unknown as Parts
  const app = new Hono<Env>()
  app.use(knowVisitors(parts), knowParticipants(parts))
  app.get('/who', async c => c.json(await participantOf(c)))
  return async cookie => (await app.request('/who', { headers: cookie ? { cookie } : {} })).json()
}
