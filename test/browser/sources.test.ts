import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { handlers } from '../../src/jobs/handlers.ts'
import { startWork } from '../../src/jobs/work.ts'
import { findSeries } from '../../src/storage/series.ts'
import { quiet } from '../effects.ts'
import { anEdition } from '../entries.ts'
import { eventPage, openPages, type PagesSite } from '../pages-site.ts'
import { signedIn } from '../signed-in.ts'
import { openSite, type TestSite } from '../site.ts'
import { calendar } from '../sources.ts'
import { inBrowser, listenInTest } from './browsing.ts'
import { faultsOf, isTooWide } from './openness.ts'

const desk = '/desk/migrants-day/2020'
const our = inBrowser()

type Desk = { page: Page; context: BrowserContext; site: TestSite; world: PagesSite; address: string }

/** A desk in a browser, and three addresses of the world that may be watched. */
async function openDesk(): Promise<Desk> {
  const world = await openPages({
    '/partners.ics': calendar([
      { title: 'Voices of migrants', start: '18T130000' },
      { title: 'Money sent home', start: '18T150000' },
      { title: 'A choir of many', start: '18T190000' },
    ]),
    '/feed.xml': feed(['We ask for more', 'A film of a journey']),
    '/vigil': eventPage({ title: 'Vigil at the harbour', start: '2020-12-18T18:00:00+01:00' }),
  })
  const site = await openSite('2020-12-10T12:00:00Z', undefined, world.fetch)
  await anEdition(site.store, { publishedAt: 0 })
  const address = await listenInTest(site)
  const anna = await signedIn(site, 'editor', { name: 'Anna' })
  const context = await our.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  context.setDefaultTimeout(30_000)
  await context.addCookies(anna.cookiesAt(address))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  onTestFinished(() => expect(complaints).toEqual([]))
  return { page, context, site, world, address }
}

function feed(titles: string[]): { body: string; type: string } {
  const items = titles.map(
    (title, index) => `<item><title>${title}</title><link>https://blog.example/${index}</link>
<guid>https://blog.example/${index}</guid><pubDate>Wed, 0${index + 2} Dec 2020 10:00:00 GMT</pubDate>
<description>A statement on the rights of all who move.</description></item>`,
  )
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Our blog</title>
<link>https://blog.example</link><description>News</description>${items.join('')}</channel></rss>`
  return { body, type: 'application/rss+xml' }
}

async function watch({ page, address, world }: Desk, path: string, policy: string, name?: string) {
  await page.goto(`${address}${desk}/sources`)
  await page.getByLabel('Address of a calendar').fill(world.address + path)
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.locator(`input[name="policy"][value="${policy}"]`).check()
  await page.locator(`input[name="new-as"][value="published"]`).check()
  if (name) await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Watch it from now on' }).click()
  await page.getByText('It is watched from now on.').waitFor()
}

async function readNow({ page, address }: Desk, name: string, said = 'It has been read.') {
  await page.goto(`${address}${desk}/sources`)
  const source = page.locator('.sources > li', { hasText: name })
  await source.getByRole('button', { name: 'Read it now' }).click()
  await page.getByText(said).waitFor()
}

const todo = (page: Page) => page.locator('.todo > li')

test('three sources change, cancel, disappear, break and recover while the desk shows it', {
  timeout: 180_000,
}, async () => {
  const it = await openDesk()
  const { page, site, world, address } = it
  const titles = async () => {
    const rows = await site.store.db
      .selectFrom('entries')
      .orderBy('title')
      .select(['title', 'status'])
      .execute()
    return rows.map(({ title, status }) => `${title} ${status}`)
  }
  await watch(it, '/partners.ics', 'accept-new', 'The partners')
  await watch(it, '/feed.xml', 'propose')
  await watch(it, '/vigil', 'mirror')
  expect(await titles()).toEqual([
    'A choir of many scheduled',
    'Money sent home scheduled',
    'Vigil at the harbour scheduled',
    'Voices of migrants scheduled',
  ])
  await page.goto(`${address}${desk}/sources`)
  expect(await page.locator('.sources > li h2').allInnerTexts()).toEqual([
    'The partners',
    'Our blog',
    'Vigil at the harbour',
  ])
  await picture(it, 'sources')

  // The feed's news wait as a reading.
  await page.goto(address + desk)
  await todo(page).filter({ hasText: 'Our blog' }).getByText('It tells 2 new things').waitFor()

  // The calendar moves one and no longer tells of another; the page moves by an hour and is mirrored.
  world.pages['/partners.ics'] = calendar([
    { title: 'Voices of migrants', start: '18T140000' },
    { uid: 'event-3@partners.example', title: 'A choir of many', start: '18T190000' },
  ])
  world.pages['/vigil'] = eventPage({ title: 'Vigil at the harbour', start: '2020-12-18T19:00:00+01:00' })
  await readNow(it, 'The partners')
  await readNow(it, 'Vigil')
  await page.goto(address + desk)
  const moved = todo(page).filter({ hasText: 'Voices of migrants' })
  await moved.getByText(/The partners.*: moved 1 hour later, from .*14:00.* to .*15:00/).waitFor()
  await todo(page).filter({ hasText: 'Money sent home' }).getByText('Is it still on?').waitFor()
  await picture(it, 'todo')
  await page.goto(`${address}${desk}/sources`)
  await page.locator('.sources > li', { hasText: 'The partners' }).getByText('something else').click()
  await page.getByRole('heading', { name: 'What it says otherwise' }).waitFor()
  await picture(it, 'source')

  // One press each; undone as everything.
  await page.goto(address + desk)
  await moved.getByRole('button', { name: 'Take it over' }).click()
  await page.getByText('Taken over.').waitFor()
  expect(await moved.locator('.source-changed').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page
    .getByText(/undone|taken back/i)
    .first()
    .waitFor()
  await todo(page)
    .filter({ hasText: 'Money sent home' })
    .getByRole('button', { name: 'It is still on' })
    .click()
  await page.getByText('It is still on: the source is not asked again.').waitFor()

  // The page is cancelled, which is mirrored.
  world.pages['/vigil'] = eventPage({
    title: 'Cancelled: Vigil at the harbour',
    start: '2020-12-18T19:00:00+01:00',
  })
  await readNow(it, 'Vigil')
  expect((await titles()).filter(title => /Vigil/.test(title))[0]).toMatch(/cancelled$/)

  // The calendar breaks, which is told and concludes nothing, and recovers.
  world.pages['/partners.ics'] = calendar([])
  await readNow(it, 'The partners', 'It could not be read')
  const broken = page.locator('.sources > li', { hasText: 'The partners' })
  await broken.getByText('It tells nothing any more').waitFor()
  await page.goto(address + desk)
  await todo(page).filter({ hasText: 'The partners' }).getByText('It tells nothing any more').waitFor()
  await picture(it, 'broken')
  delete world.pages['/partners.ics']
  await readNow(it, 'The partners', 'It could not be read')
  await broken.getByText('has no such page any more').waitFor()
  world.pages['/partners.ics'] = calendar([
    { title: 'Voices of migrants', start: '18T140000' },
    { title: 'Money sent home', start: '18T150000' },
    { title: 'A choir of many', start: '18T190000' },
  ])
  await readNow(it, 'The partners')
  await broken.getByText('It is read again and again.').waitFor()

  await broken.getByRole('button', { name: 'Pause' }).click()
  await broken.getByText('Paused: it is not read').waitFor()
  await broken.getByRole('button', { name: 'Go on reading it' }).click()
  await page.getByText('It is read again.').waitFor()
  await broken.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Stop watching it' }).click()
  await page.getByText('It is watched no more.').waitFor()
  expect(await page.locator('.sources > li').count()).toBe(2)
  expect(await titles()).toHaveLength(4)
})

test('a table is looked at, imported while the page shows it, and its report is kept', {
  timeout: 120_000,
}, async () => {
  const it = await openDesk()
  const { page, site, world, address } = it
  const rows = [
    'Title,Date,Start time,Timezone,Host,Our budget',
    'Money sent home,2020-12-18,15:00,CET,IOM,300',
    'Voices of migrants,2020-12-18,14:00,CET,UNHCR,200',
    ',2020-12-18,16:00,CET,Nobody,0',
  ]
  await page.goto(`${address}${desk}/import`)
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await page.getByRole('button', { name: 'Look at it' }).click()
  const columns = page.locator('.columns th')
  expect(await columns.locator('bdi').allInnerTexts()).toEqual(rows[0]!.split(','))
  expect(await columns.locator('option:checked').allInnerTexts()).toEqual([
    'title',
    'day',
    'time of day',
    'time zone',
    'organisations',
    'left out',
  ])
  await picture(it, 'held')
  await page.getByLabel('published entries').check()
  await page.getByRole('button', { name: 'Import it', exact: true }).click()
  await page.getByText('It is about to begin.').waitFor()
  const parts = { ...quiet, fetch: world.fetch, now: () => site.clock.now }
  const work = startWork({ store: site.store, handlers, parts, times: { lookEvery: 50 } })
  onTestFinished(work.stop)
  await page.getByRole('heading', { name: /^Refused/ }).waitFor()
  await page.getByText('2 new').waitFor()
  await picture(it, 'report')
  await page.goto(`${address}${desk}/import`)
  await page.locator('.imports').getByText('2 new').waitFor()
  expect((await findSeries(site.store.db, 'migrants-day'))?.slug).toBe('migrants-day')
})

/** What a page looks like, where somebody wants to see it; nothing of it may be out of reach for anybody. */
async function picture({ page, context }: Desk, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await isTooWide(page), 'at 390 pixels').toBe(false)
  const folder = process.env.DAYLONG_PICTURES
  if (folder) {
    for (const scheme of ['light', 'dark'] as const)
      for (const [width, lang] of [
        [390, 'ar'],
        [390, 'en'],
        [1280, 'en'],
      ] as const) {
        const other = await context.newPage()
        await other.emulateMedia({ colorScheme: scheme })
        await other.setViewportSize({ width, height: 900 })
        const shown = new URL(page.url())
        shown.searchParams.set('lang', lang)
        await other.goto(shown.href)
        await other.screenshot({
          path: join(folder, `${name}-${width}-${lang}-${scheme}.png`),
          fullPage: true,
        })
        await other.close()
      }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
