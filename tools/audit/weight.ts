import type { Browser } from 'playwright-core'

/** What the first view of a page loads: bytes on the wire, requests, and whom else it asks. */
export async function weightOf(
  browser: Browser,
  address: string,
): Promise<{ bytes: number; requests: number; strangers: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  const strangers: string[] = []
  page.on('requestfinished', request =>
    sizes.push(request.sizes().then(size => size.responseBodySize + size.responseHeadersSize)),
  )
  page.on('request', request => {
    const { origin } = new URL(request.url())
    if (origin !== new URL(address).origin && origin !== 'null') strangers.push(request.url())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await context.close()
  return { bytes, requests: sizes.length, strangers }
}
