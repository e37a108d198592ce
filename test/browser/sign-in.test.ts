import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { offerClaim } from '../../src/services/sign-in/offer-claim.ts'
import { listAudit } from '../../src/storage/audit.ts'
import { signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { codeAt } from '../totp.ts'
import { follow } from './browser.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf } from './openness.ts'

let base = ''
const our = browsing(async () => {
  const site = await openSite(new Date().toISOString())
  return site
})
beforeAll(() => {
  // Passkeys belong to a name; an address of numbers has none.
  base = our.address.replace('127.0.0.1', 'localhost')
})

/** What the browser complains of is a failure, except that an answer was no 200. */
const at = <T>(look: (page: Page, context: BrowserContext) => Promise<T>) =>
  onPage(our.browser, {}, look, { but: /status of 4\d\d/ })

/** A device that makes passkeys, as a phone does. @param seesWho whether it asks who unlocks it */
async function device(page: Page, seesWho = true): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: seesWho,
      isUserVerified: seesWho,
      automaticPresenceSimulation: true,
    },
  })
  return { session, id: authenticatorId }
}

test('a site is claimed and entered with nothing but a passkey', async () => {
  const token = await offerClaim(our.site.store)
  await at(async page => {
    await device(page)
    await page.goto(`${base}/claim/${token}`)
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('Mail address').fill('ada@example.org')
    await page.getByRole('button', { name: 'Use a passkey instead of a password' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL(`${base}/desk`)

    await page.goto(`${base}/account`)
    expect(await page.getByText('This account has no password yet.').count()).toBe(1)
    await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
    await page.goto(`${base}/account`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(`${base}/account`)
    await follow(page.getByRole('button', { name: /^Remove the passkey/ }))
    expect(await page.getByText('The passkey was removed.').count()).toBe(1)
  })
  const acts = (await listAudit(our.site.store.db, { limit: 20 })).map(({ act }) => act).reverse()
  expect(acts).toEqual(['claim', 'sign-in', 'passkey-added', 'sign-out', 'sign-in', 'passkey-removed'])
})

test('a device that does not ask who unlocks it makes no passkey, and the page says that it did not work', async () => {
  const owner = await signedIn(our.site, 'owner')
  await at(async (page, context) => {
    await context.addCookies(owner.cookiesAt(base))
    await device(page, false)
    await page.goto(`${base}/account`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('That did not work.').waitFor()
    await page.reload()
    expect(await page.getByRole('button', { name: /^Remove the passkey/ }).count()).toBe(0)
  })
})

test('a passkey that was made elsewhere opens nothing', async () => {
  const owner = await signedIn(our.site, 'owner')
  await at(async (page, context) => {
    await context.addCookies(owner.cookiesAt(base))
    await device(page)
    await page.goto(`${base}/account`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey was added.').waitFor()
    await our.site.store.db.deleteFrom('passkeys').execute()
    await context.clearCookies()
    await page.goto(`${base}/sign-in`)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByText('This passkey is not known here.').waitFor()
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('daylong-sign-in')
  })
})

test('codes are turned on from the picture, and asked for from then on', async () => {
  const password = 'the fifty hours'
  const owner = await signedIn(our.site, 'owner', { email: 'bo@example.org', password })
  await at(async (page, context) => {
    await context.addCookies(owner.cookiesAt(base))
    await page.goto(`${base}/account`)
    const form = page.locator('form[action="/account/codes"]')
    await form.getByLabel('Password').fill(password)
    await follow(form.getByRole('button'))
    expect(await page.getByRole('img', { name: /Picture for the camera/ }).count()).toBe(1)
    const uri = await page.locator('[name=uri]').inputValue()
    await page.getByLabel('Code').fill(codeAt(uri, Date.now()))
    await page.getByRole('button', { name: 'Use codes from now on' }).click()
    await page.getByText('From now on, signing in takes a code.').waitFor()

    await context.clearCookies()
    await page.goto(`${base}/sign-in?back=/account`)
    await page.getByLabel('Mail address').fill('bo@example.org')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('Code').fill(codeAt(uri, Date.now()))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(`${base}/account`)
  })
})

const pages = [
  '/sign-in',
  '/sign-in/forgotten',
  '/claim/none',
  '/account',
  '/account/second-factor',
  '/desk/people',
  '/desk/audit',
]
test.each(pages)('%s bars nobody', async path => {
  const owner = await signedIn(our.site, 'owner', { password: 'the fifty hours' })
  await at(async (page, context) => {
    if (/^.(account|desk)/.test(path)) await context.addCookies(owner.cookiesAt(base))
    for (const lang of ['en', 'ar']) {
      await page.goto(`${base}${path}?lang=${lang}`)
      expect([lang, await faultsOf(page)]).toEqual([lang, []])
    }
  })
})
