import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp, { type Create } from 'sharp'

const folder = join(import.meta.dirname, '../../../docs')
const desk = { width: 1280, height: 900 }
export const phone = { width: 390, height: 900 }

type View = {
  path: string
  options?: BrowserContextOptions
  /** What stands at the top of the picture. */
  from?: string
  /** What is done on the page before the picture is taken. */
  first?: (page: Page) => Promise<void>
}

/** Which views stand in which picture; several beside each other. */
export type Pictures = Record<string, View[]>

/**
 * Takes pictures of a site and keeps them in `docs/`.
 *
 * @param site now: what its clock says, where that is not the machine's
 * @returns their names
 */
export async function takeAll(
  browser: Browser,
  site: { url: string; now?: () => number },
  pictures: Pictures,
  usual: BrowserContextOptions = {},
): Promise<string[]> {
  for (const [name, views] of Object.entries(pictures)) {
    const taken: Buffer[] = []
    for (const view of views)
      taken.push(await take(browser, site, { ...view, options: { ...usual, ...view.options } }))
    await keep(name, await beside(taken))
  }
  return Object.keys(pictures)
}

/** As `docs/` has it. */
export async function keep(name: string, picture: Buffer): Promise<void> {
  await sharp(picture)
    .png({ palette: true, quality: 95 })
    .toFile(join(folder, `${name}.png`))
}

async function take(
  browser: Browser,
  site: { url: string; now?: () => number },
  { path, options, from, first }: View,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: desk,
    timezoneId: 'Asia/Manila',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  })
  try {
    if (site.now) await context.clock.setFixedTime(site.now())
    const page = await context.newPage()
    await page.goto(site.url + path, { waitUntil: 'networkidle' })
    // Once it moves by itself, all that scripts say is said.
    await page.waitForFunction(
      () => !document.querySelector('.entry[data-t]') || 'moves' in document.documentElement.dataset,
    )
    await first?.(page)
    return await shoot(page, from)
  } finally {
    await context.close()
  }
}

/** What a page shows now. @param from what stands at the top of it */
export async function shoot(page: Page, from?: string): Promise<Buffer> {
  if (from)
    await page
      .locator(from)
      .first()
      .evaluate(element => element.scrollIntoView())
  await page.waitForTimeout(500)
  return page.screenshot()
}

const gap = 20

export async function beside(pictures: Buffer[]): Promise<Buffer> {
  if (pictures.length === 1) return pictures[0]!
  const sizes = await Promise.all(pictures.map(picture => sharp(picture).metadata()))
  const width = sizes.reduce((sum, { width }) => sum + width + gap, -gap)
  let left = 0
  const parts = pictures.map((input, index) => {
    const part = { input, top: 0, left }
    left += sizes[index]!.width + gap
    return part
  })
  const ground = {
    width,
    height: Math.max(...sizes.map(({ height }) => height)),
    channels: 3,
    background: '#fff',
  }
  return sharp({ create: ground as Create })
    .composite(parts)
    .png()
    .toBuffer()
}
