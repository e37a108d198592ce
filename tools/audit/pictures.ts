import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import sharp, { type Create } from 'sharp'

const folder = join(import.meta.dirname, '../../docs')
const demo = '/open-data-day/2021'
const at = '2021-03-06T13:20Z'
const inManila = { timezoneId: 'Asia/Manila', locale: 'en-GB', reducedMotion: 'reduce' } as const
const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 900 }

type View = { path: string; options?: BrowserContextOptions; from?: string }

/** Which views of the demo stand in which picture; several beside each other. */
const pictures: Record<string, View[]> = {
  daylong: [{ path: `${demo}?at=${at}`, options: { viewport: { width: 1280, height: 960 } } }],
  phone: [
    { path: `${demo}?at=${at}`, options: { viewport: phone } },
    { path: `${demo}?at=${at}&lang=ar`, options: { viewport: phone, colorScheme: 'dark' } },
  ],
  'by-day': [{ path: `${demo}?at=${at}&view=days`, from: '#on-2021-03-05' }],
  kiosk: [{ path: `${demo}?at=${at}&view=kiosk`, options: { viewport: { width: 1280, height: 720 } } }],
  'two-places': [{ path: `${demo}?at=${at}&zone=Europe/Zurich&beside=Asia/Manila`, from: '.tools' }],
  entry: [{ path: `${demo}/abuja-open-data-day?at=2021-03-06T08:20Z` }],
  search: [
    { path: '/search?q=datos abiertos', options: { viewport: phone } },
    { path: `${demo}?at=${at}&q=mapping&only=to-come`, options: { viewport: phone }, from: '.tools' },
  ],
}

/** Takes the pictures of readers' pages in `docs/` anew, as these pages are now. */
export async function takePictures(browser: Browser, site: { url: string }): Promise<string[]> {
  for (const [name, views] of Object.entries(pictures)) {
    const taken: Buffer[] = []
    for (const view of views) taken.push(await take(browser, site.url, view))
    await sharp(await beside(taken))
      .png({ palette: true, quality: 95 })
      .toFile(join(folder, `${name}.png`))
  }
  return Object.keys(pictures)
}

async function take(browser: Browser, url: string, { path, options, from }: View): Promise<Buffer> {
  const context = await browser.newContext({ viewport: desk, ...inManila, ...options })
  try {
    const page = await context.newPage()
    await page.goto(url + path, { waitUntil: 'networkidle' })
    // Once it moves by itself, all that scripts say is said.
    await page.waitForFunction(
      () => !document.querySelector('.entry[data-t]') || 'moves' in document.documentElement.dataset,
    )
    if (from)
      await page
        .locator(from)
        .first()
        .evaluate(element => element.scrollIntoView())
    await page.waitForTimeout(500)
    return await page.screenshot()
  } finally {
    await context.close()
  }
}

const gap = 20

async function beside(pictures: Buffer[]): Promise<Buffer> {
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
