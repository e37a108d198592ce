import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { languages } from '../../src/web/words.ts'
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
          faults.push(...(await faultsOf(page, withQuery(address, { lang: language }), site.url)))
          pages++
        }
        await page.emulateMedia({ colorScheme: 'dark' })
        faults.push(...(await faultsOf(page, address, site.url)).map(fault => `${fault} (dark)`))
        await page.emulateMedia({ colorScheme: 'light' })
        pages++
      }
    } finally {
      await context.close()
    }
  }
  return { pages, faults: [...new Set(faults)] }
}

async function faultsOf(page: Page, address: string, site: string): Promise<string[]> {
  await page.goto(address, { waitUntil: 'load' })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const where = address.slice(site.length)
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}, ${nodes.length} × ${nodes[0]?.html.slice(0, 120)}`,
  )
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
