import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import { aDay, dataDay } from '../a-day.ts'
import { addProgramme, openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const path = '/data-day/2021'

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, {
    title: 'Data Day 2021',
    text: 'What was on.',
    authors: [{ name: 'A Curator', bio: 'Reads everything.' }],
  })
  return site
})

/** Opens a page with the clock of the test; what the browser complains of is a failure. */
const visit = <T>(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) =>
  onPage(our.browser, { timezoneId: 'Europe/London', ...options }, async (page, context) => {
    await context.clock.setFixedTime(our.site.clock.now)
    await page.goto(our.address + address, { waitUntil: 'load' })
    if (options.javaScriptEnabled !== false)
      await page.waitForFunction(
        () => !document.querySelector('.entry[data-t]') || 'moves' in document.documentElement.dataset,
      )
    return look(page)
  })

const times = (page: Page) => page.locator('#maps-for-the-harbour .when').innerText()
const days = (page: Page, name: string) => page.locator(`[data-section=${name}] .day`).allInnerTexts()

describe('the programme in a browser', () => {
  test('without script it is whole, in the home zone of the edition', async () => {
    await visit(path, { javaScriptEnabled: false, timezoneId: 'Asia/Manila' }, async page => {
      expect(await times(page)).toBe('09:00\n10:00 in Lagos')
      expect(await page.locator('.zone b').innerText()).toBe('London')
      await page.locator('input[name=at]').fill(String(Date.parse('2021-03-06T20:00Z') / 1000))
      await follow(page.locator('.replay button'))
      expect(await page.locator('[data-section=over] #maps-for-the-harbour').count()).toBe(1)
    })
  })

  test('with script it is in the reader’s own zone, and nothing is stored', async () => {
    await visit(path, { timezoneId: 'Asia/Manila' }, async page => {
      expect(await times(page)).toBe('17:00\n10:00 in Lagos')
      expect(await page.locator('.zone b').innerText()).toBe('Manila')
      expect(await page.locator('.names.flat .now').textContent()).toBe('now 17:20 in Manila')
      expect(await days(page, 'later')).toEqual(['Saturday 6 March', 'Sunday 7 March'])
      expect(await page.locator('[data-section=later] [data-day="2021-03-07"] + li h4').textContent()).toBe(
        'Night of the archives',
      )
      expect(await days(page, 'over')).toEqual(['Saturday 6 March'])
      expect(await page.context().cookies()).toEqual([])
      // But for up to where it was read, which is told to nobody.
      const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
      expect(kept.filter(name => name !== 'visits')).toEqual([])
    })
  })

  test('what script writes is what the server would have written for that zone', async () => {
    for (const zone of ['Asia/Manila', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'America/St_Johns']) {
      const words = async (page: Page) => {
        // No row is left unrendered below the fold: it would have no words.
        await page.addStyleTag({ content: '.entry { content-visibility: visible !important }' })
        return page.locator('main').innerText()
      }
      const served = { timezoneId: 'Europe/London', bypassCSP: true }
      const told = await visit(`${path}?zone=${zone}`, served, words)
      // What a city is called in the language of the page may be asked for first.
      await visit(path, { ...served, timezoneId: zone }, page =>
        vi.waitFor(async () => expect(await words(page)).toBe(told)),
      )
    }
  })

  test('the reader’s own city has its name in the language of the page, and at once from then on', async () => {
    const nameless = (page: Page) => page.route(/\/assets\/ar-/, route => route.abort())
    const told = async (page: Page) => {
      const [line, label] = ['.zone [data-zone-name]', '.names.flat .now']
      return Promise.all([line, label].map(each => page.locator(each).textContent()))
    }
    const both = ['مانيلا', 'الآن 5:20 م بتوقيت مانيلا']
    await visit(`${path}?lang=ar&beside=Africa/Cairo`, { timezoneId: 'Asia/Manila' }, async page => {
      await vi.waitFor(async () => expect(await told(page)).toEqual(both))
      const row = page.locator('#maps-for-the-harbour .when')
      expect(await row.locator('.here').textContent()).toBe('مانيلا')
      expect(await row.locator('.beside span').textContent()).toBe('القاهرة')
      expect(await row.locator('.own').textContent()).toContain('لاغوس')
      await nameless(page)
      await page.goto(`${our.address}${path}?lang=ar`)
      expect(await told(page)).toEqual(both)
      expect(await page.evaluate(() => Object.keys(localStorage))).toContain('city')
    })
  })

  test('a city that has no other name is called as its zone is, and nothing is kept of it', async () => {
    await visit(`${path}?lang=fil`, { timezoneId: 'Asia/Manila' }, async page => {
      const [kept] = await Promise.all([
        page.evaluate(() => Object.keys(localStorage)),
        page.waitForLoadState('networkidle'),
      ])
      expect(await page.locator('.zone b').innerText()).toBe('Manila')
      expect(kept).not.toContain('city')
    })
  })

  test('the reader’s zone is there before anything is drawn', async () => {
    const context = await our.browser.newContext({ timezoneId: 'Asia/Manila', locale: 'en-GB' })
    const page = await context.newPage()
    // Whatever is drawn is looked at in the frame in which it is drawn.
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        const time = document.querySelector('#maps-for-the-harbour time')
        // What waits for its zone is there already, and not seen.
        const text = time?.checkVisibility({ visibilityProperty: true }) ? time.textContent : null
        if (text && seen.at(-1) !== text) seen.push(text)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(our.address + path)
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 0)
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['17:00'])
    await context.close()
  })

  test('a zone that was chosen stands, whatever the browser’s is', async () => {
    await visit(path, { timezoneId: 'Asia/Manila' }, async page => {
      await page.getByRole('link', { name: 'change', exact: true }).click()
      await page.locator('input[type=search]').fill('nairobi')
      await page.locator('.search button').click()
      await follow(page.locator('.choices button').first())
      expect(new URL(page.url()).pathname).toBe(path)
      expect(await times(page)).toBe('12:00\n10:00 in Lagos')
      await page.reload()
      expect(await times(page)).toBe('12:00\n10:00 in Lagos')
    })
  })

  test('now moves on by itself: phases, sections, minutes', async () => {
    const context = await our.browser.newContext({ timezoneId: 'Europe/London', locale: 'en-GB' })
    await context.clock.install({ time: our.site.clock.now })
    const page = await context.newPage()
    // A page of its own: what is kept of it for the later clock is not to be served to the others.
    await page.goto(`${our.address}${path}?zone=Europe/Lisbon`)
    await page.waitForFunction(() => 'moves' in document.documentElement.dataset)
    expect(await page.locator('#maps-for-the-harbour .left').innerText()).toBe('40 minutes left')
    expect(await page.locator('#budgets-without-an-end .left').innerText()).toBe('began 20 minutes ago')
    // The page keeps to the clock of the site, which it may hear of late.
    const before = our.site.clock.now
    our.site.clock.now += 41 * 60_000
    try {
      await context.clock.fastForward('41:00')
      const count = page.locator('[data-section=over] h2 small')
      const aSecondLater = async () => {
        await context.clock.runFor(1000)
        return count.allInnerTexts()
      }
      await expect.poll(aSecondLater, { timeout: 60_000 }).toEqual(['3'])
      expect(await page.locator('[data-section=over] #maps-for-the-harbour').count()).toBe(1)
    } finally {
      our.site.clock.now = before
    }
    await context.close()
  })

  test('the slider replays the day, and the address is that of the moment', async () => {
    await visit(path, {}, async page => {
      const slider = page.locator('input[type=range]')
      const moment = Date.parse('2021-03-06T21:30Z') / 1000
      const act = page.locator('#maps-for-the-harbour .act')
      const back = page.getByRole('link', { name: 'Back to now' })
      expect([await act.isVisible(), await back.isVisible()]).toEqual([true, false])
      await slider.evaluate(input => input.dispatchEvent(new Event('input')))
      expect(await act.isVisible(), 'while it is drawn, links of another moment').toBe(false)
      await slider.fill(String(moment))
      await page.waitForURL(`**${path}?at=${moment}`)
      expect([await act.isVisible(), await back.isVisible()]).toEqual([true, true])
      expect(await page.locator('[data-section=on] #night-of-the-archives').count()).toBe(1)
      expect(await page.locator('[data-section=over] #maps-for-the-harbour .act').innerText()).toBe(
        'Event page',
      )
      expect(await page.locator('.names.flat .now').textContent()).toBe('now 21:30 in London')
      expect(await page.locator('.bars a.on title').allTextContents()).toEqual([
        '21:00 Night of the archives',
      ])
    })
  })

  test('printed, every address can be read', async () => {
    await visit(path, { reducedMotion: 'reduce' }, async page => {
      await page.emulateMedia({ media: 'print' })
      const act = page.locator('#maps-for-the-harbour .act')
      const look = await act.evaluate(element => {
        const { backgroundColor } = getComputedStyle(element)
        return [backgroundColor, getComputedStyle(element, '::after').content]
      })
      expect(look).toEqual(['rgba(0, 0, 0, 0)', '" https://meet.example/harbour"'])
    })
  })

  test('Arabic is written from the right, with its own words and plurals', async () => {
    await visit(path, { locale: 'ar-EG', timezoneId: 'Africa/Cairo' }, async page => {
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
      expect(await page.locator('#list-on').innerText()).toContain('تجري الآن')
      const [title, time] = await Promise.all([
        page.locator('#maps-for-the-harbour h3').boundingBox(),
        page.locator('#maps-for-the-harbour time').first().boundingBox(),
      ])
      expect(time!.x).toBeGreaterThan(title!.x)
    })
  })
})

const addresses = [
  '/',
  '/data-day',
  path,
  `${path}?view=told`,
  `${path}/maps-for-the-harbour`,
  `${path}/open-by-default`,
  '/zone?q=berlin',
  '/nowhere',
]

describe('every page', () => {
  for (const address of addresses) {
    test(`${address} is open to all (axe, light and dark)`, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await our.browser.newContext({ colorScheme, locale: 'en-GB' })
        const page = await context.newPage()
        await page.goto(our.address + address)
        expect([colorScheme, await faultsOf(page)]).toEqual([colorScheme, []])
        await context.close()
      }
    })

    test(`${address} fits a small screen, in both directions, and with text twice as large`, async () => {
      for (const options of [
        { width: 320, locale: 'en-US' },
        { width: 320, locale: 'ar' },
        { width: 640, locale: 'en-GB', large: true },
      ]) {
        const context = await our.browser.newContext({
          viewport: { width: options.width, height: 700 },
          locale: options.locale,
        })
        const page = await context.newPage()
        await page.goto(our.address + address)
        if (options.large)
          await page
            .addStyleTag({ content: 'html{font-size:200%}' })
            .catch(() => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')))
        expect(await isTooWide(page)).toBe(false)
        await context.close()
      }
    })
  }
})
