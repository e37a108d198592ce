import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { bringInAtDesk, readArchiveAtDesk } from '../../src/services/archive/go-on.ts'
import { listArchives } from '../../src/storage/archives.ts'
import { type SignedIn, signedIn } from '../signed-in.ts'
import { openSite } from '../site.ts'
import { roundUp, wxr } from '../wxr.ts'
import { browsing } from './browsing.ts'

let owner: SignedIn

const our = browsing(async () => {
  const site = await openSite('2026-11-29T12:00:00Z')
  owner = await signedIn(site, 'owner')
  return site
})

const years = [2018, 2019, 2020]
const blog = wxr([
  ...years.map((year, index) => ({
    id: 10 + index,
    title: `Migrants Day ${year}`,
    slug: `imd-${year}`,
    date: `${year}-12-18 08:00:00`,
    content: roundUp(year),
    categories: ['Migrants Day'],
    comments: [{ id: year, text: 'Thank you' }],
  })),
  ...years.map((year, index) => ({
    id: 30 + index,
    title: `Holiday photos ${year}`,
    slug: `photos-${year}`,
    date: `${year}-08-01 08:00:00`,
    content: 'Sun',
    categories: ['Private'],
  })),
])

for (const script of [true, false])
  test(`an export is handed in, corrected and brought in ${script ? 'with' : 'without'} script`, async () => {
    const context = await our.browser.newContext({
      javaScriptEnabled: script,
      viewport: { width: 1280, height: 900 },
    })
    await context.addCookies(owner.cookiesAt(our.address))
    const page = await context.newPage()
    await page.goto(`${our.address}/desk/exports`)
    await page.selectOption('[name=series]', '*')
    await page.fill('[name=newSeries]', 'Migrants Day')
    await page.fill('[name=zone]', 'Europe/Berlin')
    await page.setInputFiles('[name=file]', {
      name: 'blog.xml',
      mimeType: 'text/xml',
      buffer: Buffer.from(blog),
    })
    await picture(page, 'upload')
    await page.click('button.strong')
    await page.waitForURL(/\/desk\/exports\/[0-9a-f-]{36}/)
    const { id } = (await listArchives(our.site.store.db))[0]!
    const work = { now: () => our.site.clock.now }
    await readArchiveAtDesk(our.site.store, id, work)
    await page.goto(`${our.address}/desk/exports/${id}`)
    const row = page.locator('#item-3')
    if ((await row.locator('strong').textContent()) === 'Post') {
      await row.getByRole('button', { name: 'Leave out' }).click()
      await picture(page, 'review')
      await page
        .locator('#item-3')
        .getByRole('button', { name: /2 others in the category/ })
        .click()
    }
    await page.getByText('3 are left out').waitFor()
    await page.goto(`${our.address}/desk/exports/${id}?to=out`)
    expect(await page.locator('.export-items > li').count()).toBe(3)
    await page.getByRole('button', { name: 'Bring in' }).click()
    await bringInAtDesk(our.site.store, id, work)
    await page.goto(`${our.address}/desk/exports/${id}`)
    await page.getByText('Brought in').first().waitFor()
    await picture(page, 'done')
    await page.getByRole('link', { name: /Edition 2020/ }).click()
    await page.getByText('Thank you').waitFor()
    await context.close()
  }, 60_000)

/** For who wants to look at it: `SHOTS` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png` })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
