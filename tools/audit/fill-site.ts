import type { Browser, BrowserContext } from 'playwright-core'
import { send } from './browse.ts'

const edition = '/open-data-day/2021'
const live = '/international-migrants-day/2026'

/**
 * Does what makes a desk have something to do – by the forms that people use, without script: a mail and an announcement are
 * pasted, a table is imported, readers comment and suggest. What they saw then is looked at as well.
 *
 * @param owner somebody signed in
 * @returns addresses that a crawler does not come to, by who may see them: those a sender alone is told, what an edition
 *   of this year has, and what nothing leads to
 */
export async function fillSite(
  browser: Browser,
  owner: BrowserContext,
  site: string,
): Promise<{ reader: string[]; owner: string[] }> {
  const page = await owner.newPage()
  await page.goto(`${site}/desk${live}/text`)
  await page.check('[name=takesSuggestions][type=checkbox]')
  await send(page, 'form:has([name=takesSuggestions])')
  const opened: string[] = []
  for (const text of [mail, 'Maps for the harbour, 6 March 2021, 3 pm PST']) {
    await page.goto(`${site}/desk${edition}`)
    await page.fill('[data-paste]', text)
    await send(page, 'form:has([data-paste])')
    opened.push(page.url())
  }
  await page.goto(`${site}/desk${edition}/import`)
  const csv = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.setInputFiles('[name=file]', csv)
  await send(page, 'form:has([name=file])')
  opened.push(page.url())
  await page.close()

  const guest = await browser.newContext({ javaScriptEnabled: false })
  const reader = await guest.newPage()
  await reader.goto(site + edition)
  await reader.goto(
    (await reader.locator('a[href*="/comments/new"]').first().getAttribute('href'))!.replace(
      /^\//,
      `${site}/`,
    ),
  )
  await reader.fill('[name=text]', 'Was there a *map* of the harbour? See https://harbour.example')
  await reader.fill('.comment-form [name=name]', 'Grace Reader')
  await reader.fill('.comment-form [name=mail]', 'grace@example.org')
  await reader.click('.comment-form .strong')
  const commented = reader.url()
  await reader.goto(`${site}${live}/suggest`)
  await reader.fill(
    '[name=text]',
    'Budget lunch, 6 March 2021, 12:00 to 13:00 in Nairobi. https://lunch.example',
  )
  await reader.fill('[name=name]', 'Grace Reader')
  await reader.click('form:has([name=text]) .strong:visible')
  const suggested = reader.url()
  await guest.close()
  const more = [live, `${live}/suggest`, `${edition}/changes`, '/figures/icrmw', '/nowhere', '/offline']
  return { reader: [commented, suggested, ...more.map(path => site + path)], owner: opened }
}

const mail = `Dear friends,

please join us for two webinars on Open Data Day:

Saturday, 6 March 2021, 14:00-15:30 CET: Who owns the weather? Register: https://weather.example/register
Saturday, 6 March 2021, 5 pm EST: Abuja Open Data Day (online), https://abuja.example

With thanks, the organisers`

const table = `title,start,end,timezone,url
Open parks,2021-03-06 10:00,2021-03-06 11:00,Europe/Madrid,https://parks.example
Open rivers,2021-03-06 12:00,,,https://rivers.example
`
