import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Language, languages } from '../../src/web/words.ts'
import { aDay, dataDay } from '../a-day.ts'
import { addProgramme, openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

vi.setConfig({ testTimeout: 600_000 })

let page: Page

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021', text: 'What was on.' })
  return site
})
beforeAll(async () => {
  page = await our.browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/London' })
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
      await page.goto(`${our.address}${path}?lang=${language}`)
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
  await page.goto(`${our.address}/data-day/2021?view=told`)
  await page.locator('.switch summary').click()
  expect(await page.locator('.switch :is(button, b)').allInnerTexts()).toEqual(
    all.map(language => languages[language].name),
  )
  await follow(page.locator('.switch button[lang=ar]'))
  expect(new URL(page.url()).search).toBe('?view=told')
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  await page.goto(`${our.address}/data-day`)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar')
  const alternates = page.locator('link[rel=alternate][hreflang]')
  expect(await alternates.evaluateAll(links => links.map(link => link.getAttribute('hreflang')))).toEqual([
    ...all.map(language => languages[language].tag),
    'x-default',
  ])
})
