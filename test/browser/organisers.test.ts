import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addEntries } from '../../src/services/add-entries.ts'
import { settleDomain } from '../../src/services/settle-domain.ts'
import { findOrganisationByName } from '../../src/storage/organisations.ts'
import { anEdition, content, entryOf } from '../entries.ts'
import { signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { inBrowser, listenInTest } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const our = inBrowser()
let site: TestSite
let entry: string

async function openWithWebinar(): Promise<string> {
  site = await openSite('2020-12-10T12:00:00Z', undefined, undefined, {
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'Daylong <daylong@example.org>',
  })
  const edition = await anEdition(site.store, { takesSuggestions: true })
  const start = '2020-12-18T15:00:00+01:00[Europe/Berlin]'
  const webinar = content({ title: 'Webinar', start, organisations: [{ name: 'IOM' }] })
  const act = { by: 'Anna', at: site.clock.now }
  const { entries } = await addEntries(
    site.store,
    edition.id,
    [{ content: webinar, state: 'published' }],
    act,
  )
  entry = entries[0]!.id
  const { id } = (await findOrganisationByName(site.store.db, 'IOM'))!
  const who = { id: null, name: 'Anna' }
  await settleDomain(site.store, id, { domain: 'iom.org', state: 'confirmed' }, { who, at: site.clock.now })
  return listenInTest(site)
}

/** On the narrowest screen, from the other side and in the dark, and then as it was. */
async function isOpenToAll(page: Page): Promise<void> {
  const here = page.url()
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`${here}${here.includes('?') ? '&' : '?'}lang=ar`)
  expect(await faultsOf(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${here}${here.includes('?') ? '&' : '?'}lang=en`)
}

test.each([true, false])(
  'an organiser moves their meeting, and a curator lets it stand (script: %s)',
  async javaScriptEnabled => {
    const address = await openWithWebinar()
    const context = await our.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 1280, height: 900 },
    })
    const page = await context.newPage()
    await page.goto(`${address}/migrants-day/2020/webinar`)
    await page.getByRole('link', { name: 'Are you the organiser?' }).click()
    if (javaScriptEnabled) await isOpenToAll(page)
    await page.locator('input[type=email]').fill('ana@iom.org')
    await page.locator('main form button').click()
    await page.getByText('a mail is on its way').waitFor()
    const mail = await site.store.db.selectFrom('mails').select('text').executeTakeFirstOrThrow()
    await page.goto(address + /\/organisers\/link\/[\w-]{43}/.exec(mail.text!)![0])
    if (javaScriptEnabled) await isOpenToAll(page)
    await page.locator('main form button').click()
    await page.getByText('You are here as').waitFor()
    if (javaScriptEnabled) await isOpenToAll(page)
    await page.getByRole('link', { name: 'Webinar' }).click()
    if (javaScriptEnabled) await isOpenToAll(page)
    await page.locator('[name="when.start"]').fill('16:00')
    await page.locator('main form .strong').click()
    await page.getByText('A curator looks at what you changed').first().waitFor()
    expect((await entryOf(site.store, entry)).time.start).toBe('2020-12-18T15:00:00')
    await page.getByRole('link', { name: 'Webinar' }).click()
    expect(await page.locator('[name="when.start"]').inputValue()).toBe('16:00')

    const anna = await signedIn(site, 'editor', { name: 'Anna' })
    const curators = await our.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 1280, height: 900 },
    })
    await curators.addCookies(anna.cookiesAt(address))
    const desk = await curators.newPage()
    await desk.goto(`${address}/desk/migrants-day/2020`)
    await desk.getByText('ana@iom.org').first().waitFor()
    if (javaScriptEnabled) await isOpenToAll(desk)
    await desk.getByRole('button', { name: 'Take it over' }).click()
    await desk.waitForLoadState()
    await expect.poll(async () => (await entryOf(site.store, entry)).time.start).toBe('2020-12-18T16:00:00')
    await curators.close()
    await context.close()
  },
)
