import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test, vi } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { aDay, dataDay } from '../a-day.ts'
import { addProgramme, openSite } from '../site.ts'
import { browsing, onPage } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const path = '/data-day/2021'
const session = (title: string, start: string, end: string): Finding => ({
  kind: 'event',
  title,
  start: `2021-03-06T${start}:00+00:00[Europe/London]`,
  end: `2021-03-06T${end}:00+00:00[Europe/London]`,
})
const forum: Finding = {
  ...session('A forum of many parts', '08:30', '11:30'),
  sessions: [session('Opening', '08:30', '09:15'), session('Middle', '09:15', '10:30')],
}

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, [...aDay, forum], { title: 'Data Day 2021', text: 'What was on.' })
  await addProgramme(
    site,
    { series: 'clocks', edition: '2021', date: '2021-03-27/2021-03-28', zone: 'Europe/London' },
    [
      { kind: 'event', title: 'A walk', start: '2021-03-27T20:00:00+00:00[Europe/London]' },
      { kind: 'event', title: 'A talk', start: '2021-03-28T10:00:00+02:00[Europe/Zurich]' },
    ],
  )
  return site
})

/** One page of one context for all that a test looks at; what the browser complains of is a failure. */
const open = (options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
  onPage(our.browser, { timezoneId: 'Europe/London', ...options }, async (page, context) => {
    await context.clock.setFixedTime(our.site.clock.now)
    await look(page)
  })

const boxOf = async (page: Page, slug: string) =>
  (await page.locator(`.bars a[href="#${slug}"] > rect`).first().boundingBox())!
const isShown = (page: Page, selector: string) =>
  page.locator(selector).evaluate(element => getComputedStyle(element).display !== 'none')
const early = 'breakfast-in-auckland'
const late = 'night-of-the-archives'

describe('the picture of the day', () => {
  test('lies on a desk, stands on a phone, and leads to the list', () =>
    open({ timezoneId: 'Asia/Manila', viewport: { width: 1280, height: 900 } }, async page => {
      await page.goto(our.address + path)
      const flat = [await boxOf(page, early), await boxOf(page, late)] as const
      expect(flat[1].x).toBeGreaterThan(flat[0].x)
      expect(flat[1].width / flat[0].width).toBeGreaterThan(3)
      expect([await isShown(page, '.names.flat'), await isShown(page, '.names.tall')]).toEqual([true, false])
      expect(await page.locator('.labels text').first().isVisible()).toBe(true)

      // Its own day in Manila begins and ends where the clocks there say.
      const own = await page.locator('.ground .own').boundingBox()
      expect(Math.round(own!.width)).toBe(Math.round((1280 * 24) / 50))

      // Sessions lie inside the bar of their event, each in the phase of its own time.
      const whole = await boxOf(page, 'a-forum-of-many-parts')
      const parts = page.locator('.bars a[href="#a-forum-of-many-parts"] [data-in]')
      expect(await parts.evaluateAll(all => all.map(each => each.getAttribute('class')))).toEqual([
        'over',
        'on',
      ])
      for (const part of await parts.all()) {
        const box = (await part.boundingBox())!
        expect(box.x).toBeGreaterThanOrEqual(whole.x - 1)
        expect(box.x + box.width).toBeLessThanOrEqual(whole.x + whole.width + 1)
        expect(box.y).toBeGreaterThan(whole.y)
      }

      // The line of now runs through what is on, and nothing of the picture is told or reached twice.
      const now = (await page.locator('.plot .now').boundingBox())!
      expect(now.x).toBeGreaterThan(whole.x)
      expect(now.x).toBeLessThan(whole.x + whole.width)
      expect(await page.locator('.stage svg:not([aria-hidden=true])').count()).toBe(0)
      expect(await page.locator('.stage a:not([tabindex="-1"])').count()).toBe(0)
      await page.locator('.key.on').click()
      expect(new URL(page.url()).hash).toBe('#list-on')

      await page.setViewportSize({ width: 390, height: 800 })
      const tall = [await boxOf(page, early), await boxOf(page, late)] as const
      expect(tall[1].y).toBeGreaterThan(tall[0].y)
      expect(tall[1].height / tall[0].height).toBeGreaterThan(3)
      expect([await isShown(page, '.names.flat'), await isShown(page, '.names.tall')]).toEqual([false, true])
      expect(await page.locator('.names.tall .lit').textContent()).toBe('Sat 6')
      await page.locator(`.bars a[href="#${late}"] > rect`).click()
      await expect.poll(() => page.locator(`#${late}`).isVisible()).toBe(true)
      expect(new URL(page.url()).hash).toBe(`#${late}`)

      // Where colours are forced, what was recorded still differs from what was not.
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
      const fills = await page
        .locator('.bars > a')
        .evaluateAll(all =>
          Object.fromEntries(all.map(each => [each.getAttribute('class'), getComputedStyle(each).fill])),
        )
      expect(new Set(Object.values(fills)).size).toBe(Object.keys(fills).length - 1)
    }))

  test('runs from the right in Arabic', () =>
    open(
      { locale: 'ar-EG', timezoneId: 'Africa/Cairo', viewport: { width: 1280, height: 900 } },
      async page => {
        await page.goto(our.address + path)
        expect((await boxOf(page, late)).x).toBeLessThan((await boxOf(page, early)).x)
        await page.setViewportSize({ width: 390, height: 800 })
        expect((await boxOf(page, late)).y).toBeGreaterThan((await boxOf(page, early)).y)
        const names = await page
          .locator('.names.tall text')
          .evaluateAll(all =>
            all.map(each => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
          )
        for (const [index, [top, bottom]] of names.entries())
          for (const [other, [above, below]] of names.entries())
            if (index < other && other < names.length - 1)
              expect(top! >= below! || above! >= bottom!).toBe(true)
      },
    ))
})

describe('the view by day', () => {
  test('names the hour that is on the screen, without script, in the zone asked for', () =>
    open({ javaScriptEnabled: false, viewport: { width: 390, height: 500 } }, async page => {
      await page.goto(`${our.address}${path}?view=days&zone=Asia/Manila#maps-for-the-harbour`)
      const hour = page.locator('[data-hour="2021-03-06 17"]')
      // The browser goes to the place in its own time.
      await vi.waitFor(async () => expect((await hour.boundingBox())!.y).toBeLessThan(60), {
        timeout: 10_000,
      })
      expect(await hour.innerText()).toMatch(/^17:00\s+Sat 6 Mar$/)
    }))

  test('says by script what the server would have said for that zone', () =>
    open({ timezoneId: 'Asia/Manila', bypassCSP: true }, async page => {
      const words = async (address: string) => {
        await page.goto(our.address + address)
        await page.locator('html[data-moves]').waitFor({ state: 'attached' })
        await page.addStyleTag({ content: '.entry { content-visibility: visible !important }' })
        return page.locator('main').innerText()
      }
      for (const query of ['view=days', 'view=time&beside=America/Lima']) {
        const told = await words(`${path}?zone=Asia/Manila&${query}`)
        expect(await words(`${path}?${query}`)).toBe(told)
      }
      expect(await page.locator('#night-of-the-archives .beside').innerText()).toMatch(
        /^16:00\s+Lima · Sat 6 Mar$/,
      )
    }))

  test('tells at once of all whose clocks change with the reader’s', () =>
    open({ timezoneId: 'Europe/Berlin' }, async page => {
      const lines = async (address: string) => {
        await page.goto(our.address + address)
        await page.locator('html[data-moves]').waitFor({ state: 'attached' })
        return page.locator('.clocks:visible').allTextContents()
      }
      const told = await lines('/clocks/2021')
      expect(told.map(line => line.replace(/[\u2068\u2069]/g, ''))).toEqual([
        'Clocks go forward in Berlin, London and Zurich on Sunday 28 March, during this programme.',
      ])
      expect(told).toEqual(await lines('/clocks/2021?zone=Europe/Berlin'))
      // What a city is called in the language of the page may be asked for first.
      const arabic = await lines('/clocks/2021?lang=ar&zone=Europe/Berlin')
      expect(arabic[0]).toContain('برلين')
      await lines('/clocks/2021?lang=ar')
      await vi.waitFor(async () =>
        expect(await page.locator('.clocks:visible').allTextContents()).toEqual(arabic),
      )
    }))
})

test('every view is open to all, light and dark, and fits small screens and large text', () =>
  open({ bypassCSP: true, reducedMotion: 'reduce' }, async page => {
    const views = [
      { address: `${path}?view=days`, colorScheme: 'light' },
      { address: `${path}?zone=Europe/Zurich&beside=Asia/Manila`, colorScheme: 'dark' },
      { address: `${path}?view=days&lang=ar&beside=Asia/Manila`, colorScheme: 'dark' },
      { address: `${path}?view=kiosk`, colorScheme: 'light' },
      { address: '/zone?q=geneva&for=beside', colorScheme: 'light' },
      { address: `/zone?back=${path}`, colorScheme: 'dark' },
    ] as const
    for (const { address, colorScheme } of views) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(our.address + address)
      expect([address, await faultsOf(page)]).toEqual([address, []])
      for (const [width, size] of [
        [320, '100%'],
        [640, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 700 })
        await page.evaluate(size => document.documentElement.style.setProperty('font-size', size), size)
        expect([address, width, await isTooWide(page)]).toEqual([address, width, false])
      }
    }
  }))
