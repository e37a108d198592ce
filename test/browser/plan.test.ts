import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { addProgramme, openSite } from '../site.ts'
import { starredDay } from '../starred-day.ts'
import { follow } from './browser.ts'
import { browsing } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const path = '/data-day/2021'

const our = browsing(async () => {
  const site = await openSite('2021-03-06T06:20:00Z')
  await addProgramme(
    site,
    { series: 'data-day', edition: '2021', date: '2021-03-06', zone: 'Europe/London' },
    starredDay,
    { title: 'Data Day 2021', text: 'What was on.' },
  )
  return site
})

const titles = (page: Page) => page.locator('.plan h4 bdi').allTextContents()
/** Scripts come after the page: what a reader presses before is a plain form, which is looked at elsewhere. */
const open = async (page: Page, address: string) => {
  await page.goto(our.address + address)
  await page.locator('html[data-moves]').waitFor({ state: 'attached' })
}
/** As it is told; what is not on the screen has no inner text. */
const choice = async (page: Page, title: string) => {
  const row = page.locator('.plan .entry', { has: page.getByRole('link', { name: title, exact: true }) })
  return (await row.locator('.choice').textContent())!.replace(/[\u2068\u2069]/g, '')
}

test('a reader stars, sees what clashes, has it solved, catches up, and takes the plan to another device', async () => {
  const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Madrid' })
  await context.clock.setFixedTime(our.site.clock.now)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))

  // Whoever stars nothing is asked nothing and remembers nothing.
  await open(page, path)
  expect(await page.evaluate(() => [document.cookie, { ...localStorage }])).toEqual(['', {}])
  expect(asked.filter(each => each.startsWith('/plan'))).toEqual([])
  const star = (title: string) => page.getByRole('button', { name: `Would like to see: ${title}` })
  for (const title of [
    'Opening of the day',
    'Maps for the harbour',
    'Budgets without an end',
    'Seeds: a film',
  ])
    await star(title).click()
  const opening = page.locator('#opening-of-the-day')
  await opening.getByRole('button', { name: 'Must see' }).click()
  expect(await star('Opening of the day').getAttribute('aria-pressed')).toBe('true')
  expect(await star('Coffee with archivists').getAttribute('aria-pressed')).toBe('false')
  expect(await faultsOf(page)).toEqual([])
  const remembered = () => page.evaluate(() => JSON.parse(localStorage.getItem('stars') ?? '{}'))
  await vi.waitFor(async () => expect((await remembered()).left).toEqual([]), { timeout: 20_000 })
  expect((await remembered()).stars).toEqual({
    'data-day/2021/opening-of-the-day': 'must',
    'data-day/2021/maps-for-the-harbour': 'like',
    'data-day/2021/budgets-without-an-end': 'like',
    'data-day/2021/seeds-a-film': 'like',
  })

  // The page of an entry knows it too, and so does a session.
  await open(page, `${path}/seeds-a-film`)
  expect(await page.getByRole('button', { name: /Would like to see$/ }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  await page.getByRole('button', { name: /Would like to see$/ }).click()
  await open(page, `${path}/forum-of-the-provinces`)
  await page.getByRole('button', { name: 'Would like to see: What it leaves out' }).click()
  await vi.waitFor(async () => expect((await remembered()).left).toEqual([]), { timeout: 20_000 })

  await page.getByRole('link', { name: 'My plan' }).click()
  await page.locator('.zone b', { hasText: 'Madrid' }).waitFor()
  expect(await titles(page)).toEqual([
    'Opening of the day',
    'Maps for the harbour',
    'Budgets without an end',
    'What it leaves out',
  ])
  expect(await page.locator('.clashes li').allInnerTexts()).toEqual([
    expect.stringMatching(/10:00–10:30\s+Opening of the day × Maps for the harbour/),
    expect.stringMatching(/10:45–11:00\s+Maps for the harbour × Budgets without an end\s+Only perhaps/),
  ])
  expect(await choice(page, 'Opening of the day')).toBe(
    'Watch live. Its recording is only expected. It goes before “Maps for the harbour”.',
  )
  expect(await choice(page, 'Maps for the harbour')).toMatch(/^Cannot be seen\./)
  expect(await faultsOf(page)).toEqual([])

  // One press, and it is otherwise; and back.
  const maps = page.locator('.plan .entry').nth(1)
  await maps.getByRole('button', { name: 'Watch live instead' }).click()
  expect(await choice(page, 'Maps for the harbour')).toMatch(/^Watch live\. You chose this\./)
  expect(await choice(page, 'Opening of the day')).toMatch(/^Watch later\. You chose/)
  await maps.getByRole('button', { name: 'Take my choice back' }).click()
  expect(await choice(page, 'Opening of the day')).toMatch(/^Watch live\./)
  await page.locator('.hours summary').click()
  await page.locator('[name=pauseFrom]').first().fill('15:00')
  await page.locator('[name=pauseTo]').first().fill('16:00')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  expect(await choice(page, 'What it leaves out')).toMatch(/falls into one of your pauses/)

  await follow(page.getByRole('link', { name: 'Catch up' }))
  expect(await page.locator('.sum').innerText()).toBe('1 recording, 60 minutes in all')
  await follow(page.getByRole('link', { name: 'From the beginning' }))
  expect(await page.locator('.sum').innerText()).toBe('2 recordings, 3 hours in all')
  expect(
    await page
      .getByRole('link', { name: /^Watch recording: / })
      .evaluateAll(all => all.map(each => each.getAttribute('href'))),
  ).toEqual(['https://video.example/breakfast', 'https://video.example/tides'])
  expect(await faultsOf(page)).toEqual([])

  // Offline the plan is there as it was seen last, and what is starred meanwhile is sent later.
  await open(page, path)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.goto(`${our.address}/plan`)
  await vi.waitFor(
    async () =>
      expect(
        await page.evaluate(async () =>
          (await (await caches.open('daylong-pages')).keys()).map(({ url }) => new URL(url).pathname),
        ),
      ).toContain('/plan'),
    { timeout: 20_000 },
  )
  await open(page, path)
  await context.setOffline(true)
  await star('Coffee with archivists').click()
  expect(await star('Coffee with archivists').getAttribute('aria-pressed')).toBe('true')
  await page.goto(`${our.address}/plan`)
  expect(await page.locator('.notice').innerText()).toMatch(/^You are offline/)
  expect(await titles(page)).toHaveLength(4)
  await context.setOffline(false)
  await open(page, path)
  await vi.waitFor(async () => expect((await remembered()).left).toEqual([]), { timeout: 20_000 })
  await page.goto(`${our.address}/plan`)
  expect(await titles(page)).toContain('Coffee with archivists')
  const address = (await page.locator('.on-phone bdi').textContent())!
  await page.emulateMedia({ media: 'print' })
  expect(
    await page.locator('form:visible, button:visible, nav:visible, summary:not(.hours *):visible').count(),
  ).toBe(0)
  expect(await page.locator('main').innerText()).not.toContain(address.slice(-43))
  expect(complaints).toEqual([])
  await context.close()

  await onTheOther(new URL(address).pathname)
})

/** A phone without script, whose reader reads Arabic. */
async function onTheOther(address: string) {
  const context = await our.browser.newContext({
    locale: 'ar',
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto(`${our.address}${path}/night-of-the-archives`)
  await follow(page.locator('.one .stars button').first())
  expect(await titles(page)).toEqual(['Night of the archives'])
  await page.goto(our.address + address)
  expect(await titles(page)).toHaveLength(5)
  await follow(page.locator('.use button'))
  expect(new URL(page.url()).pathname).toBe('/plan')
  expect(await titles(page)).toHaveLength(6)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await isTooWide(page)).toBe(false)
  await page.goto(`${our.address}/plan/choose${path}`)
  expect(await isTooWide(page)).toBe(false)
  await page.locator('input[name=like]').first().check()
  await follow(page.locator('.choose button'))
  expect(await titles(page)).toHaveLength(7)
  await page.locator('.along summary').last().click()
  await follow(page.locator('.along details form button'))
  expect(await page.locator('.plan').count()).toBe(0)
  await page.goto(our.address + address)
  expect(await page.locator('.plan').count()).toBe(0)
  await context.close()
}

test('what can be chosen stands under the days and at the hours of whoever chooses', async () => {
  const days = async (zone: string) => {
    const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: zone })
    const page = await context.newPage()
    await open(page, `/plan/choose${path}`)
    const lines = await page
      .locator('.choose li')
      .evaluateAll(rows =>
        rows.map(row => [row.querySelector('h2, time')?.textContent, row.querySelector('a')?.textContent]),
      )
    await context.close()
    return lines.filter(([, title]) => !title || title === 'Breakfast in Auckland').slice(0, 2)
  }
  expect(await days('Europe/London')).toEqual([
    ['Friday 5 March', undefined],
    ['19:00', 'Breakfast in Auckland'],
  ])
  expect(await days('Pacific/Auckland')).toEqual([
    ['Saturday 6 March', undefined],
    ['08:00', 'Breakfast in Auckland'],
  ])
})
