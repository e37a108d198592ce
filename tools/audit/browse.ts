import type { BrowserContext, Page } from 'playwright-core'
import { reservedWords } from '../../src/domain/reserved-words.ts'

/** Signs up as the owner of a site that has none, by the link that it printed at its start. */
export async function claim(
  context: BrowserContext,
  site: { url: string; said: () => string },
): Promise<void> {
  const token = /\/claim\/([\w-]+)/.exec(site.said())?.[1]
  if (!token) throw new Error(`The site offers no link to claim it: ${site.said()}`)
  const page = await context.newPage()
  await page.goto(`${site.url}/claim/${token}`)
  await page.fill('[name=name]', 'Ada Curator')
  await page.fill('[name=email]', 'ada@example.org')
  await page.fill('[name=password]', 'a long enough phrase for an owner')
  await page.click('form button[type=submit]:not([name])')
  await page.waitForURL(url => !url.pathname.startsWith('/claim'))
  await page.close()
}

/**
 * One address of each shape that is found by following links, from the front page on: programmes, entries, lists and
 * forms are as many as there are entries, but one of each tells how all are made.
 */
export async function addressesOf(page: Page, from: string): Promise<string[]> {
  const found = new Map([[shapeOf(new URL(from)), from]])
  for (const address of found.values()) {
    const answer = await page.goto(address, { waitUntil: 'domcontentloaded' }).catch(() => null)
    if (!answer?.headers()['content-type']?.startsWith('text/html')) {
      found.delete(shapeOf(new URL(address)))
      continue
    }
    for (const href of await page.$$eval('a[href]', links =>
      links.flatMap(link => URL.parse(link.getAttribute('href')!, document.baseURI)?.href ?? []),
    )) {
      const url = new URL(href)
      url.hash = ''
      if (url.origin !== new URL(from).origin || /\.\w{2,8}$/.test(url.pathname)) continue
      if (!found.has(shapeOf(url))) found.set(shapeOf(url), url.href)
    }
  }
  return [...found.values()]
}

/** Names of things become their place; what asks for another view is another shape, a zone or a page number is not. */
function shapeOf(url: URL): string {
  const parts = url.pathname.split('/').slice(1)
  const known = parts.map((part, index) => (isWord(parts, index) ? part : ':'))
  const views = [url.searchParams.get('view'), url.searchParams.get('of')].filter(Boolean)
  return [...known, ...views].join('/')
}

/** Words of the house stand first, behind an entry or an edition, or anywhere behind the door. */
function isWord(parts: string[], index: number): boolean {
  const part = parts[index]!
  if (index === 0) return part === '' || reservedWords.has(part)
  if (parts[0] !== 'desk') return index > 1 ? readerWords.has(part) : part === 'new' || part === 'choose'
  // A series may be called anything that is not reserved; what stands behind these is a name or a number.
  const before = parts[index - 1]!
  return !/\d|^(?:[\w-]{20,})$/.test(part) && !series.has(part) && (part === 'new' || !named.has(before))
}

const series = new Set(['open-data-day', 'international-migrants-day', 'bench'])
const named = new Set('authors categories figures organisations people tags'.split(' '))
const readerWords = new Set('answer changes choose cite edit report sessions suggest'.split(' '))

/** Sends a form as a browser without script would, whatever script would have done instead. */
export async function send(page: Page, form: string): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page
      .locator(form)
      .first()
      .evaluate(element => (element as HTMLFormElement).submit()),
  ])
}
