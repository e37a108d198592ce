import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { calendar } from '../../../test/sources.ts'
import { send } from '../browse.ts'
import { shoot } from './camera.ts'
import type { Day } from './day.ts'

export const edition = '/open-data-day/2021'
const desk = `/desk${edition}`
const program = join(import.meta.dirname, '../../../demo')

/** The desk of an edition, with a mail that was pasted. */
export async function ofDesk(day: Day): Promise<Buffer> {
  const page = await day.desk.newPage()
  await page.goto(`${day.url}${desk}/text`)
  await page.check('[name=state][value=live]')
  await page.check('[name=takesSuggestions][type=checkbox]')
  await send(page, 'form:has([name=takesSuggestions])')
  await page.goto(day.url + desk)
  await page.fill('[data-paste]', mail)
  await page.locator('form:has([data-paste]) .act.strong').click()
  await page.locator('.reading[data-state]:not([data-state="waiting"])').first().waitFor()
  await page.setViewportSize({ width: 1280, height: 1500 })
  return closed(page)
}

const mail = `Dataphyte invites you to the webinar “Abuja Open Data Day: who follows what is spent?” on Saturday 6 March 2021, 9 am EST / 3 pm CET. Join: https://us02web.zoom.us/j/87654321098`

/** What is read again and again: a calendar that has moved something, a feed whose site has no time, and a page. */
export async function ofSources(day: Day): Promise<Buffer> {
  const { pages, url } = day.world
  const page = await day.desk.newPage()
  const list = `${day.url}/desk/international-migrants-day/2020/sources`
  pages['/partners.ics'] = calendar(partners)
  pages['/feed.xml'] = { body: feed, type: 'application/rss+xml' }
  pages['/vigil.html'] = { body: vigil }
  for (const { path, name, policy } of watched) {
    await page.goto(list)
    await page.fill('[name=address]', url + path)
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.check(`[name=policy][value=${policy}]`)
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Watch it from now on' }).click()
    await page.getByText('It is watched from now on.').waitFor()
  }
  pages['/partners.ics'] = calendar(
    partners.map(({ title }, index) => ({ title, start: `18T${14 + index}3000` })),
    '20201210T000000Z',
  )
  pages['/feed.xml'] = { body: 'Come again.', status: 503 }
  for (const { name } of watched) {
    await page.goto(list)
    const source = page.locator('.sources > li', { hasText: name })
    await source.getByRole('button', { name: 'Read it now' }).click()
    await page.getByText(/^It (?:is being|has been) read\.$/).waitFor()
  }
  await page.waitForTimeout(3000)
  await page.goto(list)
  await page.setViewportSize({ width: 1120, height: 1222 })
  return closed(page)
}

const watched = [
  { path: '/partners.ics', name: 'Partners of the day', policy: 'accept-new' },
  { path: '/feed.xml', name: 'Harbour Alliance', policy: 'accept-new' },
  { path: '/vigil.html', name: 'Vigil at the harbour', policy: 'propose' },
]

const partners = [
  { title: 'Voices of migrants', start: '18T130000' },
  { title: 'Money sent home', start: '18T150000' },
  { title: 'A choir of many', start: '18T190000' },
]

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Alliance</title>
<link>https://harbour.example</link><description>News</description><item><title>We ask for more</title>
<link>https://harbour.example/more</link><guid>https://harbour.example/more</guid>
<pubDate>Fri, 18 Dec 2020 10:00:00 GMT</pubDate>
<description>A statement on the rights of all who move.</description></item></channel></rss>`

const vigil = eventPage('Vigil at the harbour', '2020-12-18T18:00:00+01:00')

/** As many sites tell of an event. */
export function eventPage(name: string, startDate: string, more: Record<string, unknown> = {}): string {
  const data = { '@context': 'https://schema.org', '@type': 'Event', name, startDate, ...more }
  return `<!doctype html><html lang="en"><title>${name}</title>
<script type="application/ld+json">${JSON.stringify(data)}</script>
<h1>${name}</h1><p>Open to all who want to know more about it.</p></html>`
}

/** The report of a table that comes again, with rows that are new, changed, gone and without a title. */
export async function ofImport(day: Day): Promise<Buffer> {
  const page = await day.desk.newPage()
  const told = readFileSync(join(program, 'open-data-day-2021.csv'), 'utf8')
  await page.goto(`${day.url}${desk}/import`)
  const file = { name: 'open-data-day-2021.csv', mimeType: 'text/csv', buffer: Buffer.from(again(told)) }
  await page.setInputFiles('[name=file]', file)
  await send(page, 'form:has([name=file])')
  await page.getByRole('button', { name: 'Import it', exact: true }).click()
  await page.getByRole('heading', { name: 'Told no more' }).waitFor()
  await page.setViewportSize({ width: 1120, height: 909 })
  return closed(page)
}

/** The same table, as its organisers tell it a week later. */
function again(told: string): string {
  return told
    .replace(/^(?:wikidata-taster|lintol-challenge)-[\s\S]*?\n(?=[\w-]+,)/gm, '')
    .replace('Abuja Open Data Day,2021-03-06,9:00', 'Abuja Open Data Day,2021-03-06,10:00')
    .concat(',,2021-03-06,15:00,UTC,Quito,Ecuador,,,,True,,,,,\n')
    .concat('maps-for-the-harbour,Maps for the harbour,2021-03-06,16:00,UTC,Valparaíso,Chile,,,,True,,,,,\n')
}

async function closed(page: Page): Promise<Buffer> {
  const picture = await shoot(page)
  await page.close()
  return picture
}
