import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/web/words.ts'
import { faultsOf } from '../../test/browser/openness.ts'
import { addressesOf, claim } from './browse.ts'
import { fillSite } from './fill-site.ts'

type Site = { url: string; said: () => string }

/** Who looks at the pages, and how. */
export const lookers = ['reader', 'owner'] as const
export const looks = [...Object.keys(languages), 'dark']

/** A part of all that is looked at, where the whole takes longer than there is time. */
export type Part = { lookers: readonly string[]; looks: readonly string[]; at: RegExp }

/**
 * What axe finds on one page of each shape, as a reader and as the owner see it, in every language, and in the dark.
 * What is found is told at once, so that what is stopped has told something.
 *
 * @returns how many pages were looked at, and each fault in a line
 */
export async function openness(
  browser: Browser,
  site: Site,
  part: Part = { lookers, looks, at: /^/ },
): Promise<{ pages: number; faults: string[] }> {
  const faults = new Set<string>()
  let pages = 0
  const desk = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await claim(desk, site)
  const told = await fillSite(browser, desk, site.url)
  for (const who of lookers.filter(who => part.lookers.includes(who))) {
    const context =
      who === 'owner' ? desk : await browser.newContext({ viewport: { width: 390, height: 844 } })
    try {
      const page = await context.newPage()
      const found = await addressesOf(page, `${site.url}/${who === 'owner' ? 'desk' : ''}`)
      const addresses = [...new Set([...found, ...told[who]])].filter(address => part.at.test(address))
      process.stderr.write(`${addresses.length} shapes of pages for the ${who} …\n`)
      for (const [index, address] of addresses.entries()) {
        for (const how of looks.filter(how => part.looks.includes(how))) {
          await page.emulateMedia({ colorScheme: how === 'dark' ? 'dark' : 'light' })
          const shown = how === 'dark' ? address : withQuery(address, { lang: how })
          for (const fault of await look(page, shown, site.url)) {
            const line = `${who}, ${how}: ${fault}`
            if (!faults.has(line)) process.stderr.write(`${line}\n`)
            faults.add(line)
          }
          pages++
        }
        process.stderr.write(`${index + 1} of ${addresses.length}: ${address.slice(site.url.length)}\n`)
      }
    } finally {
      await context.close()
    }
  }
  await desk.close()
  return { pages, faults: [...faults] }
}

async function look(page: Page, address: string, site: string): Promise<string[]> {
  await page.goto(address, { waitUntil: 'load' })
  return (await faultsOf(page)).map(fault => `${address.slice(site.length)}: ${fault}`)
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
