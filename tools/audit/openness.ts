import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/web/words.ts'
import { faultsOf } from '../../test/browser/openness.ts'
import { addressesOf, claim } from './browse.ts'

type Site = { url: string; said: () => string }

/**
 * What axe finds on one page of each shape, as a reader and as the owner see it, in every language, and in the dark.
 *
 * @returns how many pages were looked at, and each fault in a line
 */
export async function openness(browser: Browser, site: Site): Promise<{ pages: number; faults: string[] }> {
  const faults: string[] = []
  let pages = 0
  for (const who of ['reader', 'owner'] as const) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    try {
      if (who === 'owner') await claim(context, site)
      const page = await context.newPage()
      const addresses = await addressesOf(page, `${site.url}/${who === 'owner' ? 'desk' : ''}`)
      process.stderr.write(`${addresses.length} shapes of pages for the ${who} …\n`)
      for (const address of addresses) {
        for (const language of Object.keys(languages)) {
          faults.push(...(await look(page, withQuery(address, { lang: language }), site.url)))
          pages++
        }
        await page.emulateMedia({ colorScheme: 'dark' })
        faults.push(...(await look(page, address, site.url)).map(fault => `${fault} (dark)`))
        await page.emulateMedia({ colorScheme: 'light' })
        pages++
      }
    } finally {
      await context.close()
    }
  }
  return { pages, faults: [...new Set(faults)] }
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
