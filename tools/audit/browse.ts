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
  const known = parts.map((part, index) => (isWord(part, index) ? part : ':'))
  const views = [url.searchParams.get('view'), url.searchParams.get('of')].filter(Boolean)
  return [...known, ...views].join('/')
}

/** Words of the house stand first, or anywhere behind the door. */
function isWord(part: string, index: number): boolean {
  return index === 0 ? reservedWords.has(part) : deskWords.has(part)
}

const deskWords = new Set(
  (
    'account audit authors bookmarklet codes exports entries history import imports invitations jobs languages merge new ' +
    'next organisations outbox page people picture post posts preview readings sessions settings sources story text with withdrawn writings years'
  ).split(' '),
)
