import { expect, test, vi } from 'vitest'
import { writePush } from '../../src/outlet/notice/write-push.ts'
import { aDay, dataDay } from '../a-day.ts'
import { addProgramme, openSite } from '../site.ts'
import { follow } from './browser.ts'
import { browsing } from './browsing.ts'
import { faultsOf } from './openness.ts'

const path = '/data-day/2021'

const our = browsing(async () => {
  const site = await openSite('2021-03-06T09:20:00Z')
  await addProgramme(site, dataDay, aDay, { title: 'Data Day 2021', text: 'What was on.' })
  return site
})

test('what was seen last is there without a network, and says when that was', async () => {
  const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Manila' })
  await context.clock.setFixedTime(our.site.clock.now)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  const kept = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
      return all.flat().map(({ url }) => new URL(url).pathname.replace(/-[\w-]{8}\./, '.'))
    })
  await page.goto(our.address + path)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  // The page that was open before the worker came is kept with what it loads.
  await vi.waitFor(
    async () =>
      expect((await kept()).sort()).toEqual(
        ['/offline', path, '/assets/icon-96.png', '/assets/programme.js'].sort(),
      ),
    { timeout: 20_000, interval: 100 },
  )
  await page.goto(`${our.address}${path}/a-vigil-at-dusk`)
  await page.goto(`${our.address}/sign-in`)
  await vi.waitFor(async () => expect(await kept()).toContain(`${path}/a-vigil-at-dusk`), { timeout: 10_000 })
  expect(await kept()).not.toContain('/sign-in')

  await context.setOffline(true)
  const failed: string[] = []
  page.on('requestfailed', request => failed.push(request.url()))
  await page.goto(our.address + path)
  expect(await page.locator('.notice').innerText()).toMatch(
    /^You are offline, or this site does not answer\./,
  )
  expect(
    await page.locator('#maps-for-the-harbour h4, #maps-for-the-harbour h3').first().innerText(),
  ).toContain('Maps for the harbour')
  // Its script was kept as well: times are in the reader’s own zone, and now moves on.
  expect(await page.locator('.zone b').innerText()).toBe('Manila')
  expect(failed).toEqual([])
  expect(await faultsOf(page)).toEqual([])

  await page.goto(`${our.address}/data-day/1999?view=days`)
  expect(await page.locator('h1').innerText()).toBe('This page cannot be reached')
  expect(await page.locator('.kept li a').allInnerTexts()).toEqual([
    'A vigil at dusk · Data Day 2021',
    'Data Day 2021',
  ])
  expect(await faultsOf(page)).toEqual([])
  await follow(page.locator('.kept li a').last())
  expect(new URL(page.url()).pathname).toBe(path)
  await page.goto(`${our.address}/data-day/1999?view=days`)

  await context.setOffline(false)
  await follow(page.getByRole('link', { name: 'Try again' }))
  expect(page.url()).toBe(`${our.address}/data-day/1999?view=days`)
  expect(await page.locator('h1').innerText()).not.toBe('This page cannot be reached')
  await page.goto(our.address + path)
  expect(await page.locator('.notice').count()).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('on paper it is black on white, without what one presses, with addresses written out and a code to read', async () => {
  const context = await our.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'dark',
    viewport: { width: 700, height: 1000 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const code = page.getByRole('img', { name: 'QR code with the address of this page' })
  for (const address of [path, `${path}?view=days`, `${path}/maps-for-the-harbour`, '/data-day']) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
    await page.goto(our.address + address)
    expect(await code.isVisible()).toBe(false)
    await page.getByText('On your phone').click()
    expect(await code.isVisible()).toBe(true)
    await page.reload()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await code.isVisible()).toBe(true)
    expect(await page.locator('.on-phone bdi').innerText()).toBe(
      our.site.baseUrl + address.replace(/\?.*/, ''),
    )
    const pressed = page.locator('form:visible, button:visible, input:visible, nav:visible, summary:visible')
    expect(await pressed.count()).toBe(0)
    expect(await page.locator('.zone a:visible').count()).toBe(0)
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement)
      return [color, backgroundColor]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  }
  await page.goto(`${our.address}${path}?view=days`)
  const after = (selector: string) =>
    page.locator(selector).evaluate(each => getComputedStyle(each, '::after').content)
  expect(await after('#maps-for-the-harbour > .act')).toBe('" https://meet.example/harbour"')
  expect(await after('#maps-for-the-harbour .links a')).toBe('" https://harbour.example/maps"')
  expect(await page.locator('.zone').innerText()).toMatch(/^Times in London/)
  await context.close()
})

test('what a push service brings is shown by the worker, in the words and the direction that were sent', async () => {
  const context = await our.browser.newContext({ locale: 'en-GB', permissions: ['notifications'] })
  const page = await context.newPage()
  await page.goto(our.address + path)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  const session = await context.newCDPSession(page)
  const registered = new Promise<string>(resolve =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(our.address))
      if (ours) resolve(ours.registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  const letter = {
    language: 'ar',
    dir: 'rtl' as const,
    subject: '',
    title: 'يبدأ 10:00: Maps for the harbour',
    parts: [{ heading: null, rows: [{ text: 'السبت', note: 'Lagos' }] }],
    doors: [],
    action: { label: '', url: `${our.address}${path}/maps-for-the-harbour` },
    foot: { why: '', links: [] },
    end: '',
    list: { id: '', name: '' },
  }
  // The second takes the place of the first: it is of the same occasion.
  for (const title of ['Not this', letter.title])
    await session.send('ServiceWorker.deliverPushMessage', {
      origin: our.address,
      registrationId,
      data: writePush({ ...letter, title }, 'starts 1'),
    })
  const shown = () =>
    page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(each => [
        each.title,
        each.body,
        each.lang,
        each.dir,
        each.tag,
        each.data,
      ]),
    )
  await vi.waitFor(
    async () =>
      expect(await shown()).toEqual([
        [letter.title, 'السبت · Lagos', 'ar', 'rtl', 'starts 1', letter.action.url],
      ]),
    { timeout: 20_000, interval: 200 },
  )
})
