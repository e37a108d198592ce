import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { addEntries } from '../../src/services/add-entries.ts'
import { anEdition, content } from '../entries.ts'
import { eventPage, openPages } from '../pages-site.ts'
import { signedIn } from '../signed-in.ts'
import { listenWith, openSite } from '../site.ts'
import { openBrowser } from './browser.ts'

const sample = (name: string) => readFileSync(`/work/shared/data/pages/${name}`)

test('shots', { timeout: 240_000 }, async () => {
  const world = await openPages({
    '/event': eventPage({
      title: 'Voices of migrants: a dialogue',
      organiser: 'IOM',
      start: '2020-12-18T09:00:00-05:00',
      end: '2020-12-18T10:30:00-05:00',
      link: 'https://zoom.us/j/81234567890?pwd=x',
    }),
    '/doubt':
      '<!doctype html><title>Webinar on remittances</title><h1>Webinar on remittances</h1><p>Friday 17 December 2020, 3 pm CST. Join us online for this webinar. <a href="https://zoom.us/j/9999999999">Join</a></p>',
    '/eventbrite': { body: sample('eventbrite-search-brooklyn.html') },
    '/horka': { body: sample('horka-event-microdata.html') },
  })
  const site = await openSite('2020-12-01T12:00:00Z', undefined, world.fetch)
  const edition = await anEdition(site.store)
  await addEntries(
    site.store,
    edition.id,
    [
      {
        content: content({
          title: 'Voices of Migrants – a dialogue',
          start: '2020-12-18T15:00:00+01:00[Europe/Berlin]',
          organisations: [{ name: 'ILO' }],
        }),
        state: 'published',
      },
    ],
    { by: 'Anna', at: 1 },
  )
  const server = await listenWith(site)
  const browser = await openBrowser()
  const anna = await signedIn(site, 'owner', { name: 'Anna' })
  const shot = async (page: Page, name: string) => {
    await page.screenshot({ path: `/tmp/shots-reading/${name}.png`, fullPage: true })
  }
  const only = process.env.ONLY
  for (const [name, options] of Object.entries({
    wide: { viewport: { width: 1280, height: 800 } },
    phone: { viewport: { width: 390, height: 800 }, colorScheme: 'dark' as const },
    rtl: { viewport: { width: 1280, height: 800 }, locale: 'ar' },
  })) {
    if (only && !only.includes(name)) continue
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options })
    await context.addCookies(anna.cookiesAt(server.address))
    const page = await context.newPage()
    page.on('console', m => ['error', 'warning'].includes(m.type()) && console.log(m.text()))
    page.on('pageerror', e => console.log(e.message))
    await page.goto(`${server.address}/desk`)
    await shot(page, `${name}-desk`)
    await page.goto(`${server.address}/desk/migrants-day/2020`)
    await page.locator('#paste').fill(`${world.address}/event`)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.reading .told').first().waitFor()
    await shot(page, `${name}-card`)
    await page.locator('#paste').fill(`${world.address}/doubt`)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.reading .in-doubt').first().waitFor()
    await page.locator('#paste').fill(`${world.address}/away`)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.reading .failed').first().waitFor()
    await shot(page, `${name}-three`)
    await page.locator('#paste').fill(`${world.address}/eventbrite`)
    await page.locator('.paste > form .act.strong').click()
    await page.locator('.reading .findings').first().waitFor()
    await page.goto(`${server.address}/desk/migrants-day/2020/readings`)
    await shot(page, `${name}-list`)
    await page.locator('.readings a').first().click()
    await shot(page, `${name}-many`)
    await context.close()
  }
  await browser.close()
  await server.close()
  await site.close()
})
