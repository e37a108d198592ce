import type { Browser } from 'playwright-core'

/**
 * What the first view of a page loads: the compressed bytes of page, styles, scripts and fonts; all bytes on the wire,
 * with pictures and the heads of answers; requests; and whom else it asks.
 */
export async function weightOf(
  browser: Browser,
  address: string,
): Promise<{ bytes: number; wire: number; requests: number; strangers: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const sizes: Promise<{ bytes: number; wire: number }>[] = []
  const strangers: string[] = []
  page.on('requestfinished', request =>
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
        bytes: counted.has(request.resourceType()) ? responseBodySize : 0,
        wire: responseBodySize + responseHeadersSize,
      })),
    ),
  )
  page.on('request', request => {
    const { origin } = new URL(request.url())
    if (origin !== new URL(address).origin && origin !== 'null') strangers.push(request.url())
  })
  await page.goto(address, { waitUntil: 'load' })
  // What is no hurry is asked for half a second after the rest.
  await page.waitForTimeout(2500)
  const all = await Promise.all(sizes)
  await context.close()
  const sum = (of: 'bytes' | 'wire') => all.reduce((sum, size) => sum + size[of], 0)
  return { bytes: sum('bytes'), wire: sum('wire'), requests: sizes.length, strangers }
}

const counted = new Set(['document', 'stylesheet', 'script', 'font'])
