import type { Visitor } from '../src/domain/visitor.ts'
import { hashOf } from '../src/services/sign-in/one-time.ts'
import { openVisitorSignIn } from '../src/services/visitors/open-sign-in.ts'
import { insertVisitor } from '../src/storage/visitors.ts'
import type { TestSite } from './site.ts'

let visitors = 0

/** Somebody who signed in by a provider, as if they had come back from there just now. */
export async function visiting(
  site: Pick<TestSite, 'store' | 'clock'> & Partial<Pick<TestSite, 'baseUrl'>>,
  told: Partial<Omit<Visitor, 'id'>> = {},
): Promise<{
  visitor: Visitor
  /** For `app.request`: the cookie, and the origin that forms are sent with. */
  headers: { cookie: string; origin: string }
  /** For Playwright’s `context.addCookies`. */
  cookiesAt: (address: string) => { name: string; value: string; url: string }[]
}> {
  const { store, clock, baseUrl = 'http://localhost:1812' } = site
  const number = ++visitors
  const visitor: Visitor = {
    id: `visitor-${number}-${hashOf(String(clock.now)).slice(0, 8)}`,
    provider: 'orcid',
    issuer: 'https://orcid.org',
    subject: `0000-0000-0000-${String(number).padStart(4, '0')}`,
    name: `Vera ${number}`,
    toldName: null,
    url: null,
    pictureId: null,
    mail: null,
    mailKey: null,
    madeAt: clock.now,
    seenAt: clock.now,
    ...told,
  }
  const token = await store.db.transaction().execute(async db => {
    await insertVisitor(db, visitor)
    return openVisitorSignIn(db, { visitorId: visitor.id, former: null, at: clock.now })
  })
  const name = baseUrl.startsWith('https:') ? '__Host-daylong-visitor' : 'daylong-visitor'
  return {
    visitor,
    headers: { cookie: `${name}=${token}`, origin: baseUrl },
    cookiesAt: address => [{ name, value: token, url: address }],
  }
}
