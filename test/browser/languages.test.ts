import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Language, languages } from '../../src/web/words.ts'
import { aDay } from '../a-day.ts'
import { addProgramme, listenWith, openSite, type TestSite } from '../site.ts'
import { follow, openBrowser } from './browser.ts'
import { faultsOf } from './openness.ts'

vi.setConfig({ testTimeout: 600_000 })

let site: TestSite
let server: { address: string; close: () => Promise<void> }
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' },
    aDay,
    { title: 'Data Day 2021', text: 'What was on.' },
  )
  server = await listenWith(site)
  browser = await openBrowser()
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await site?.close()
})

const all = Object.keys(languages) as Language[]
const pages = ['/', '/data-day/2021']
/** Where words are long, letters tall, or lines run from the right. */
const demanding: Language[] = ['de', 'ar']
const more = ['/data-day', '/data-day/2021/maps-for-the-harbour', '/zone', '/sign-in']

test('in every language each page of readers says which it is, fits a phone and can be read aloud', async () => {
  const found: unknown[] = []
  for (const language of all) {
    const { tag, dir } = languages[language]
    for (const path of [...pages, ...(demanding.includes(language) ? more : [])]) {
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(`${server.address}${path}?lang=${language}`)
      const told = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
      if (told.join() !== [tag, dir].join()) found.push([language, path, told])
      if (await isTooWide(page)) found.push([language, path, 'wider than 320 px'])
      if (path !== '/data-day/2021') continue
      await page.setViewportSize({ width: 390, height: 844 })
      if (await isTooWide(page)) found.push([language, path, 'wider than 390 px'])
      found.push(...(await faultsOf(page)).map(fault => [language, path, fault]))
    }
  }
  expect(found).toEqual([])
})

test('the switch keeps the page and remembers the language, by its own name', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${server.address}/data-day/2021?view=told`)
  await page.locator('.switch summary').click()
  expect(await page.locator('.switch :is(button, b)').allInnerTexts()).toEqual(
    all.map(language => languages[language].name),
  )
  await follow(page.locator('.switch button[lang=ar]'))
  expect(new URL(page.url()).search).toBe('?view=told')
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await page.goto(`${server.address}/data-day`)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar')
  const alternates = page.locator('link[rel=alternate][hreflang]')
  expect(await alternates.evaluateAll(links => links.map(link => link.getAttribute('hreflang')))).toEqual([
    ...all.map(language => languages[language].tag),
    'x-default',
  ])
})

function isTooWide(shown: Page): Promise<boolean> {
  return shown.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}
