import { expect, test } from 'vitest'
import { finding } from '../builders.ts'
import { addProgramme, openSite } from '../site.ts'
import { browsing, complaintsOf } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const our = browsing(async () => {
  const site = await openSite('2021-12-18T09:20:00Z')
  for (const year of [2008, 2011, 2018, 2019, 2020, 2021])
    await addProgramme(
      site,
      { series: 'migrants-day', edition: String(year), date: `${year}-12-18`, zone: 'Europe/Zurich' },
      Array.from({ length: year - 2005 }, (_, index) =>
        finding({
          title: `Meeting ${index} of those who came in ${year}`,
          start: `${year}-12-18T${10 + (index % 8)}:00:00Z`,
          attendance: year < 2020 ? 'offline' : 'online',
          organisations: [{ name: 'Migrant Forum in Asia', url: 'https://forum.example' }],
          people: [{ name: 'Ada Obi', role: 'speaker' }],
          languages: ['en', 'ar'],
          tags: ['Remittances'],
        }),
      ),
    )
  return site
})

test.each([
  ['wide and light', { viewport: { width: 1280, height: 900 } }, ''],
  ['narrow, dark and from right to left', { viewport: { width: 390, height: 800 } }, '?lang=ar'],
])('the years and who took part, %s', async (_, options, query) => {
  const colorScheme = query ? 'dark' : 'light'
  const context = await our.browser.newContext({
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme,
    ...options,
  })
  await context.clock.setFixedTime(our.site.clock.now)
  const page = await context.newPage()
  const complaints = complaintsOf(context)
  for (const path of [
    '/migrants-day',
    '/organisations',
    '/organisations/migrant-forum-in-asia',
    '/people/ada-obi',
    '/tag/remittances',
    '/migrants-day/2020/meeting-0-of-those-who-came-in-2020',
  ]) {
    await page.goto(our.address + path + query, { waitUntil: 'load' })
    const open = page.locator('details.figures > summary')
    if (await open.count()) await open.click()
    expect([path, await faultsOf(page)]).toEqual([path, []])
    expect(await isTooWide(page), path).toBe(false)
  }
  expect(complaints).toEqual([])

  await page.goto(`${our.address}/migrants-day${query}`, { waitUntil: 'load' })
  const chart = page.locator('.charts figure').first()
  const [bar, ...more] = await chart.locator('rect').all()
  const [one, other] = [(await bar!.boundingBox())!, (await more.at(-1)!.boundingBox())!]
  // Time runs as the script does; what is still to come, or on today, is drawn as that.
  expect(Math.sign(other.x - one.x)).toBe(query ? -1 : 1)
  expect(await more.at(-1)!.getAttribute('class')).toBe('coming')
  expect(await bar!.evaluate(rect => getComputedStyle(rect).fill)).not.toBe('rgb(0, 0, 0)')
  // On paper the figures are there, too.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('details.figures td').first().isVisible()).toBe(true)
  await context.close()
})
