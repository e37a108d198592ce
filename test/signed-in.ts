import type { Curator, Role } from '../src/domain/curator.ts'
import { enterWithin } from '../src/services/sign-in/enter.ts'
import { withAuth } from '../src/services/sign-in/with-auth.ts'
import { insertAccount, writePassword } from '../src/storage/accounts.ts'
import { grantRole } from '../src/storage/grants.ts'
import { findSeries } from '../src/storage/series.ts'
import type { TestSite } from './site.ts'

/** Somebody who is signed in to a site of the tests. */
export type SignedIn = {
  curator: Curator
  /** For `app.request`: the cookie, and the origin that forms are sent with. */
  headers: { cookie: string; origin: string }
  /** For Playwright’s `context.addCookies`. @param address of the site, as `listenWith` gives it */
  cookiesAt: (address: string) => { name: string; value: string; url: string }[]
}

let accounts = 0

/**
 * Makes an account that has a role and signs it in, as if it had come by a link of the host: nothing further is asked.
 *
 * @param role null: an account that has none; @param told series: slug of the one series the role is for; isStrong: whether a
 *   second factor was shown
 */
export async function signedIn(
  site: Pick<TestSite, 'store' | 'clock'> & Partial<Pick<TestSite, 'baseUrl'>>,
  role: Role | null,
  told: { series?: string; name?: string; email?: string; password?: string; isStrong?: boolean } = {},
): Promise<SignedIn> {
  const { store, clock, baseUrl = 'http://localhost:1812' } = site
  const number = ++accounts
  const {
    name = `Robin ${number}`,
    email = `robin-${number}@example.org`,
    series,
    password,
    isStrong = true,
  } = told
  return withAuth({ store, baseUrl }, async (db, auth) => {
    const account = await insertAccount(db, { name, email, at: clock.now })
    if (!account) throw new Error(`There is an account of ${email} already.`)
    const seriesId = series === undefined ? null : ((await findSeries(db, series))?.id ?? null)
    if (series !== undefined && seriesId === null) throw new Error(`There is no series “${series}”.`)
    if (role) await grantRole(db, { accountId: account.id, seriesId, role, at: clock.now })
    if (password !== undefined) {
      const hash = await (await auth.$context).password.hash(password)
      await writePassword(db, account.id, { hash, at: clock.now })
    }
    const { cookies } = await enterWithin(db, auth, account, {
      means: 'host-link',
      isStrong,
      headers: new Headers(),
      at: clock.now,
    })
    const cookie = cookieOf(cookies)
    const [cookieName = '', value = ''] = cookie.split('=', 2)
    return {
      curator: { id: account.id, name, email, grants: role ? [{ seriesId, role }] : [] },
      headers: { cookie, origin: baseUrl },
      cookiesAt: (address: string) => [{ name: cookieName, value, url: address }],
    }
  })
}

/** What a browser sends back of the cookies it was given; those that were taken away are left out. */
export function cookieOf(setCookies: string[]): string {
  const kept = new Map<string, string>()
  for (const each of setCookies) {
    const [pair = '', ...rest] = each.split(';')
    const name = pair.split('=', 1)[0]!
    if (rest.some(word => /^\s*max-age=0$/i.test(word))) kept.delete(name)
    else kept.set(name, pair)
  }
  return [...kept.values()].join('; ')
}
