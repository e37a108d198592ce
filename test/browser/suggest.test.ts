import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { listMails } from '../../src/storage/mails.ts'
import { anEdition } from '../entries.ts'
import { eventPage, openPages } from '../pages-site.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { inBrowser, listenInTest } from './browsing.ts'
import { faultsOf, isTooWide, unfold } from './openness.ts'

const patience = 90_000
let site: TestSite
let address: string
let anna: SignedIn

const our = inBrowser()

/** A site that can read pages of this machine. */
async function openAround(): Promise<string> {
  const world = await openPages({
    '/statement': eventPage({
      title: 'Rights at the border',
      organiser: 'Red Migrante',
      link: 'https://meet.example/abc',
    }),
  })
  site = await openSite('2020-12-10T12:00Z', undefined, world.fetch)
  await anEdition(site.store, { takesSuggestions: true })
  anna = await signedIn(site, 'editor', { name: 'Anna' })
  address = await listenInTest(site)
  return `${world.address}/statement`
}

async function isOpenToAll(page: Page): Promise<void> {
  await unfold(page)
  expect(await faultsOf(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}

/** As a reader sees it, on a wide screen and on the narrowest, from the other side and in the dark. */
async function onAllScreens(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`${address}?lang=ar`)
  await isOpenToAll(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(address)
  await isOpenToAll(page)
}

describe('somebody just wrote and asked me to add this statement', () => {
  test(
    'by its address: it is read, a curator publishes it, and the sender is told',
    async () => {
      const statement = await openAround()
      const context = await our.browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      await page.goto(`${address}/migrants-day/2020`)
      await page.click('.suggest-line a')
      await onAllScreens(page, page.url())
      await page.fill('#text', statement)
      await page.fill('[name=name]', 'Rosa')
      await page.fill('[name=mail]', 'rosa@example.org')
      await page.click('.act.strong')
      await page.waitForURL('**/suggestions/*')
      const own = page.url()
      expect(await page.textContent('.read-out h2')).toBe('Rights at the border')
      await onAllScreens(page, own)
      await page.fill('.correct [name=title]', 'Rights at every border')
      await page.click('.correct button')
      await page.waitForSelector('text=Rights at every border')

      const desk = await our.browser.newContext({ viewport: { width: 1280, height: 900 } })
      await desk.addCookies(anna.cookiesAt(address))
      const hers = await desk.newPage()
      await hers.goto(`${address}/desk`)
      await hers.click('text=1 suggestion waits')
      await onAllScreens(hers, `${address}/desk/suggestions`)
      await hers.click('.suggestions a')
      const one = hers.url()
      await onAllScreens(hers, one)
      await hers.click('[data-act=publish]')
      await hers.waitForSelector('text=Published.')
      await hers.click('.answers .act.strong')
      await hers.waitForSelector('text=The sender is told that it is accepted.')
      await desk.close()

      const [mail] = await listMails(site.store.db, { limit: 1 })
      expect(mail!.text).toContain('/migrants-day/2020/rights-at-every-border')
      await page.goto(own)
      expect(await page.textContent('.lead')).toBe('It was accepted. Thank you.')
      await page.click('.stands a')
      expect(await page.textContent('h1')).toBe('Rights at every border')
      await context.close()
    },
    patience,
  )

  test(
    'without script: by words and an address, asked about, declined, and another withdrawn',
    async () => {
      const statement = await openAround()
      const context = await our.browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      const suggest = async (text: string) => {
        await page.goto(`${address}/migrants-day/2020/suggest`)
        await page.fill('#text', text)
        await page.click('.act.strong')
        return page.url()
      }
      const own = await suggest(statement)
      expect(await page.textContent('.read-out h2')).toBe('Rights at the border')

      const desk = await our.browser.newContext({ javaScriptEnabled: false })
      await desk.addCookies(anna.cookiesAt(address))
      const hers = await desk.newPage()
      await hers.goto(`${address}/desk/suggestions`)
      await hers.click('.suggestions a')
      await hers.click('.answers summary >> text=Ask the sender something')
      await hers.fill('#answer-ask', 'Is it open to all?')
      await hers.click('.answer button >> text=Ask')

      await page.goto(own)
      expect(await page.textContent('.said')).toContain('Is it open to all?')
      await page.fill('#words', 'To members alone.')
      await page.click('.more .act')
      expect(await page.textContent('.said:last-of-type')).toContain('To members alone.')

      await hers.reload()
      expect(await hers.textContent('.steps')).toContain('To members alone.')
      await hers.click('.answers summary >> text=Decline it')
      await hers.fill('#answer-decline', 'Only what is open to all is listed.')
      await hers.click('.answer button >> text=Decline')
      await page.goto(own)
      expect(await page.textContent('.lead')).toBe('The curators have decided not to put it in.')
      expect(await page.textContent('main')).toContain('Only what is open to all is listed.')
      await desk.close()

      await suggest('A picnic in the park on Friday.')
      await page.click('text=Take the suggestion back')
      expect(await page.textContent('.lead')).toBe('You have taken it back.')
      expect((await site.app.request('/migrants-day/2020/rights-at-the-border')).status).toBe(404)
      await context.close()
    },
    patience,
  )
})
